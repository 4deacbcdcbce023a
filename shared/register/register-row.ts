import { appError, type AppError } from '../errors/errors.ts';
import { ID_PATTERN, institutionId, type CreateId, type InstitutionId } from '../ids/ids.ts';
import { readPast } from './history-cells.ts';
import {
  contactSchema,
  emptyContact,
  institutionSchema,
  takesPart,
  type Contact,
  type InstitutionKind,
  type RegisterEntry,
} from './institution.ts';
import { renamed, takingPart } from './institution-changes.ts';
import {
  findCandidates,
  meaning,
  type EarlierRow,
  type FoundCandidate,
  type RegisterCandidate,
} from './register-candidates.ts';
import type { RegisterRow } from './register-preview.ts';
import { registerCell } from './register-table.ts';
import { columnWords, kindOf, registerColumns, type RegisterColumn } from './register-words.ts';
import type { NameWords } from './similar-names.ts';
import { comparableName, tidy } from './tidy-cell.ts';

/** Why a cell is refused. */
export type RegisterReason =
  | 'empty'
  | 'too-long'
  | 'kind-unknown'
  | 'seats-invalid'
  | 'email-invalid'
  | 'id-invalid'
  | 'twice-in-file'
  | 'name-ambiguous'
  | 'past-invalid'
  | 'successor-unknown';

/** What reading a row needs to know; `seen` and `earlier` grow with each row. */
export interface RowTools {
  readonly existing: readonly RegisterEntry[];
  readonly path: string;
  readonly createId: CreateId;
  readonly today: string;
  /** Ids of the institutions that rows mean, and marks of the names of new ones. */
  readonly seen: Set<string>;
  readonly earlier: EarlierRow[];
  readonly words: NameWords;
}

/** The cells of a row; undefined where the file lacks the column. */
export type Cells = (column: RegisterColumn) => string | undefined;

/** Reads one row of a register file; see `previewRegister`. */
export function readRow(row: number, cell: Cells, tools: RowTools): RegisterRow {
  const { existing, path, createId, seen, earlier } = tools;
  const invalid = (column: RegisterColumn, reason: RegisterReason): RegisterRow => ({
    ...{ outcome: 'invalid', row },
    error: refusal(path, row, column, reason),
  });
  const name = cell('name') ?? '';
  if (name === '') return invalid('name', 'empty');
  const id = cell('id') ?? '';
  if (id !== '' && !ID_PATTERN.test(id)) return invalid('id', 'id-invalid');
  const byId = existing.find(({ institution }) => institution.id === id);
  const namesakes = namesakesOf(name, existing);
  if (byId === undefined && namesakes.length > 1) return invalid('name', 'name-ambiguous');
  const exact = byId ?? namesakes[0];
  // A row that names one by its Kennung and says itself that it takes no part is about that one, and brings nobody back.
  const saysGone = (cell('left') ?? '') !== '' || (cell('mergedInto') ?? '') !== '';
  const isMeant = exact !== undefined && (takesPart(exact.institution) || (byId !== undefined && saysGone));
  const before = isMeant ? exact : undefined;

  const newId = institutionId(id === '' || exact !== undefined ? createId() : id);
  const read = entryOf(cell, before, newId, tools.today);
  if (!read.ok) return invalid(...read.problem);
  const { entry } = read;
  const isNamed = byId === undefined && id === '';
  // Two new rows of one name have different ids; the next import could not tell them apart.
  const marks = [entry.institution.id, ...(isNamed ? [`name ${comparableName(name)}`] : [])];
  if (marks.some((mark) => seen.has(mark))) return invalid(id === '' ? 'name' : 'id', 'twice-in-file');
  for (const mark of marks) seen.add(mark);
  if (before !== undefined) {
    const columns = differences(before, entry);
    return columns.length === 0
      ? { outcome: 'unchanged', row, entry: before }
      : { outcome: 'changed', row, entry, columns };
  }
  const found =
    exact !== undefined ? meaning(exact, 'left', existing) : isNamed ? findCandidates(name, tools) : [];
  earlier.push({ row, entry });
  const candidates = found.map((one) => candidateOf(one, cell, tools.today));
  return exact === undefined && candidates.length === 0
    ? { outcome: 'new', row, entry }
    : { outcome: 'similar', row, entry, candidates };
}

/** What is said of a cell that is refused. */
export function refusal(path: string, row: number, column: RegisterColumn, reason: RegisterReason): AppError {
  return appError('register-invalid', { path, row, column: columnWords[column][0], reason });
}

