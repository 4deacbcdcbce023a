import type { Anchor } from '../contributions/anchor.ts';
import { positionsOf } from '../contributions/positions.ts';
import { standingOf } from '../contributions/standing.ts';
import type { ListedVoice } from '../contributions/voices-room.ts';
import type { InstitutionId, NodeId, RoundId } from '../ids/ids.ts';
import type { Institution } from '../register/institution.ts';
import type { Place, Places } from '../weighing/places.ts';
import type { AnchorPlaces } from './anchor-places.ts';

/** What institutions say is counted by; the last three are shown only where something stands in them. */
export type FieldColumn =
  | { readonly kind: 'field'; readonly place: Place; readonly isAsked: boolean }
  | { readonly kind: 'rest' | 'document' | 'gone'; readonly place: null };

/** How much of an institution stands: statements that were neither withdrawn nor replaced, positions that hold. */
export interface Counts {
  readonly statements: number;
  readonly positions: number;
}

export interface ParticipationRow {
  readonly institution: InstitutionId;
  /** As the register calls it today; its id where the register knows it no more. */
  readonly name: string;
  /** Whether it is asked today. */
  readonly isInvited: boolean;
  /** One for each column. */
  readonly cells: readonly Counts[];
  readonly total: Counts;
}

/** How many contributions came from whom about what. */
export interface Participation {
  readonly columns: readonly FieldColumn[];
  /** Whoever is invited, silent ones too, and whoever said something; in the order of the register. */
  readonly rows: readonly ParticipationRow[];
  /** One for each column. */
  readonly totals: readonly Counts[];
  readonly total: Counts;
}

export interface ParticipationSources {
  readonly voices: readonly ListedVoice[];
  /** The whole register, in its order. */
  readonly institutions: readonly Institution[];
  readonly invited: readonly Institution[];
  readonly places: Places;
  readonly anchors: AnchorPlaces;
  /** Whether anything was asked about a field. */
  readonly isAsked: (field: Place) => boolean;
  /** Counts what was said in this round; `null` counts all. */
  readonly round: RoundId | null;
}

/** Counts what stands by institution and action field, or chapter where a text has no fields (OVE1, OVE2). */
export function participationOf(sources: ParticipationSources): Participation {
  const { voices, institutions, places, anchors, isAsked, round } = sources;
  const fields = columnPlaces(places);
  const all: readonly FieldColumn[] = [
    ...fields.map((place) => ({ kind: 'field' as const, place, isAsked: isAsked(place) })),
    ...(['rest', 'document', 'gone'] as const).map((kind) => ({ kind, place: null })),
  ];
  const indexOf = new Map<NodeId, number>(fields.map(({ id }, index) => [id, index]));
  const columnOf = (anchor: Anchor): number => {
    const field = anchors.fieldOf(anchor);
    if (field === 'document') return fields.length + 1;
    if (field === 'gone') return fields.length + 2;
    return (field === null ? undefined : indexOf.get(field)) ?? fields.length;
  };
  const table = new Map<InstitutionId, Tally[]>();
  const add = (institution: InstitutionId, anchor: Anchor, what: keyof Counts): void => {
    let row = table.get(institution);
    if (!row) table.set(institution, (row = all.map(() => ({ statements: 0, positions: 0 }))));
    const cell = row[columnOf(anchor)];
    if (cell) cell[what] += 1;
  };
  for (const { record } of standingOf(voices).statements) {
    if (round === null || record.round === round) add(record.institution, record.anchor, 'statements');
  }
  const positions = positionsOf(voices);
  for (const institution of new Set(voices.map(({ record }) => record.institution))) {
    for (const { record } of positions.by(institution)) {
      if (round === null || record.round === round) add(institution, record.anchor, 'positions');
    }
  }
  const kept = all.map(
    ({ kind }, index) =>
      kind === 'field' || [...table.values()].some((row) => row[index] && sizeOf(row[index]) > 0),
  );
  const shown = <T>(values: readonly T[]): readonly T[] => values.filter((_, index) => kept[index]);
  const invited = new Set(sources.invited.map(({ id }) => id));
  const known = new Map(institutions.map(({ id, name }) => [id, name]));
  const ids = [...known.keys()].filter((id) => invited.has(id) || table.has(id));
  const unknown = [...table.keys()].filter((id) => !known.has(id));
  const nothing = all.map(() => ({ statements: 0, positions: 0 }));
  const rows = [...ids, ...unknown].map((id): ParticipationRow => {
    const cells = shown(table.get(id) ?? nothing);
    return {
      ...{ institution: id, name: known.get(id) ?? id, isInvited: invited.has(id), cells },
      total: sumOf(cells),
    };
  });
  const columns = shown(all);
  const totals = columns.map((_, index) => sumOf(rows.flatMap(({ cells }) => cells[index] ?? [])));
  return { columns, rows, totals, total: sumOf(totals) };
}

/** The action fields of a text, in its order; its chapters where it has none. */
export function columnPlaces({ all }: Pick<Places, 'all'>): readonly Place[] {
  const fields = all.filter(({ type }) => type === 'actionField');
  return fields.length > 0 ? fields : all.filter(({ type }) => type === 'chapter');
}

/** Both counts together. */
export function sizeOf({ statements, positions }: Counts): number {
  return statements + positions;
}

interface Tally {
  statements: number;
  positions: number;
}

function sumOf(cells: readonly Counts[]): Counts {
  const sum: Tally = { statements: 0, positions: 0 };
  for (const { statements, positions } of cells) {
    sum.statements += statements;
    sum.positions += positions;
  }
  return sum;
}
