import { appError, type AppError } from '../errors/errors.ts';
import { fail, ok, type Result } from '../errors/result.ts';
import { ID_PATTERN, institutionId, type CreateId } from '../ids/ids.ts';
import { contactSchema, emptyContact, institutionSchema, type RegisterEntry } from './institution.ts';
import type { RegisterTable } from './register-table.ts';
import { columnOf, columnWords, kindOf, kindWords, type RegisterColumn } from './register-words.ts';

/** What importing one row of a register file would do. */
export type RegisterRow =
  | { readonly outcome: 'new' | 'unchanged'; readonly row: number; readonly entry: RegisterEntry }
  | {
      readonly outcome: 'changed';
      readonly row: number;
      readonly entry: RegisterEntry;
      /** Which columns differ from the register. */
      readonly columns: readonly RegisterColumn[];
    }
  | { readonly outcome: 'invalid'; readonly row: number; readonly error: AppError };

/** What importing a register file would do; nothing is written yet. */
export interface RegisterPreview {
  /** The file, as messages name it. */
  readonly path: string;
  /** In the order of the file; empty rows are left out. Row 1 holds the headings. */
  readonly rows: readonly RegisterRow[];
  readonly counts: Readonly<Record<RegisterRow['outcome'], number>>;
  /** Institutions of the register that no row means. They stay unless their removal is asked for. */
  readonly missing: readonly RegisterEntry[];
  /** Headings that mean no column; what stands below them is left out. */
  readonly unknownHeadings: readonly string[];
  /** Kinds in other words than the register's own, each with the word it was read as. */
  readonly mappedKinds: readonly (readonly [written: string, readAs: string])[];
}

/** Why a cell is refused. */
export type RegisterReason =
  | 'empty'
  | 'too-long'
  | 'kind-unknown'
  | 'seats-invalid'
  | 'email-invalid'
  | 'id-invalid'
  | 'twice-in-file'
  | 'name-ambiguous';

/**
 * Compares a register file with the register. A row means the institution with its Kennung, else the one with its
 * name (without regard to case and white space), else a new one. A column that the file lacks changes nothing; new
 * institutions get the kind `other` and one seat. Fails with `register-columns-missing` without a column of names.
 */
export function previewRegister(
  table: RegisterTable,
  existing: readonly RegisterEntry[],
  path: string,
  createId: CreateId,
): Result<RegisterPreview> {
  const headings = table[0] ?? [];
  const columns = new Map<RegisterColumn, number>();
  const unknownHeadings: string[] = [];
  headings.forEach((heading, index) => {
    const column = columnOf(heading);
    if (column !== undefined && !columns.has(column)) columns.set(column, index);
    else if (heading.trim() !== '') unknownHeadings.push(heading.trim());
  });
  if (!columns.has('name')) {
    return fail(appError('register-columns-missing', { path, columns: [columnWords.name[0]] }));
  }
  const seen = new Set<string>();
  const kinds = new Map<string, string>();
  const rows: RegisterRow[] = [];
  table.slice(1).forEach((cells, index) => {
    if (cells.every((cell) => tidy(cell) === '')) return;
    const cell = (column: RegisterColumn): string | undefined => {
      const at = columns.get(column);
      return at === undefined ? undefined : tidy(cells[at] ?? '');
    };
    const kind = cell('kind') ?? '';
    const readAs = kindOf(kind);
    if (readAs !== undefined && kindWords[readAs][0] !== kind) kinds.set(kind, kindWords[readAs][0]);
    rows.push(readRow(index + 2, cell, existing, seen, path, createId));
  });
  const counts = { new: 0, changed: 0, unchanged: 0, invalid: 0 };
  for (const row of rows) counts[row.outcome] += 1;
  const missing = existing.filter(({ institution }) => !seen.has(institution.id));
  return ok({ path, rows, counts, missing, unknownHeadings, mappedKinds: [...kinds] });
}

/** What is to be written; fails with the first invalid row, so that a file is imported wholly or not at all. */
export function entriesToWrite(preview: RegisterPreview): Result<readonly RegisterEntry[]> {
  const entries: RegisterEntry[] = [];
  for (const row of preview.rows) {
    if (row.outcome === 'invalid') return fail(row.error);
    if (row.outcome !== 'unchanged') entries.push(row.entry);
  }
  return ok(entries);
}

