import type { AssessmentCells } from '../../../../shared/assessment/assessment-cells.ts';
import { assessmentColumns, type AssessmentLabels } from '../../../../shared/assessment/assessment-labels.ts';
import type {
  AssessmentGroup,
  AssessmentRow,
  AssessmentTable,
} from '../../../../shared/assessment/assessment-row.ts';

/** Rows under one heading. */
export interface AssessmentSection {
  readonly title: string;
  readonly rows: readonly AssessmentRow[];
}

/** The table as it is printed: a section for each goal, then positions, answers and withdrawals; none is empty. */
export function sectionsOf(table: AssessmentTable, labels: AssessmentLabels): readonly AssessmentSection[] {
  return [
    ...table.groups.map((group) => ({ title: titleOf(group, labels), rows: group.rows })),
    { title: labels.others, rows: table.others },
  ].filter(({ rows }) => rows.length > 0);
}

function titleOf({ about, number, title }: AssessmentGroup, labels: AssessmentLabels): string {
  if (about === 'document') return labels.wholeDocument;
  if (about === 'gone') return labels.placeGone;
  const words = [number, title].filter((part) => part.trim() !== '').join(' ');
  return words === '' ? labels.untitled : words;
}

/** Characters of a cell up to which its row stays on one page. */
const SHORT = 700;
/** As many characters as the end of a line costs. */
const LINE = 30;

/** Whether a row is short enough to stand on one page as a whole. */
export function isShortRow(cells: AssessmentCells): boolean {
  return assessmentColumns.every((column) => {
    const lengths = cells[column].map(({ runs }) => runs.reduce((sum, { text }) => sum + text.length, LINE));
    return lengths.reduce((sum, length) => sum + length, 0) < SHORT;
  });
}
