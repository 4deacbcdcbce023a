import { describe, expect, it } from 'vitest';
import { assessmentLetters, rowsOfLetters } from '../../../shared/assessment/assessment-letters.ts';
import { rowsOfTable } from '../../../shared/assessment/assessment-row.ts';
import { assessmentTable } from '../../../shared/assessment/assessment-table.ts';
import { contributionId, institutionId } from '../../../shared/ids/ids.ts';
import { statement, withdrawal } from '../../support/arbitrary-contribution.ts';
import { assessedDecision, assessedPosition, assessedSources } from '../../support/assessment.ts';

describe('letters to the institutions', () => {
  it('ASM8: hold all rows of their own institution and none of another', () => {
    const institution = institutionId('ggua');
    const table = assessmentTable(
      assessedSources(
        [
          statement('c1', { institution }),
          statement('c2'),
          statement('c3', { institution, replaces: contributionId('c1') }),
          { ...withdrawal('c4', 'c3'), institution },
          assessedPosition('c5', 'g1'),
        ],
        [assessedDecision('d1', ['c2', 'c3'])],
      ),
      { round: null, institutions: null, onlyOpen: false },
    );
    const letters = assessmentLetters(table);
    expect(letters.map(({ name }) => name)).toEqual([
      'Caritasverband für die Stadt Münster e.V.',
      'Gemeinnützige Gesellschaft zur Unterstützung Asylsuchender (GGUA)',
    ]);
    for (const letter of letters) {
      const rows = [...letter.statements.map(({ row }) => row), ...letter.others];
      expect(new Set(rows.map((row) => row.institution))).toEqual(new Set([letter.institution]));
    }
    expect(rowsOfLetters(letters)).toBe(rowsOfTable(table).length);
    const [, ggua] = letters;
    expect(ggua?.statements.map(({ row }) => [row.index, row.content])).toMatchObject([
      [1, { replacedBy: 2, replaces: null }],
      [2, { replacedBy: null, replaces: 1 }],
    ]);
    expect(ggua?.others).toMatchObject([{ index: 3, content: { withdraws: 2 } }]);
  });
});
