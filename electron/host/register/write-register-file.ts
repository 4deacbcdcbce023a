import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import process from 'node:process';
import { appError, type AppError } from '../../../shared/errors/errors.ts';
import { fail, ok, type Result } from '../../../shared/errors/result.ts';
import type { RegisterFormat } from '../../../shared/api/register-calls.ts';
import { takesPart, type RegisterEntry } from '../../../shared/register/institution.ts';
import { toRegisterTable, type RegisterTable } from '../../../shared/register/register-table.ts';
import { registerColumns } from '../../../shared/register/register-words.ts';
import { writeRegisterCsv } from './register-csv.ts';

/**
 * Writes the register as XLSX or CSV, by the ending of the path, over what is there; wholly or not at all.
 * Fails with `register-format-unknown` (another ending), `disk-full`, `file-unwritable`.
 */
export async function writeRegisterFile(
  path: string,
  entries: readonly RegisterEntry[],
): Promise<Result<void>> {
  const ending = extname(path).toLowerCase();
  if (ending !== '.csv' && ending !== '.xlsx') return fail(appError('register-format-unknown', { path }));
  const bytes = await writeRegisterBytes(ending === '.csv' ? 'csv' : 'xlsx', entries);
  const temporary = join(dirname(path), `.${basename(path)}.${String(process.pid)}.writing`);
  try {
    writeFileSync(temporary, bytes, { flush: true });
    renameSync(temporary, path);
    return ok(undefined);
  } catch (error) {
    rmSync(temporary, { force: true });
    const known = writeFailure(error, path);
    if (known === null) throw error;
    return fail(known);
  }
}

/** The register as a file: those that take part, then those that left or became part of another. */
export async function writeRegisterBytes(
  format: RegisterFormat,
  entries: readonly RegisterEntry[],
): Promise<Buffer> {
  const present = entries.filter(({ institution }) => takesPart(institution));
  const gone = entries.filter(({ institution }) => !takesPart(institution));
  const table = toRegisterTable([...present, ...gone]);
  return format === 'csv' ? writeRegisterCsv(table) : writeWorkbook(table);
}

const seatsColumn = registerColumns.indexOf('seats');

async function writeWorkbook(table: RegisterTable): Promise<Buffer> {
  // Loaded where it is needed, so that commands which write no workbook start sooner.
  const { default: writeXlsxFile } = await import('write-excel-file/node');
  const rows = table.map((row, index) =>
    row.map((cell, column) => {
      if (index === 0) return { value: cell, type: String, fontWeight: 'bold' as const };
      return column === seatsColumn
        ? { value: Number(cell), type: Number }
        : { value: printable(cell), type: String };
    }),
  );
  const widths = [40, 24, 8, 28, 32, 20, 16, 40, 16, 16];
  const options = { sheet: 'Register', columns: widths.map((width) => ({ width })), stickyRowsCount: 1 };
  return writeXlsxFile(rows, options).toBuffer();
}

/** XML has no place for most control characters. */
function printable(cell: string): string {
  return cell.replaceAll(/\p{Cc}/gu, ' ');
}

function writeFailure(error: unknown, path: string): AppError | null {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return null;
  return error.code === 'ENOSPC' || error.code === 'EDQUOT'
    ? appError('disk-full', { path })
    : appError('file-unwritable', { path, reason: error.code });
}
