import { strFromU8, strToU8, unzipSync } from 'fflate';
import Papa from 'papaparse';
import { assessmentCells } from '../../../../shared/assessment/assessment-cells.ts';
import { assessmentColumns, type AssessmentColumn } from '../../../../shared/assessment/assessment-labels.ts';
import { rowsOfTable, type AssessmentTable } from '../../../../shared/assessment/assessment-row.ts';
import { plainCells } from '../../../../shared/assessment/plain-cells.ts';
import { withGuard } from '../../../../shared/register/register-table.ts';
import { brandColours } from '../brand.ts';
import { stableZip } from '../stable-zip.ts';
import type { AssessmentFrame } from './assessment-file.ts';

/** What XML 1.0 cannot say, but for the line feed. */
const FORBIDDEN = /(?!\n)[\p{Cc}\ufffe\uffff]|\p{Surrogate}/gu;
/** What a cell of a workbook may hold, in UTF-16 code units (Excel's own limit). */
const MOST = 32_767;
const WIDTHS: Readonly<Record<AssessmentColumn, number>> = {
  number: 10,
  text: 40,
  institution: 28,
  contribution: 55,
  decision: 22,
  reason: 40,
  newText: 40,
  workshop: 24,
  date: 16,
};

/**
 * The table as CSV, as German spreadsheets read it by double click: UTF-8 with byte order mark, `;`, CRLF. No cell can be
 * taken for a formula.
 */
export function writeAssessmentCsv(table: AssessmentTable, frame: AssessmentFrame): Uint8Array {
  const rows = plainRows(table, frame).map((row) => row.map(withGuard));
  const text = Papa.unparse(rows, { delimiter: ';', newline: '\r\n' });
  return Buffer.from(`\uFEFF${text}\r\n`, 'utf8');
}

/** The table as a workbook: headings stay in sight and can be filtered by; every cell is text, so none is a formula. */
export async function writeAssessmentXlsx(
  table: AssessmentTable,
  frame: AssessmentFrame,
): Promise<Uint8Array> {
  // Loaded where it is needed, as the register does.
  const { default: writeXlsxFile } = await import('write-excel-file/node');
  const rows = plainRows(table, frame).map((row, index) =>
    row.map((cell) => {
      const value = fitting(cell.replaceAll(FORBIDDEN, ' '));
      const common = { value, type: String, wrap: true, alignVertical: 'top' as const };
      if (index > 0) return common;
      const { accent: color, panel: backgroundColor } = brandColours.light;
      return { ...common, fontWeight: 'bold' as const, color, backgroundColor };
    }),
  );
  const { labels, isDraft, isAnonymised } = frame;
  const marks = [...(isDraft ? [labels.draft] : []), ...(isAnonymised ? [labels.anonymised] : [])];
  const options = {
    sheet: [labels.table, ...marks].join(' ').slice(0, 31),
    columns: assessmentColumns.map((column) => ({ width: WIDTHS[column] })),
    stickyRowsCount: 1,
    orientation: 'landscape' as const,
  };
  return withFilters(await writeXlsxFile(rows, options).toBuffer(), rows.length);
}

const SHEET = 'xl/worksheets/sheet1.xml';

/** Puts filters into the heads, which the library does not know; packs anew, so that bytes do not depend on the clock. */
function withFilters(packed: Uint8Array, rows: number): Uint8Array {
  const parts = unzipSync(packed);
  const sheet = parts[SHEET];
  if (!sheet) throw new Error('a workbook without a sheet');
  const lastColumn = String.fromCharCode(64 + assessmentColumns.length);
  const filter = `<autoFilter ref="A1:${lastColumn}${String(rows)}"/>`;
  parts[SHEET] = strToU8(strFromU8(sheet).replace('</sheetData>', `</sheetData>${filter}`));
  return stableZip(new Map(Object.entries(parts)));
}

function plainRows(table: AssessmentTable, frame: AssessmentFrame): readonly (readonly string[])[] {
  const heads = assessmentColumns.map((column) => frame.labels.columns[column]);
  return [heads, ...rowsOfTable(table).map((row) => plainCells(assessmentCells(row, frame)))];
}

function fitting(cell: string): string {
  return cell.length <= MOST ? cell : `${cell.slice(0, MOST - 2)} …`;
}
