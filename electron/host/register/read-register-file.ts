import { readFileSync } from 'node:fs';
import { zipSync } from 'fflate';
import { appError, type AppError } from '../../../shared/errors/errors.ts';
import { fail, ok, type Result } from '../../../shared/errors/result.ts';
import { type RegisterTable } from '../../../shared/register/register-table.ts';
import { isXmlPart, unzipWithin } from '../files/unzip-within.ts';
import { parseRegisterCsv } from './register-csv.ts';

/** Larger files are no register. */
const LIMIT = 20 * 1024 * 1024;
/** The most that the parts of a workbook may unpack to, in bytes. */
const UNPACKED_LIMIT = 50 * 1024 * 1024;

/**
 * Reads a register file as rows of text; whether it is XLSX or CSV is told by its bytes, not its name.
 * Fails with `file-missing`, `file-unreadable`, `file-empty`, `file-too-large`,
 * `register-format-unknown` (no table), `register-invalid` (an open quotation mark).
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
  return readRegisterBytes(bytes, path);
}

/** The same for bytes that are there already; `path` is how messages call them. Fails as `readRegisterFile` does. */
export async function readRegisterBytes(bytes: Uint8Array, path: string): Promise<Result<RegisterTable>> {
  if (bytes.length === 0) return fail(appError('file-empty', { path }));
  if (bytes.length > LIMIT)
    return fail(appError('file-too-large', { path, bytes: bytes.length, limit: LIMIT }));
  if (isOtherDocument(bytes)) return fail(appError('register-format-unknown', { path }));
  return startOf(bytes, 2) === 'PK' ? readWorkbook(bytes, path) : parseRegisterCsv(bytes, path);
}

/** A PDF, or a file of Office 97–2003 or an encrypted one, told by its first bytes. */
function isOtherDocument(bytes: Uint8Array): boolean {
  const start = startOf(bytes, 5);
  return start === '%PDF-' || start.startsWith('\xd0\xcf\x11\xe0');
}

function startOf(bytes: Uint8Array, length: number): string {
  return Buffer.from(bytes.subarray(0, length)).toString('latin1');
}

async function readWorkbook(bytes: Uint8Array, path: string): Promise<Result<RegisterTable>> {
  const unzipped = unzipWithin(bytes, UNPACKED_LIMIT, isXmlPart);
  if ('fault' in unzipped) {
    return unzipped.fault === 'too-large'
      ? fail(appError('file-too-large', { path, bytes: unzipped.bytes, limit: UNPACKED_LIMIT }))
      : fail(appError('register-format-unknown', { path }));
  }
  // Loaded where it is needed, so that commands which read no workbook start sooner.
  const { readSheet } = await import('read-excel-file/node');
  try {
    // Packed anew, so that the library unpacks no more than was allowed.
    const vetted = Buffer.from(zipSync(unzipped.files, { level: 0 }));
    const rows: readonly (readonly unknown[])[] = await readSheet(vetted);
    return ok(rows.map((row) => row.map(cellText)));
  } catch (error) {
    // The library has no closed list of what a broken workbook throws.
    if (error instanceof Error) return fail(appError('register-format-unknown', { path }));
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
