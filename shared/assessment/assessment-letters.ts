import type { InstitutionId } from '../ids/ids.ts';
import type { AssessmentRow, AssessmentTable } from './assessment-row.ts';

/** What one institution is told. */
export interface AssessmentLetter {
  readonly institution: InstitutionId;
  readonly name: string;
  /** Its statements in the order of the table, each with the title of its place. */
  readonly statements: readonly { readonly row: AssessmentRow; readonly title: string }[];
  /** Its positions, answers and withdrawals. */
  readonly others: readonly AssessmentRow[];
}

interface OwnRows {
  readonly name: string;
  readonly statements: { readonly row: AssessmentRow; readonly title: string }[];
  readonly others: AssessmentRow[];
}

/** "Institution 2" before "Institution 10". */
const german = new Intl.Collator('de', { numeric: true });

/**
 * A letter for each institution that has a row in the table, in the order of a German index: all its rows, counted from
 * 1 in each letter, and none of another's (rule ASM8).
 */
export function assessmentLetters(table: AssessmentTable): readonly AssessmentLetter[] {
  const own = new Map<InstitutionId, OwnRows>();
  const ownOf = ({ institution, institutionName: name }: AssessmentRow): OwnRows => {
    const known = own.get(institution) ?? { name, statements: [], others: [] };
    own.set(institution, known);
    return known;
  };
  for (const { rows, title } of table.groups) {
    for (const row of rows) ownOf(row).statements.push({ row, title });
  }
  for (const row of table.others) ownOf(row).others.push(row);
  return [...own]
    .map(([institution, rows]) => letterOf(institution, rows))
    .sort((one, other) => german.compare(one.name, other.name));
}

/** How many rows letters hold together. */
export function rowsOfLetters(letters: readonly AssessmentLetter[]): number {
  return letters.reduce((sum, { statements, others }) => sum + statements.length + others.length, 0);
}

function letterOf(institution: InstitutionId, { name, statements, others }: OwnRows): AssessmentLetter {
  const rows = [...statements.map(({ row }) => row), ...others];
  const numbers = new Map(rows.map(({ index }, at) => [index, at + 1]));
  const numbered = (row: AssessmentRow): AssessmentRow => {
    const pointed = (index: number | null): number | null =>
      index === null ? null : (numbers.get(index) ?? null);
    const { content } = row;
    const index = numbers.get(row.index) ?? 0;
    if (content.type === 'statement') {
      const { replacedBy, replaces } = content;
      const moved = { replacedBy: pointed(replacedBy), replaces: pointed(replaces) };
      return { ...row, index, content: { ...content, ...moved } };
    }
    if (content.type !== 'withdrawal') return { ...row, index };
    return { ...row, index, content: { ...content, withdraws: pointed(content.withdraws) } };
  };
  return {
    ...{ institution, name },
    statements: statements.map(({ row, title }) => ({ row: numbered(row), title })),
    others: others.map(numbered),
  };
}