/** Those of exactly this name, else those of the same letters; those that take part before those that do not. */
function namesakesOf(name: string, existing: readonly RegisterEntry[]): readonly RegisterEntry[] {
  const letters = comparableName(name);
  const alike = existing.filter(({ institution }) => comparableName(institution.name) === letters);
  const exact = alike.filter(
    ({ institution }) => tidy(institution.name).toLocaleLowerCase('de') === name.toLocaleLowerCase('de'),
  );
  const nearest = exact.length > 0 ? exact : alike;
  const present = nearest.filter(({ institution }) => takesPart(institution));
  return present.length > 0 ? present : nearest.slice(0, 1);
}

function candidateOf(found: FoundCandidate, cell: Cells, today: string): RegisterCandidate {
  const { before, institution, why, row } = found;
  const { id, name, kind } = institution;
  const none = { ...{ id, name, kind, why, row }, kept: null, renamed: null };
  if (before === null) return none;
  const present = { ...before, institution: takingPart(before.institution) };
  const [kept, fresh] = [true, false].map((keepsName) => entryOf(cell, present, id, today, keepsName));
  // The same cells were read before without fault.
  if (kept?.ok !== true || fresh?.ok !== true) return none;
  const isOther = why !== 'merged' && fresh.entry.institution.name !== name;
  return { ...none, kept: kept.entry, renamed: isOther ? fresh.entry : null };
}

type ReadEntry =
  | { readonly ok: true; readonly entry: RegisterEntry }
  | { readonly ok: false; readonly problem: readonly [RegisterColumn, RegisterReason] };

/** What a row says of an institution; what it does not say stays as it was before. */
function entryOf(
  cell: Cells,
  before: RegisterEntry | undefined,
  id: InstitutionId,
  today: string,
  keepsName = false,
): ReadEntry {
  const problem = (column: RegisterColumn, reason: RegisterReason): ReadEntry => ({
    ok: false,
    problem: [column, reason],
  });
  const kind = read<InstitutionKind>(cell('kind'), before?.institution.kind ?? 'other', kindOf);
  if (kind === undefined) return problem('kind', 'kind-unknown');
  const seats = read(cell('seats'), before?.institution.seats ?? 1, wholeNumber);
  if (seats === undefined) return problem('seats', 'seats-invalid');
  const name = cell('name') ?? '';
  const fresh = institutionSchema.safeParse({ id, name, kind, seats });
  if (!fresh.success) return problem('name', 'too-long');
  const old = before?.institution;
  const past = readPast(cell, old ?? {});
  if (!past.ok) return problem(past.column, 'past-invalid');
  const known = { ...(old ?? fresh.data), ...past.past };
  const isSameName = keepsName || old === undefined || tidy(old.name) === name;
  const institution = { ...(isSameName ? known : renamed(known, name, today)), kind, seats };
  const contact = contactOf(cell, before?.contact ?? emptyContact);
  const wrong = contactSchema.safeParse(contact).error?.issues[0]?.path[0];
  if (wrong === 'email') return problem('email', 'email-invalid');
  if (wrong !== undefined) return problem(wrong === 'person' ? 'person' : 'phone', 'too-long');
  return { ok: true, entry: { institution, contact } };
}

function contactOf(cell: Cells, before: Contact): Contact {
  return {
    person: keep(before.person, cell('person')),
    email: keep(before.email, cell('email')),
    phone: keep(before.phone, cell('phone')),
  };
}

/** The value of a cell; what was there before where the column or the cell is missing; `undefined` where it makes no sense. */
function read<T>(cell: string | undefined, before: T, parse: (cell: string) => T | undefined): T | undefined {
  return cell === undefined || cell === '' ? before : parse(cell);
}

/** The stored words stay where the cell says the same but for white space. */
function keep(stored: string, cell: string | undefined): string {
  return cell === undefined || tidy(stored) === cell ? stored : cell;
}

function wholeNumber(cell: string): number | undefined {
  return /^\d{1,3}([.,]0+)?$/.test(cell) ? Math.trunc(Number(cell.replace(',', '.'))) : undefined;
}

function differences(before: RegisterEntry, after: RegisterEntry): readonly RegisterColumn[] {
  const changed = registerColumns.filter(
    (column) => registerCell(before, column) !== registerCell(after, column),
  );
  // That the name it had is kept goes without saying.
  return changed.filter((column) => column !== 'formerNames' || !changed.includes('name'));
}
