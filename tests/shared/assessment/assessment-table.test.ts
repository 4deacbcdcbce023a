import { describe, expect, it } from 'vitest';
import { assessmentCells, type AssessmentCells } from '../../../shared/assessment/assessment-cells.ts';
import { assessmentColumns, assessmentLabels } from '../../../shared/assessment/assessment-labels.ts';
import { rowsOfTable, type AssessmentTable } from '../../../shared/assessment/assessment-row.ts';
import type { AssessmentScope } from '../../../shared/assessment/assessment-sources.ts';
import { assessmentTable, expectedRows } from '../../../shared/assessment/assessment-table.ts';
import { plainCells } from '../../../shared/assessment/plain-cells.ts';
import type { Provenance } from '../../../shared/contributions/receipt.ts';
import type { Contribution } from '../../../shared/contributions/contribution.ts';
import type { DecisionRecord } from '../../../shared/decisions/decision.ts';
import { contributionId, institutionId, nodeId, roundId } from '../../../shared/ids/ids.ts';
import { statement, withdrawal } from '../../support/arbitrary-contribution.ts';
import {
  assessedAnswer,
  assessedDecision,
  assessedPosition,
  assessedSources,
  assessedText,
} from '../../support/assessment.ts';
import { onNode, onWords } from '../../support/decisions.ts';

const all: AssessmentScope = { round: null, institutions: null, onlyOpen: false };
const caritas = institutionId('caritas');
const words = { labels: assessmentLabels.de, language: 'de' } as const;

function tableOf(
  records: Parameters<typeof assessedSources>[0],
  decisions: readonly DecisionRecord[] = [],
  scope: Partial<AssessmentScope> = {},
): AssessmentTable {
  return assessmentTable(assessedSources(records, decisions), { ...all, ...scope });
}
const cellsOf = (table: AssessmentTable): readonly AssessmentCells[] =>
  rowsOfTable(table).map((row) => assessmentCells(row, words));
const plainOf = (table: AssessmentTable): readonly (readonly string[])[] => cellsOf(table).map(plainCells);

const proposal = statement('c1', {
  ...{ kind: 'proposal', anchor: onWords(assessedText, 'in Kitas'), wording: 'in allen Kitas' },
  ...{ body: 'Alle sind gemeint.', institution: caritas },
});

