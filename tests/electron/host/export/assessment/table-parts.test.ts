import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { divide } from '../../../../../electron/host/export/assessment/divide.ts';
import { sectionsOf } from '../../../../../electron/host/export/assessment/assessment-sections.ts';
import { partName, partWords } from '../../../../../electron/host/export/assessment/file-names.ts';
import { weightOfRows } from '../../../../../electron/host/export/assessment/row-weight.ts';
import { tableParts } from '../../../../../electron/host/export/assessment/table-parts.ts';
import { assessmentLabels } from '../../../../../shared/assessment/assessment-labels.ts';
import type { AssessmentRow } from '../../../../../shared/assessment/assessment-row.ts';
import { assessmentSize, PART } from '../../../../../shared/assessment/assessment-size.ts';
import { assessmentTable } from '../../../../../shared/assessment/assessment-table.ts';
import { institutionId } from '../../../../../shared/ids/ids.ts';
import { statement } from '../../../../support/arbitrary-contribution.ts';
import { assessedSources, assessedText } from '../../../../support/assessment.ts';
import { onNode } from '../../../../support/decisions.ts';

const labels = assessmentLabels.de;
const scope = { round: null, institutions: null, onlyOpen: false };
/** So many contributions of 10,000 characters, the first about the whole text, the others about one goal or another. */
const records = (count: number) =>
  Array.from({ length: count }, (_, at) =>
    statement(`c${String(at)}`, {
      anchor: at === 0 ? { on: 'document' } : onNode(assessedText, at % 10 === 0 ? 'g1' : 'g2'),
      body: 'Wort '.repeat(2_000),
    }),
  );
const partsOf = (count: number) =>
  tableParts(sectionsOf(assessmentTable(assessedSources(records(count)), scope), labels), labels);

describe('what stands in one file', () => {
  it('is all, in order, in runs of about the same weight', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 100 })),
        fc.integer({ min: 1, max: 9 }),
        (items, runs) => {
          const divided = divide(items, (item) => item, runs);
          expect(divided.flat()).toEqual(items);
          expect(divided.length).toBeLessThanOrEqual(runs);
          const most = items.reduce((sum, item) => sum + item, 0) / runs + Math.max(0, ...items);
          for (const run of divided) {
            expect(run.length).toBeGreaterThan(0);
            expect(run.reduce((sum, item) => sum + item, 0)).toBeLessThanOrEqual(most);
          }
        },
      ),
    );
  });

  it('ASM15: is the whole table where it is not too large, and nothing of an empty one', () => {
    const [only, ...more] = partsOf(20);
    expect(more).toEqual([]);
    expect(only?.map(({ rows }) => rows.length)).toEqual([1, 1, 18]);
    expect(only?.some(({ beginsPage }) => beginsPage)).toBe(false);
    expect(tableParts([], labels)).toEqual([[]]);
  });

  it('ASM15: of a large one is a part with each row once, the title of a divided goal in both', () => {
    const count = 400;
    const parts = partsOf(count);
    expect(parts.length).toBe(Math.ceil((count * 10_300) / PART));
    const rows = parts.flatMap((part) => part.flatMap((section): readonly AssessmentRow[] => section.rows));
    expect(rows.map(({ index }) => index)).toEqual(Array.from({ length: count }, (_, at) => at + 1));
    for (const part of parts) {
      expect(weightOfRows(part.flatMap((section) => section.rows))).toBeLessThan(PART * 1.3);
    }
    const titles = parts.map((part) => part.map(({ title }) => title));
    expect(titles[0]?.slice(0, 2)).toEqual(['Zum gesamten Text', '1.L1 Die Stadt fördert Kurse.']);
    expect(titles.at(-1)).toEqual(['1.L2 Kinder lernen Deutsch. (Fortsetzung)']);
  });

  it('ASM15: is told beforehand by what is asked for', () => {
    const given = records(400);
    expect(assessmentSize(given, scope)).toEqual({ rows: 400, files: partsOf(400).length });
    expect(assessmentSize(given, { ...scope, institutions: [institutionId('nobody')] })).toEqual({
      rows: 0,
      files: 1,
    });
  });

  it('is named by its number and by what it begins with', () => {
    expect(partName(partWords(1, 12, labels), '6.4.T2 Wir fördern: die Kinder', labels)).toBe(
      'Teil 02 von 12, ab 6.4.T2 Wir fördern die Kinder',
    );
    expect(partName(partWords(0, 2, labels), 'Wort '.repeat(30), labels)).toBe(
      `Teil 1 von 2, ab ${'Wort '.repeat(10)}…`,
    );
    expect(partName(partWords(0, 1, labels), '', labels)).toBe('Abwägungstabelle');
  });
});
