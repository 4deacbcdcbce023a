import { anonymise } from '../../../../shared/assessment/anonymise.ts';
import { assessmentLabels } from '../../../../shared/assessment/assessment-labels.ts';
import { assessmentLetters, rowsOfLetters } from '../../../../shared/assessment/assessment-letters.ts';
import { rowsOfTable, type AssessmentTable } from '../../../../shared/assessment/assessment-row.ts';
import { assessmentTable, expectedRows } from '../../../../shared/assessment/assessment-table.ts';
import { appError, type AppError } from '../../../../shared/errors/errors.ts';
import { fail, ok, type Result } from '../../../../shared/errors/result.ts';
import type { AssessmentFormat } from '../../../../shared/api/assessment-calls.ts';
import type { ReportProgress } from '../../ports.ts';
import { assessmentFrame, type AssessmentFrame, type WrittenFile } from './assessment-file.ts';
import type { AssessmentJob } from './assessment-job.ts';
import { countRows } from './count-rows.ts';
import { readSources, type ReadSources } from './read-sources.ts';
import { writeLetters } from './write-letters.ts';
import { writeAssessmentCsv, writeAssessmentXlsx } from './write-spreadsheet.ts';
import { writeTableDocx } from './write-table-docx.ts';
import { writeTablePdf } from './write-table-pdf.ts';

/** Writes a table in a format. */
export type WriteTable = typeof writeTable;

/**
 * Writes what a job asks for, in this thread (rule ASM9): the rows are counted against the records, and again in the
 * bytes. Fails with `export-incomplete` where a figure differs, and with `typesetting-failed`. `write`
 * does the work itself.
 */
export async function writeAssessment(
  job: AssessmentJob,
  report: ReportProgress,
  write: WriteTable = writeTable,
): Promise<Result<WrittenFile>> {
  report({ phase: 'reading', done: 0, total: 0 });
  const read = readSources(job);
  const made = tableOf(job, read);
  if (!made.ok) return made;
  const { table, expected } = made.value;
  const language = job.profile.language;
  const frame = assessmentFrame(table, { ...job.header, language }, job.createdAt);
  if (job.wanted.what === 'table') {
    return counted(await write(table, frame, job.wanted.format, report), expected);
  }
  const letters = assessmentLetters(table);
  if (rowsOfLetters(letters) !== expected) return incomplete(expected, rowsOfLetters(letters));
  const options = { wanted: job.wanted, contacts: read.contacts };
  return counted(await writeLetters(letters, frame, options, report), expected);
}

function tableOf(
  { wanted, profile }: AssessmentJob,
  { sources, known }: ReadSources,
): Result<{ readonly table: AssessmentTable; readonly expected: number }> {
  const { round, institutions, onlyOpen = false } = wanted;
  const scope = { round, institutions, onlyOpen };
  const open = assessmentTable(sources, scope);
  const table = wanted.anonymised ? anonymise(open, known, assessmentLabels[profile.language]) : open;
  const expected = expectedRows(sources, scope);
  const found = rowsOfTable(table).length;
  return found === expected ? ok({ table, expected }) : incomplete(expected, found);
}

/** Writes a table in a format, with what this machine has. Fails with `typesetting-failed`. */
export async function writeTable(
  table: AssessmentTable,
  frame: AssessmentFrame,
  format: AssessmentFormat,
  report: ReportProgress,
): Promise<Result<WrittenFile>> {
  if (format === 'pdf') return writeTablePdf(table, frame, report);
  report({ phase: 'writing', done: 0, total: 0 });
  const bytes = await writers[format](table, frame);
  return ok({ bytes, rows: countRows[format](bytes), files: 1 });
}

const writers = { csv: writeAssessmentCsv, xlsx: writeAssessmentXlsx, docx: writeTableDocx };

function counted(written: Result<WrittenFile>, expected: number): Result<WrittenFile> {
  return !written.ok || written.value.rows === expected ? written : incomplete(expected, written.value.rows);
}

function incomplete(expected: number, found: number): ReturnType<typeof fail<AppError>> {
  return fail(appError('export-incomplete', { expected, found }));
}
