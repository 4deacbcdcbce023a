import { assessmentCells } from '../../../../shared/assessment/assessment-cells.ts';
import { assessmentColumns } from '../../../../shared/assessment/assessment-labels.ts';
import {
  rowsOfTable,
  type AssessmentRow,
  type AssessmentTable,
} from '../../../../shared/assessment/assessment-row.ts';
import { printedDate } from '../../../../shared/publication/printed-date.ts';
import type { HasGlyph } from '../pdf/check-glyphs.ts';
import type { AssessmentFrame } from './assessment-file.ts';
import { isShortRow, sectionsOf } from './assessment-sections.ts';
import { createPrintableLines, type PrintableLines } from './printable-lines.ts';

/** The data of `resources/typst/assessment/table.typ`. */
export function tableData(table: AssessmentTable, frame: AssessmentFrame, hasGlyph: HasGlyph): object {
  const printable = createPrintableLines(hasGlyph);
  const { labels } = frame;
  const rows = rowsOfTable(table).length;
  const groups = sectionsOf(table, labels).map(({ title, rows: own }) => ({
    title: printable.text(title, title),
    rows: own.map((row, at) => printedRow(row, own[at - 1], frame, printable)),
  }));
  const heading = [labels.table, frame.title].filter((part) => part !== '').join(' · ');
  return {
    ...frameData(frame, printable),
    title: printable.text([labels.table, frame.title].join(': '), labels.table),
    heading: printable.text(heading, labels.table),
    subtitle: printable.text(subtitleOf(frame, rows), labels.table),
    columns: assessmentColumns.map((column) => labels.columns[column]),
    groups,
    // Last, when all has been looked through.
    unprintable: printable.found,
  };
}

/** What every PDF of an assessment needs, whatever is in it. */
export function frameData(frame: AssessmentFrame, printable: PrintableLines): object {
  const { labels, language, createdAt, municipality } = frame;
  const [year, month, day] = createdAt.slice(0, 10).split('-').map(Number);
  const asOf = `${labels.asOf} ${printedDate(createdAt, language)}`;
  return {
    ...{ variant: 'assessment', state: frame.isDraft ? 'draft' : 'final', language },
    anonymised: frame.isAnonymised,
    municipality: printable.text(municipality, labels.table),
    created: { year, month, day },
    foot: printable.text([municipality, asOf].filter((part) => part !== '').join(' · '), labels.table),
    page: labels.page('{page}', '{of}'),
    labels: Object.fromEntries(Object.entries(labels).filter(([, value]) => typeof value === 'string')),
  };
}

function subtitleOf({ municipality, labels, createdAt, language }: AssessmentFrame, rows: number): string {
  const asOf = `${labels.asOf} ${printedDate(createdAt, language)}`;
  return [municipality, asOf, labels.counted(rows)].filter((part) => part !== '').join(' · ');
}

function printedRow(
  row: AssessmentRow,
  before: AssessmentRow | undefined,
  frame: AssessmentFrame,
  printable: PrintableLines,
) {
  const { labels } = frame;
  const cells = assessmentCells(row, frame);
  const isSame = before !== undefined && before.about.words === row.about.words && row.about.words !== '';
  const place = `${labels.row(row.index)}, ${row.institutionName}`;
  const printed = assessmentColumns.map((column) => {
    const lines = cells[column];
    const own = printable.lines(lines, place);
    if (column === 'number') {
      return [...own, ['note', [['same', labels.row(row.index)]]]];
    }
    // The words of a goal stand once, and not in each of thirty rows about it.
    if (column === 'text' && isSame) {
      return [['note', [['same', labels.asAbove]]], ...own.filter(([style]) => style === 'note')];
    }
    return own;
  });
  return { cells: printed, short: isShortRow(cells) };
}
