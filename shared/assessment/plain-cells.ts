import type { AssessmentCells, CellLine } from './assessment-cells.ts';
import { assessmentColumns } from './assessment-labels.ts';

/** The words of a line as they shall stand; what is deleted is left out. */
export function plainLine({ runs }: CellLine): string {
  return runs
    .filter(({ type }) => type !== 'deleted')
    .map(({ text }) => text)
    .join('');
}

/** A row without marks, in the order of the columns, for spreadsheets. */
export function plainCells(cells: AssessmentCells): readonly string[] {
  return assessmentColumns.map((column) =>
    cells[column]
      .map(plainLine)
      .filter((words) => words.trim() !== '')
      .join('\n'),
  );
}
