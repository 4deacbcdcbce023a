import { describe, expect, it } from 'vitest';
import { anonymise, type KnownNames } from '../../../shared/assessment/anonymise.ts';
import { assessmentCells, type CellLine } from '../../../shared/assessment/assessment-cells.ts';
import {
  assessmentColumns,
  assessmentLabels,
  type AssessmentColumn,
} from '../../../shared/assessment/assessment-labels.ts';
import { rowsOfTable, type AssessmentTable } from '../../../shared/assessment/assessment-row.ts';
import { assessmentTable } from '../../../shared/assessment/assessment-table.ts';
import type { NodeAnchor } from '../../../shared/contributions/anchor.ts';
import type { Provenance } from '../../../shared/contributions/receipt.ts';
import { institutionId, nodeId, workshopId } from '../../../shared/ids/ids.ts';
import { passage, statement, withdrawal } from '../../support/arbitrary-contribution.ts';
import {
  assessedAnswer,
  assessedDecision,
  assessedInstitutions,
  assessedPosition,
  assessedSources,
} from '../../support/assessment.ts';

const labels = assessmentLabels.de;
const scope = { round: null, institutions: null, onlyOpen: false };
const known: KnownNames = {
  institutions: assessedInstitutions,
  persons: ['Erika Mustermann', '0251 123456'],
  ordinary: 'Die Stadt Münster fördert Kurse zur Unterstützung der Gesellschaft.',
};

/** Everything by which somebody could know whom; the test looks for each in each column. */
const revealing = [
  'Caritas',
  'GGUA',
  'Gemeinnützige',
  'Asylsuchend',
  'Nothilfe',
  'Mustermann',
  'beispiel.de',
  '123456',
  'Az. 7',
  'inv-caritas',
  'Brief',
  '20. April 2019',
  '12. April 2019',
];
const telling = [
  'Der Caritasverband für die Stadt Münster e. V. und die GGUA',
  'des Caritasverbandes für die Stadt\nMünster, früher Caritas-Nothilfe oder Caritas Nothilfe',
  'Gemeinnütziger Gesellschaft zur Unterstützung Asylsuchender',
  'Erika Mustermann, erika@beispiel.de, Tel. 0251 123456, GGUAs Rat, ggua',
  'Der Caritasverband und die Caritas stehen zur Stadt Münster und zur Gesellschaft.',
].join('\n');

function telltale(): AssessmentTable {
  const via: Provenance = {
    by: 'moderation',
    source: 'letter',
    dated: '2019-04-12',
    reference: 'Az. 7',
    enteredBy: 'local',
  };
  const anchor: NodeAnchor = {
    on: 'node',
    nodeId: nodeId('weg'),
    quote: telling,
    textHash: passage.textHash,
  };
  const own = { anchor, institution: institutionId('caritas') } as const;
  const records = [
    statement('c1', { ...own, kind: 'proposal', body: telling, wording: `${telling} neu` }),
    { ...withdrawal('c2', 'c1'), body: telling },
    statement('c3', { body: telling, institution: institutionId('ggua') }),
    assessedAnswer('c4', 'd1', 'caritas', telling),
    assessedPosition('c5', 'g1', 'ggua', telling),
  ];
  const sources = assessedSources(
    records.map((record) => ({ record, receipt: { receivedAt: '2019-04-20T10:00:00Z', via } })),
    [
      assessedDecision('d1', ['c1'], {
        reason: telling,
        changes: [{ node: nodeId('weg'), before: telling, after: `${telling} neu` }],
      }),
    ],
  );
  const workshops = [{ id: workshopId('w1'), title: `Treffen: ${telling}`, date: '2019-04-30' }];
  return assessmentTable({ ...sources, workshops }, scope);
}

function wordsIn(table: AssessmentTable, column: AssessmentColumn): string {
  const written = (line: CellLine): string => line.runs.map(({ text }) => text).join('');
  return rowsOfTable(table)
    .flatMap((row) => assessmentCells(row, { labels, language: 'de' })[column].map(written))
    .join('\n');
}

describe('an anonymised table', () => {
  it.each(assessmentColumns)('ASM5: tells nobody by the column %s', (column) => {
    const [open, closed] = [telltale(), anonymise(telltale(), known, labels)];
    const found = (table: AssessmentTable): readonly string[] =>
      revealing.filter((one) => wordsIn(table, column).toLowerCase().includes(one.toLowerCase()));
    // The test itself must be able to fail: without anonymising, these columns tell.
    if (column !== 'number') expect(found(open)).not.toEqual([]);
    expect(found(closed)).toEqual([]);
  });

  it('ASM5: tells nobody by the titles of its groups', () => {
    const table = telltale();
    const groups = table.groups.map((group) => ({ ...group, title: telling }));
    const titles = anonymise({ ...table, groups }, known, labels).groups.map(({ title }) => title);
    for (const one of revealing) expect(titles.join('\n').toLowerCase()).not.toContain(one.toLowerCase());
  });

  it('ASM6: calls each institution by one number all through the export, by name, former and short name', () => {
    const closed = anonymise(telltale(), known, labels);
    const names = new Map(rowsOfTable(closed).map((row) => [row.institution as string, row.institutionName]));
    expect(names.get('caritas')).toBe('Institution 1');
    expect(names.get('ggua')).toBe('Institution 2');
    const [first] = rowsOfTable(closed);
    expect(first?.about.words.split('\n')).toEqual([
      'Der Institution 1 e. V. und die Institution 2',
      'des Institution 1, früher Institution 1 oder Institution 1',
      'Institution 2',
      '[Name], [E-Mail-Adresse], Tel. [Name], Institution 2 Rat, Institution 2',
      'Der Institution 1 und die Institution 1 stehen zur Stadt Münster und zur Gesellschaft.',
    ]);
    expect(anonymise(telltale(), known, labels)).toEqual(closed);
  });

  it('ASM7: keeps every row and every word that names nobody', () => {
    const table = telltale();
    const closed = anonymise(table, { institutions: [], persons: [], ordinary: '' }, labels);
    expect(rowsOfTable(closed).map(({ id }) => id)).toEqual(rowsOfTable(table).map(({ id }) => id));
    const plain = { ...known, institutions: [{ id: institutionId('in'), name: 'IN' }] };
    const record = statement('c1', { body: 'Mitten in der Stadt, innen, bei IN.' });
    const [row] = rowsOfTable(anonymise(assessmentTable(assessedSources([record]), scope), plain, labels));
    expect(row?.content.body).toBe('Mitten in der Stadt, innen, bei Institution 2.');
  });
});
