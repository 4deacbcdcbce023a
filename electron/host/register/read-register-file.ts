import { readFileSync } from 'node:fs';
import { appError, type AppError } from '../../../shared/errors/errors.ts';
import { fail, ok, type Result } from '../../../shared/errors/result.ts';
import { type RegisterTable } from '../../../shared/register/register-table.ts';
import { parseRegisterCsv } from './register-csv.ts';

/** Larger files are no register. */
const LIMIT = 20 * 1024 * 1024;

/**
 * Reads a register file as rows of text; whether it is XLSX or CSV is told by its bytes, not its name.
 * Fails with `file-missing`, `file-unreadable`, `file-empty`, `file-too-large`, `file-not-text`,
 * `file-format-unknown` (a ZIP that is no workbook), `register-invalid` (an open quotation mark).
 */
export async function readRegisterFile(path: string): Promise<Result<RegisterTable>> {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    const known = readFailure(error, path);
    if (known === null) throw error;
    return fail(known);
  }
  if (bytes.length === 0) return fail(appError('file-empty', { path }));
  if (bytes.length > LIMIT)
    return fail(appError('file-too-large', { path, bytes: bytes.length, limit: LIMIT }));
  return bytes.subarray(0, 2).toString('latin1') === 'PK'
    ? readWorkbook(bytes, path)
    : parseRegisterCsv(bytes, path);
}

async function readWorkbook(bytes: Buffer, path: string): Promise<Result<RegisterTable>> {
  // Loaded where it is needed, so that commands which read no workbook start sooner.
  const { readSheet } = await import('read-excel-file/node');
  try {
    const rows: readonly (readonly unknown[])[] = await readSheet(bytes);
    return ok(rows.map((row) => row.map(cellText)));
  } catch (error) {
    // The library has no closed list of what a broken workbook throws.
    if (error instanceof Error) return fail(appError('file-format-unknown', { path }));
    throw error;
  }
}

function cellText(value: unknown): string {
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : '';
}

function readFailure(error: unknown, path: string): AppError | null {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return null;
  return error.code === 'ENOENT'
    ? appError('file-missing', { path })
    : appError('file-unreadable', { path, reason: error.code });
}
