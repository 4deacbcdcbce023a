import Papa from 'papaparse';
import { appError } from '../../../shared/errors/errors.ts';
import { fail, ok, type Result } from '../../../shared/errors/result.ts';
import { withGuard, withoutGuard, type RegisterTable } from '../../../shared/register/register-table.ts';
import { columnOf } from '../../../shared/register/register-words.ts';

const delimiters = [';', ',', '\t'] as const;

/**
 * Reads CSV with `;`, `,` or tabs, in UTF-8 with or without byte order mark, UTF-16 with one, or Windows-1252 (where
 * the bytes are no UTF-8). Fails with `register-format-unknown` (a zero byte), `register-invalid` (an open quotation mark).
 */
export function parseRegisterCsv(bytes: Uint8Array, path: string): Result<RegisterTable> {
  const text = decode(bytes);
  if (text.includes('\0')) return fail(appError('register-format-unknown', { path }));
  const { data, errors } = Papa.parse<string[]>(text, { delimiter: delimiterOf(text), header: false });
  const [broken] = errors.filter((error) => error.type === 'Quotes');
  if (broken !== undefined) {
    const row = (broken.row ?? 0) + 1;
    return fail(appError('register-invalid', { path, row, column: '', reason: 'quotes-open' }));
  }
  // The line break that ends the last line begins no row.
  const rows = data.at(-1)?.join('') === '' ? data.slice(0, -1) : data;
  return ok(rows.map((row) => row.map(withoutGuard)));
}

/**
 * Writes CSV as German spreadsheets read it by double click: UTF-8 with byte order mark, `;`, CRLF. No cell can be
 * taken for a formula.
 */
export function writeRegisterCsv(table: RegisterTable): Buffer {
  const rows = table.map((row) => row.map(withGuard));
  return Buffer.from(`\uFEFF${Papa.unparse(rows, { delimiter: ';', newline: '\r\n' })}\r\n`, 'utf8');
}

function decode(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return new TextDecoder('windows-1252').decode(bytes);
    throw error;
  }
}

/** The delimiter with which the first line has most headings that mean something. */
function delimiterOf(text: string): string {
  const headings = (delimiter: string): number => {
    const { data } = Papa.parse<string[]>(text, { delimiter, header: false, preview: 1 });
    return (data[0] ?? []).filter((heading) => columnOf(heading) !== undefined).length;
  };
  const counts = delimiters.map(headings);
  return delimiters[counts.indexOf(Math.max(...counts))] ?? ';';
}
