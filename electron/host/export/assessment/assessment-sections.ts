import type { AssessmentLabels } from '../../../../shared/assessment/assessment-labels.ts';
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
  return [number, title].filter((part) => part !== '').join(' ');
}