describe('the assessment table', () => {
  it('ASM1: has each record in scope once, whatever became of it', () => {
    const records: readonly Contribution[] = [
      proposal,
      statement('c2', { anchor: { on: 'document' }, institution: caritas }),
      statement('c3'),
      statement('c4', { replaces: contributionId('c3') }),
      withdrawal('c5', 'c4'),
      assessedPosition('c6', 'g1'),
      assessedPosition('c7', 'g1'),
      assessedAnswer('c8', 'd1'),
    ];
    const decisions = [assessedDecision('d1', ['c1', 'c4'])];
    const table = tableOf(records, decisions);
    expect(
      rowsOfTable(table)
        .map(({ id }) => id)
        .sort(),
    ).toEqual(records.map(({ id }) => id));
    expect(rowsOfTable(table).map(({ index }) => index)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    for (const scope of [
      all,
      { ...all, round: roundId('r1') },
      { ...all, round: roundId('r2') },
      { ...all, institutions: [caritas] },
      { ...all, onlyOpen: true },
    ]) {
      const sources = assessedSources(records, decisions);
      expect(rowsOfTable(assessmentTable(sources, scope))).toHaveLength(expectedRows(sources, scope));
    }
    expect(rowsOfTable(tableOf(records, decisions, { onlyOpen: true })).map(({ id }) => id)).toEqual(['c2']);
  });

  it('ASM2: fills the nine columns of a decided proposal', () => {
    const change = { node: nodeId('g2'), before: 'in Kitas', after: 'in allen Kitas' };
    const elsewhere = { node: nodeId('g1'), before: 'Kurse', after: 'Sprachkurse' };
    const table = tableOf(
      [proposal, statement('c9', { anchor: onNode(assessedText, 'g1') })],
      [assessedDecision('d1', ['c1', 'c9'], { changes: [change, elsewhere] })],
    );
    expect(assessmentColumns).toHaveLength(9);
    expect(plainOf(table)[1]).toEqual([
      '1.L2',
      'in Kitas',
      'Caritasverband für die Stadt Münster e.V.',
      'Vorschlag\nAlle sind gemeint.\nVorgeschlagener Wortlaut:\nin allen Kitas\nEingegangen am 20. April 2019',
      'Übernommen',
      'Klarer.',
      'in allen Kitas',
      'Treffen im Rathaus\n30. April 2019',
      '1. Mai 2019',
    ]);
    expect(cellsOf(table)[1]?.newText[0]?.runs).toContainEqual({ type: 'inserted', text: 'allen ' });
  });

  it('ASM3: says of each row what became of it and how it came', () => {
    const via: Provenance = {
      by: 'moderation',
      source: 'letter',
      dated: '2019-04-12',
      reference: 'Az. 7',
      enteredBy: 'local',
    };
    const letter = { record: statement('c1'), receipt: { receivedAt: '2019-04-20T10:00:00Z', via } };
    const table = tableOf(
      [
        letter,
        statement('c2', { replaces: contributionId('c1') }),
        { ...withdrawal('c3', 'c2'), body: 'Ein Irrtum.' },
        statement('c4', { anchor: onNode(assessedText, 'g1') }),
        assessedPosition('c5', 'g1'),
        assessedPosition('c6', 'g1'),
        assessedAnswer('c7', 'd1', 'awo'),
      ],
      [assessedDecision('d1', ['c4'], { stage: 'proposed', outcome: 'rejected' })],
    );
    const said = Object.fromEntries(
      rowsOfTable(table).map((row) => [row.id, plainCells(assessmentCells(row, words))]),
    );
    expect(said['c1']?.[1]).toContain('Textstelle nicht mehr vorhanden');
    expect(said['c1']?.[3]).toContain('Ersetzt durch Beitrag 3');
    expect(said['c1']?.[3]).toContain('Von der Moderation eingetragen: Brief vom 12. April 2019, Az. 7');
    expect(said['c1']?.[4]).toBe('Nicht entschieden');
    expect(said['c2']?.[3]).toMatch(/Zurückgezogen\nErsetzt Beitrag 2\nEin Irrtum\./u);
    expect(said['c3']?.[3]).toContain('Nimmt Beitrag 3 zurück');
    expect(said['c4']?.[4]).toContain('Vorgeschlagen: Nicht übernommen');
    expect(said['c5']?.[3]).toContain('später durch eine neuere Angabe ersetzt');
    expect(said['c6']?.[3]).toMatch(/^Position: stimmt zu\nEingegangen/u);
    expect(said['c7']?.[3]).toMatch(/^Antwort: hält den Einwand aufrecht/u);
  });

  it('ASM4: is grouped by goal in document order, and a draft as long as something is open', () => {
    const records = [statement('c1'), proposal, statement('c0', { anchor: { on: 'document' } })].map(
      (one, at) => ({ ...one, id: contributionId(`s${String(at)}`) }),
    );
    const open = tableOf(records);
    expect(open.groups.map(({ about, number }) => [about, number])).toEqual([
      ['document', ''],
      ['place', '1.L2'],
      ['gone', ''],
    ]);
    expect(open.isDraft).toBe(true);
    const decided = tableOf(records, [assessedDecision('d1', ['s0', 's1', 's2'])]);
    expect(decided.isDraft).toBe(false);
    expect(
      tableOf(records, [assessedDecision('d1', ['s0', 's1', 's2'], { outcome: 'deferred' })]).isDraft,
    ).toBe(true);
  });
});