function readRow(
  row: number,
  cell: (column: RegisterColumn) => string | undefined,
  existing: readonly RegisterEntry[],
  seen: Set<string>,
  path: string,
  createId: CreateId,
): RegisterRow {
  const invalid = (column: RegisterColumn, reason: RegisterReason): RegisterRow => {
    const details = { path, row, column: columnWords[column][0], reason };
    return { outcome: 'invalid', row, error: appError('register-invalid', details) };
  };
  const name = cell('name') ?? '';
  if (name === '') return invalid('name', 'empty');
  const id = cell('id') ?? '';
  if (id !== '' && !ID_PATTERN.test(id)) return invalid('id', 'id-invalid');
  const namesakes = existing.filter(
    ({ institution }) => comparableName(institution.name) === comparableName(name),
  );
  const byId = existing.find(({ institution }) => institution.id === id);
  if (byId === undefined && namesakes.length > 1) return invalid('name', 'name-ambiguous');
  const before = byId ?? namesakes[0];
  const kind = read(cell('kind'), before?.institution.kind ?? 'other', kindOf);
  if (kind === undefined) return invalid('kind', 'kind-unknown');
  const seats = read(cell('seats'), before?.institution.seats ?? 1, wholeNumber);
  if (seats === undefined) return invalid('seats', 'seats-invalid');
  const contact = before?.contact ?? emptyContact;
  const entry = {
    institution: {
      id: before?.institution.id ?? (id === '' ? institutionId(createId()) : institutionId(id)),
      name: keep(before?.institution.name, name),
      kind,
      seats,
    },
    contact: {
      person: keep(contact.person, cell('person')),
      email: keep(contact.email, cell('email')),
      phone: keep(contact.phone, cell('phone')),
    },
  };
  if (!institutionSchema.safeParse(entry.institution).success) return invalid('name', 'too-long');
  const problem = contactSchema.safeParse(entry.contact).error?.issues[0]?.path[0];
  if (problem === 'email') return invalid('email', 'email-invalid');
  if (problem !== undefined) return invalid(problem === 'person' ? 'person' : 'phone', 'too-long');
  // Two new rows of one name have different ids; the next import could not tell them apart.
  const marks = [
    entry.institution.id,
    ...(byId === undefined && id === '' ? [`name ${comparableName(name)}`] : []),
  ];
  if (marks.some((mark) => seen.has(mark))) return invalid(id === '' ? 'name' : 'id', 'twice-in-file');
  for (const mark of marks) seen.add(mark);
  if (before === undefined) return { outcome: 'new', row, entry };
  const columns = differences(before, entry);
  return columns.length === 0
    ? { outcome: 'unchanged', row, entry: before }
    : { outcome: 'changed', row, entry, columns };
}

/** The value of a cell; what was there before where the column or the cell is missing; `undefined` where it makes no sense. */
function read<T>(cell: string | undefined, before: T, parse: (cell: string) => T | undefined): T | undefined {
  return cell === undefined || cell === '' ? before : parse(cell);
}

/** The stored words stay where the cell says the same but for white space. */
function keep(stored: string | undefined, cell: string | undefined): string {
  if (cell === undefined) return stored ?? '';
  return stored !== undefined && tidy(stored) === cell ? stored : cell;
}

function wholeNumber(cell: string): number | undefined {
  return /^\d{1,3}([.,]0+)?$/.test(cell) ? Math.trunc(Number(cell.replace(',', '.'))) : undefined;
}

function tidy(cell: string): string {
  return cell
    .normalize('NFC')
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .trim();
}

function comparableName(name: string): string {
  return tidy(name).toLocaleLowerCase('de');
}

function differences(before: RegisterEntry, after: RegisterEntry): readonly RegisterColumn[] {
  const flat = ({ institution, contact }: RegisterEntry) => ({ ...institution, ...contact });
  const [left, right] = [flat(before), flat(after)];
  return (Object.keys(left) as RegisterColumn[]).filter((column) => left[column] !== right[column]);
}
