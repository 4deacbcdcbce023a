import { rowsOfTable, type AssessmentTable } from '../../../../shared/assessment/assessment-row.ts';
import type { Result } from '../../../../shared/errors/result.ts';
import type { ReportProgress } from '../../ports.ts';
import type { AssessmentFrame, WrittenFile } from './assessment-file.ts';
import { writePdfs } from './assessment-pdfs.ts';
import { sectionsOf } from './assessment-sections.ts';
import { countRows } from './count-rows.ts';
import { partName, partWords } from './file-names.ts';
import { createPrintableLines } from './printable-lines.ts';
import { tableData } from './table-data.ts';
import { tableParts } from './table-parts.ts';
import { createAssessmentTypesetter } from './typeset-assessment.ts';

/**
 * The table as PDF; a large one as several, in a ZIP, whose pages are counted through. Fails with
 * `typesetting-failed`.
 */
export async function writeTablePdf(
  table: AssessmentTable,
  frame: AssessmentFrame,
  report: ReportProgress,
): Promise<Result<WrittenFile>> {
  const typesetter = await createAssessmentTypesetter();
  const printable = createPrintableLines(typesetter.hasGlyph);
  const { labels, createdAt } = frame;
  const rows = rowsOfTable(table).length;
  const parts = tableParts(sectionsOf(table, labels), labels);
  const pieces = parts.map((sections, at) => {
    const part = partWords(at, parts.length, labels);
    const isLast = at === parts.length - 1;
    return {
      name: partName(part, sections[0]?.title ?? '', labels),
      data: (firstPage: number) => tableData({ sections, part, isLast, firstPage, rows }, frame, printable),
    };
  });
  return writePdfs({ template: 'table', pieces, createdAt, count: countRows.pdf }, typesetter, false, report);
}
