import {
  assessmentCells,
  type AssessmentCells,
  type CellLine,
} from '../../../../shared/assessment/assessment-cells.ts';
import { assessmentColumns, type AssessmentLabels } from '../../../../shared/assessment/assessment-labels.ts';
import type {
  AssessmentGroup,
  AssessmentRow,
  AssessmentTable,
} from '../../../../shared/assessment/assessment-row.ts';
import type { AssessmentFrame } from './assessment-file.ts';

/** Rows under one heading. */
export interface AssessmentSection {
  readonly title: string;
  readonly rows: readonly AssessmentRow[];
}

/** A row as PDF and Word show it. */
export interface SetRow {
  readonly cells: AssessmentCells;
  /** The number of the contribution, below that of its place. */
  readonly counted: string;
  /** Short enough to stand on one page as a whole. */
  readonly isShort: boolean;
}

/** The table as it is printed: a section for each goal, then positions, answers and withdrawals; none is empty. */
export function sectionsOf(table: AssessmentTable, labels: AssessmentLabels): readonly AssessmentSection[] {
  return [
    ...table.groups.map((group) => ({ title: titleOf(group, labels), rows: group.rows })),
    { title: labels.others, rows: table.others },
  ].filter(({ rows }) => rows.length > 0);
}

/** The rows of a section, one after the other; what stands above already is not said again. */
export function setRows({ rows }: AssessmentSection, frame: AssessmentFrame): readonly SetRow[] {
  const { labels } = frame;
  return rows.map((row, at) => {
    const cells = assessmentCells(row, frame);
    return {
      cells: { ...cells, text: shownText(row, rows[at - 1], cells.text, labels) },
      counted: labels.row(row.index),
      isShort: isShortRow(cells),
    };
  });
}

/** The words of a goal stand once, and not in each of thirty rows about it. */
function shownText(
  row: AssessmentRow,
  before: AssessmentRow | undefined,
  lines: readonly CellLine[],
  labels: AssessmentLabels,
): readonly CellLine[] {
  const { state, words } = row.about;
  // Its section is called so.
  if (state === 'document' && row.content.type === 'statement') return [];
  if (words === '' || before?.about.words !== words) return lines;
  const asAbove: CellLine = { style: 'note', runs: [{ type: 'same', text: labels.asAbove }] };
  return [asAbove, ...lines.filter(({ style }) => style === 'note')];
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

function isShortRow(cells: AssessmentCells): boolean {
  return assessmentColumns.every((column) => {
    const lengths = cells[column].map(({ runs }) => runs.reduce((sum, { text }) => sum + text.length, LINE));
    return lengths.reduce((sum, length) => sum + length, 0) < SHORT;
  });
}
