import { describe, expect, it } from 'vitest';
import type { Answer, Contribution } from '../../../shared/contributions/contribution.ts';
import { readText } from '../../../shared/decisions/read-text.ts';
import type { DecisionRecord } from '../../../shared/decisions/decision.ts';
import { contributionId, decisionId, institutionId, nodeId, roundId } from '../../../shared/ids/ids.ts';
import { numberDocument } from '../../../shared/text/numbering.ts';
import { filterRows, noFilter } from '../../../shared/weighing/filter-rows.ts';
import { groupRows } from '../../../shared/weighing/group-rows.ts';
import { placesOf } from '../../../shared/weighing/places.ts';
import { weighingRows, type WeighingSources } from '../../../shared/weighing/weighing-rows.ts';
import { statement, withdrawal } from '../../support/arbitrary-contribution.ts';
import { decisionOn, languageText, onNode, onWords } from '../../support/decisions.ts';
import { shippedProfile } from '../../support/standard-profile.ts';

const document = languageText();
const caritas = institutionId('caritas');

function rowsOf(
  records: readonly Contribution[],
  decisions: readonly DecisionRecord[] = [],
  change: Partial<WeighingSources> = {},
) {
  return weighingRows({
    voices: records.map((record) => ({ record, receipt: { receivedAt: '2019-04-20T10:00:00Z' } })),
    decisions,
    institutions: [{ id: caritas, name: 'Caritas', kind: 'association', seats: 1 }],
    rounds: [{ id: roundId('r1'), name: 'Erste Runde' }],
    today: readText(document),
    places: placesOf(document, numberDocument(document, shippedProfile())),
    baseOf: () => null,
    ...change,
  });
}

const proposal = (id: string, words: string, wording: string, institution = 'caritas') =>
  statement(id, {
    ...{ kind: 'proposal', anchor: onWords(document, words), wording },
    institution: institutionId(institution),
  });
const answer = (id: string, about: string, reply: Answer['reply']): Answer => {
  const { institution, round, author, submittedAt } = statement(id);
  return {
    ...{ type: 'answer', id: contributionId(id), institution, round, author, submittedAt },
    ...{ decision: decisionId(about), reply, body: 'Danke.' },
  };
};

describe('the table of contributions', () => {
  it('WEI1: has one row for each statement that was taken, with its place, number and round', () => {
    const rows = rowsOf([
      proposal('c1', 'in Kitas', 'in allen Kitas'),
      statement('c2', { anchor: { on: 'document' }, institution: institutionId('weg') }),
      statement('c3'),
    ]);
    expect(rows).toMatchObject([
      {
        id: 'c1',
        institutionName: 'Caritas',
        roundName: 'Erste Runde',
        number: '1.L2',
        place: { id: 'g2', title: 'Kinder lernen Deutsch.', field: 'ch' },
        resolution: { state: 'in-place' },
        state: 'open',
      },
      { id: 'c2', institutionName: 'weg', number: '', place: null, resolution: { state: 'document' } },
      { id: 'c3', place: null, resolution: { state: 'gone', quote: 'Stadt' } },
    ]);
  });

  it('WEI2: keeps what was withdrawn or replaced, marked as such, and what was decided about it', () => {
    const rows = rowsOf(
      [
        statement('c1'),
        statement('c2', { replaces: contributionId('c1') }),
        statement('c3'),
        withdrawal('c4', 'c3'),
        statement('c5'),
        withdrawal('c6', 'c5'),
      ],
      [decisionOn('d1', ['c5'])],
    );
    expect(rows.map(({ id, standing, state }) => [id, standing, state])).toEqual([
      ['c1', 'replaced', 'replaced'],
      ['c2', 'stands', 'open'],
      ['c3', 'withdrawn', 'withdrawn'],
      ['c5', 'withdrawn', 'decided'],
    ]);
    expect(filterRows(rows, { ...noFilter, onlyStanding: true }).map(({ id }) => id)).toEqual(['c2']);
  });

  it('WEI3: shows the decision that holds with the last answer to it, and is open again when reopened', () => {
    const records = [
      statement('c1'),
      statement('c2'),
      answer('a1', 'd1', 'keepsObjection'),
      answer('a2', 'd1', 'agrees'),
    ];
    const proposed = decisionOn('d1', ['c1'], { stage: 'proposed' });
    const deferred = decisionOn('d2', ['c2'], { outcome: 'deferred' });
    const [row, other] = rowsOf(records, [proposed, deferred]);
    expect(row).toMatchObject({
      state: 'proposed',
      decision: 'd1',
      outcome: 'adopted',
      reason: 'Klarer.',
      answer: { reply: 'agrees', body: 'Danke.' },
    });
    expect(other).toMatchObject({ state: 'deferred', answer: null });
    const reopened = rowsOf(records, [
      proposed,
      {
        ...{ type: 'reopening', id: decisionId('d3'), by: 'local', at: '2019-05-02T10:00:00Z' },
        ...{ changes: [], reopens: proposed.id, reason: '' },
      },
    ]);
    expect(reopened[0]).toMatchObject({ state: 'open', decision: null, answer: null, outcome: null });
  });

  it('WEI4: is narrowed by what is set, and only by that', () => {
    const rows = rowsOf(
      [
        proposal('c1', 'Kurse', 'Treffs'),
        proposal('c2', 'Kurse', 'Angebote', 'weg'),
        statement('c3', { anchor: { on: 'document' }, round: roundId('r2') }),
      ],
      [decisionOn('d1', ['c3'])],
    );
    const ids = (filter: Partial<typeof noFilter>) =>
      filterRows(rows, { ...noFilter, ...filter }).map(({ id }) => id);
    expect(ids({})).toEqual(['c1', 'c2', 'c3']);
    expect(ids({ onlyOpen: true })).toEqual(['c1', 'c2']);
    expect(ids({ onlyConflicts: true })).toEqual(['c1', 'c2']);
    expect(ids({ field: nodeId('ch') })).toEqual(['c1', 'c2']);
    expect(ids({ institution: caritas })).toEqual(['c1', 'c3']);
    expect(ids({ kinds: new Set(['comment']) })).toEqual(['c3']);
    expect(ids({ round: roundId('r1') })).toEqual(['c1', 'c2']);
    expect(ids({ found: new Set([contributionId('c2'), contributionId('c3')]) })).toEqual(['c2', 'c3']);
    expect(ids({ onlyOpen: true, institution: caritas })).toEqual(['c1']);
  });

  it('WEI5: is grouped by goal in document order, the whole document first, what is gone last', () => {
    const rows = rowsOf([
      statement('c1'),
      proposal('c2', 'in Schulen', 'in allen Schulen'),
      proposal('c3', 'Kurse', 'Treffs'),
      statement('c4', { anchor: { on: 'document' } }),
      statement('c5', { anchor: onNode(document, 'g2') }),
      statement('c6', { anchor: { ...onWords(document, 'in Schulen'), quote: 'um Schulen' } }),
    ]);
    expect(rows.at(-1)?.resolution.state).toBe('gone');
    expect(
      groupRows(rows).map(({ about, place, rows: own }) => [about, place?.id, own.map(({ id }) => id)]),
    ).toEqual([
      ['document', undefined, ['c4']],
      ['place', 'g1', ['c3']],
      ['place', 'g2', ['c2', 'c5', 'c6']],
      ['gone', undefined, ['c1']],
    ]);
    expect(groupRows(rows).flatMap((one) => one.rows)).toHaveLength(rows.length);
  });
});
