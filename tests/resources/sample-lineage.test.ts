import { beforeAll, describe, expect, it } from 'vitest';
import { unitsOf, type DocumentUnit } from '../../shared/diff/document-units.ts';
import { compareDocuments, type UnitChange } from '../../shared/diff/compare-documents.ts';
import type { LeitbildDocument } from '../../shared/schema/document.ts';
import { readLineage, type PartLineage } from './lineage-file.ts';
import { buildSample } from './sample-texts.ts';

const documents = new Map<string, LeitbildDocument>();

beforeAll(async () => {
  for (const label of ['2008', '2014', '2019']) documents.set(label, (await buildSample(label)).document);
});

function documentOf(label: string): LeitbildDocument {
  const document = documents.get(label);
  if (!document) throw new Error(`${label} was not read`);
  return document;
}

function changesOf(from: string, to: string, type: DocumentUnit['type']): readonly UnitChange[] {
  return compareDocuments(documentOf(from), documentOf(to)).changes.filter((change) => change.type === type);
}

/** The field in which each goal of an edition stands. */
function fieldsOfGoals(label: string): ReadonlyMap<string, string | null> {
  const units = unitsOf(documentOf(label));
  const parents = new Map<string, string | null>(units.map(({ id, parent }) => [id, parent]));
  return new Map(
    units
      .filter(({ type }) => type === 'goal')
      .map(({ id, parent }) => [id, parent === null ? null : (parents.get(parent) ?? null)]),
  );
}

const sorted = (ids: readonly string[]): readonly string[] => [...ids].sort();
const idsOf = (changes: readonly UnitChange[]): readonly string[] => sorted(changes.map(({ id }) => id));

describe.each(readLineage())('the step from $from to $to', (step) => {
  const { from, to, goals } = step;
  const survivors = new Set([
    ...goals.split.map((split) => split.from),
    ...goals.merged.map((merged) => merged.into),
  ]);
  const splitOff = goals.split.flatMap((split) => split.into.filter((id) => id !== split.from));
  const mergedAway = goals.merged.flatMap((merged) => merged.from.filter((id) => id !== merged.into));

  it('SMP11: names each goal of both editions in exactly one list', () => {
    const listed = [
      ...goals.kept,
      ...goals.reworded,
      ...goals.moved,
      ...goals.movedAndReworded,
      ...survivors,
      ...splitOff,
      ...mergedAway,
      ...goals.new,
      ...goals.dropped,
    ];
    expect(sorted(listed)).toEqual(idsOf(changesOf(from, to, 'goal')));
    expect(goals.split.length + goals.merged.length).toBe(survivors.size);
  });

  it('SMP11: says of each goal what its words and its group say', () => {
    const changes = changesOf(from, to, 'goal');
    const simple = changes.filter(
      ({ id, status }) => status !== 'new' && status !== 'dropped' && !survivors.has(id),
    );
    const those = (moved: boolean, reworded: boolean): readonly string[] =>
      idsOf(simple.filter((change) => change.moved === moved && change.reworded === reworded));
    expect(those(false, false)).toEqual(sorted(goals.kept));
    expect(those(false, true)).toEqual(sorted(goals.reworded));
    expect(those(true, false)).toEqual(sorted(goals.moved));
    expect(those(true, true)).toEqual(sorted(goals.movedAndReworded));
    expect(idsOf(changes.filter(({ kindChanged }) => kindChanged))).toEqual(sorted(goals.kindChanged));

    const before = fieldsOfGoals(from);
    const after = fieldsOfGoals(to);
    const stayed = [...goals.moved, ...goals.movedAndReworded].filter(
      (id) => before.get(id) === after.get(id),
    );
    expect(sorted(stayed)).toEqual(sorted(goals.regrouped));
  });

  it('SMP11: tells of every split and merger where the parts came from', () => {
    const changes = new Map<string, UnitChange>(
      changesOf(from, to, 'goal').map((change) => [change.id, change]),
    );
    for (const { from: source, into } of goals.split) {
      expect(into[0]).toBe(source);
      expect(changes.get(source)).toMatchObject({ status: 'changed', reworded: true, moved: false });
      for (const id of into.slice(1))
        expect(changes.get(id)).toMatchObject({ status: 'new', from: [source] });
    }
    for (const { from: sources, into } of goals.merged) {
      expect(sources).toContain(into);
      const others = sources.filter((id) => id !== into);
      expect(changes.get(into)).toMatchObject({ reworded: true, moved: false, from: others });
      for (const id of others) expect(changes.get(id)).toMatchObject({ status: 'dropped', into: [into] });
    }
  });

  it('SMP12: has at least four of each kind of change', () => {
    const { kept, reworded, moved, movedAndReworded, split, merged, dropped } = goals;
    const lists = { kept, reworded, moved, movedAndReworded, split, merged, new: goals.new, dropped };
    expect(Object.entries(lists).filter(([, list]) => list.length < 4)).toEqual([]);
  });

  it('SMP13: says what became of subpoints', () => {
    const changes = changesOf(from, to, 'subpoint');
    const { subpoints } = step;
    const where = (holds: (change: UnitChange) => boolean): readonly string[] => idsOf(changes.filter(holds));
    expect(where(({ status }) => status === 'kept')).toEqual(sorted(subpoints.kept));
    expect(where(({ reworded }) => reworded)).toEqual(sorted(subpoints.reworded));
    expect(where(({ moved }) => moved)).toEqual(sorted(subpoints.moved));
    expect(where(({ status }) => status === 'new')).toEqual(sorted(subpoints.new));
    expect(where(({ status }) => status === 'dropped')).toEqual(sorted(subpoints.dropped));
  });

  it.each([
    ['chapter', step.chapters],
    ['section', step.sections],
    ['actionField', step.fields],
  ] as const)('SMP13: says what became of each %s', (type, lineage) => {
    const changes = changesOf(from, to, type);
    expect(lineageOfParts(changes)).toEqual({
      kept: sorted(lineage.kept),
      renamed: sorted(lineage.renamed),
      moved: sorted(lineage.moved),
      heirs: sorted(heirsOf(lineage)),
      new: sorted(lineage.new),
      dropped: sorted(lineage.dropped),
    });
  });
});

/** Each origin that a part gained, as `heir < origin`. */
function heirsOf({ split, merged }: PartLineage): readonly string[] {
  return [
    ...split.flatMap(({ from, into }) => into.filter((id) => id !== from).map((id) => `${id} < ${from}`)),
    ...merged.flatMap(({ from, into }) => from.filter((id) => id !== into).map((id) => `${into} < ${id}`)),
  ];
}

function lineageOfParts(changes: readonly UnitChange[]): Readonly<Record<string, readonly string[]>> {
  const lasting = changes.filter(({ status }) => status === 'kept' || status === 'changed');
  return {
    kept: idsOf(lasting.filter(({ reworded, moved }) => !reworded && !moved)),
    renamed: idsOf(lasting.filter(({ reworded }) => reworded)),
    moved: idsOf(lasting.filter(({ moved }) => moved)),
    heirs: sorted(changes.flatMap(({ id, from }) => from.map((origin) => `${id} < ${origin}`))),
    new: idsOf(changes.filter(({ status, from }) => status === 'new' && from.length === 0)),
    dropped: idsOf(changes.filter(({ status, into }) => status === 'dropped' && into.length === 0)),
  };
}
