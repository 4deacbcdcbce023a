import { assessmentColumns } from '../../../../shared/assessment/assessment-labels.ts';
import { sideBySide, type AssessmentFrame } from './assessment-file.ts';
import { setRows } from './assessment-sections.ts';
import type { PrintableLines } from './printable-lines.ts';
import type { PartSection } from './table-parts.ts';

/** A file of a table. */
export interface TablePart {
  readonly sections: readonly PartSection[];
  /** Which it is, in words; empty where it is all. */
  readonly part: string;
  /** Tells at its end what could not be printed. */
  readonly isLast: boolean;
  /** The number of its first page. */
  readonly firstPage: number;
  /** How many rows the whole table has. */
  readonly rows: number;
}

/** The data of `resources/typst/assessment/table.typ`. */
export function tableData(
  { sections, part, isLast, firstPage, rows }: TablePart,
  frame: AssessmentFrame,
  printable: PrintableLines,
): object {
  const { labels } = frame;
  const groups = sections.map((section) => ({
    title: printable.text(section.title, section.title),
    beginsPage: section.beginsPage,
    rows: setRows(section, frame).map(({ cells, counted, isShort }, at) => {
      const place = sideBySide([counted, section.rows[at]?.institutionName ?? ''], ', ');
      const note = ['note', [['same', counted]]];
      return {
        cells: assessmentColumns.map((column) => {
          const lines = printable.lines(cells[column], place);
          return column === 'number' ? [...lines, note] : lines;
        }),
        short: isShort,
      };
    }),
  }));
  const said = (words: readonly string[], between?: string): string =>
    printable.text(sideBySide(words, between), labels.table);
  return {
    ...frameData(frame, printable),
    title: said([sideBySide([labels.table, frame.title], ': '), part], ', '),
    heading: said([labels.table, frame.title]),
    subtitle: said([frame.municipality, frame.asOf, labels.counted(rows), part]),
    ...(part === '' ? {} : { page: labels.pageOfPart('{page}', part) }),
    firstPage,
    columns: assessmentColumns.map((column) => labels.columns[column]),
    groups,
    // Last, when all has been looked through.
    unprintable: isLast ? printable.found : [],
  };
}

/** What every PDF of an assessment needs, whatever is in it. */
export function frameData(frame: AssessmentFrame, printable: PrintableLines): object {
  const { labels, language, createdAt, municipality, asOf } = frame;
  const [year, month, day] = createdAt.slice(0, 10).split('-').map(Number);
  return {
    ...{ variant: 'assessment', state: frame.isDraft ? 'draft' : 'final', language },
    anonymised: frame.isAnonymised,
    municipality: printable.text(municipality, labels.table),
    created: { year, month, day },
    foot: printable.text(sideBySide([municipality, asOf]), labels.table),
    page: labels.page('{page}', '{of}'),
    labels: Object.fromEntries(Object.entries(labels).filter(([, value]) => typeof value === 'string')),
  };
}
