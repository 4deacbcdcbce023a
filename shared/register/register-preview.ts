import { appError, type AppError } from '../errors/errors.ts';
import { fail, ok, type Result } from '../errors/result.ts';
import type { CreateId } from '../ids/ids.ts';
import { takesPart, type RegisterEntry } from './institution.ts';
import { successorOf } from './institution-changes.ts';
import { readRow, refusal, type RowTools } from './register-row.ts';
import { countRegisterWords, type RegisterCandidate } from './register-candidates.ts';
import type { RegisterTable } from './register-table.ts';
import { columnOf, columnWords, kindOf, kindWords, type RegisterColumn } from './register-words.ts';
import { tidy } from './tidy-cell.ts';

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
  | {
      /** Whether it is a new institution or one of these is for a person to say (`register-answers.ts`). */
      readonly outcome: 'similar';
      readonly row: number;
      /** What would be written if it were a new one. */
      readonly entry: RegisterEntry;
      /** The likeliest first. */
      readonly candidates: readonly RegisterCandidate[];
    }
  | { readonly outcome: 'invalid'; readonly row: number; readonly error: AppError };

/** What importing a register file would do; nothing is written yet. */
export interface RegisterPreview {
  /** The file, as messages name it. */
  readonly path: string;
  /** In the order of the file; empty rows are left out. Row 1 holds the headings. */
  readonly rows: readonly RegisterRow[];
  readonly counts: Readonly<Record<RegisterRow['outcome'], number>>;
  /**
   * Institutions that take part and that no row is known to mean; an answer may still name one (`missingAfter`). They
   * stay unless their removal is asked for.
   */
  readonly missing: readonly RegisterEntry[];
  /** Headings that mean no column; what stands below them is left out. */
  readonly unknownHeadings: readonly string[];
  /** Kinds in other words than the register's own, each with the word it was read as. */
  readonly mappedKinds: readonly (readonly [written: string, readAs: string])[];
}

/**
 * Compares a register file with the register. A row means the institution with its Kennung, else the one with its
 * name (without regard to case, white space and punctuation), else a new one. A row without Kennung whose name is like
 * another, or the name of one that takes no part any more, is `similar`: that is asked. A column that the file lacks
 * changes nothing; new institutions get the kind `other` and one seat. `today` (`YYYY-MM-DD`) is the last day of names
 * that change. Fails with `register-columns-missing` without a column of names.
 */
export function previewRegister(
  table: RegisterTable,
  existing: readonly RegisterEntry[],
  path: string,
  { createId, today }: { readonly createId: CreateId; readonly today: string },
): Result<RegisterPreview> {
  const headings = table[0] ?? [];
  const columns = new Map<RegisterColumn, number>();
  const unknownHeadings: string[] = [];
  headings.forEach((heading, index) => {
    const column = columnOf(heading);
    if (column !== undefined && !columns.has(column)) columns.set(column, index);
    else if (heading.trim() !== '') unknownHeadings.push(heading.trim());
  });
  const nameAt = columns.get('name');
  if (nameAt === undefined) {
    return fail(appError('register-columns-missing', { path, columns: [columnWords.name[0]] }));
  }
  const filled = table
    .slice(1)
    .map((cells, index) => ({ cells, row: index + 2 }))
    .filter(({ cells }) => cells.some((cell) => tidy(cell) !== ''));
  const tools: RowTools = {
    ...{ existing, path, createId, today },
    seen: new Set(),
    earlier: [],
    words: countRegisterWords(
      existing,
      filled.map(({ cells }) => tidy(cells[nameAt] ?? '')),
    ),
  };
  const kinds = new Map<string, string>();
  const read = filled.map(({ cells, row }) => {
    const cell = (column: RegisterColumn): string | undefined => {
      const at = columns.get(column);
      return at === undefined ? undefined : tidy(cells[at] ?? '');
    };
    const kind = cell('kind') ?? '';
    const readAs = kindOf(kind);
    if (readAs !== undefined && kindWords[readAs][0] !== kind) kinds.set(kind, kindWords[readAs][0]);
    return readRow(row, cell, tools);
  });
  const rows = withKnownSuccessors(read, existing, path);
  const counts = { new: 0, changed: 0, unchanged: 0, similar: 0, invalid: 0 };
  for (const row of rows) counts[row.outcome] += 1;
  const missing = existing.filter(
    ({ institution }) => takesPart(institution) && !tools.seen.has(institution.id),
  );
  return ok({ path, rows, counts, missing, unknownHeadings, mappedKinds: [...kinds] });
}

/** The rows, of which those are invalid that say an institution went into one that is unknown, or in a circle. */
function withKnownSuccessors(
  rows: readonly RegisterRow[],
  existing: readonly RegisterEntry[],
  path: string,
): readonly RegisterRow[] {
  const saying = rows.some(
    (row) => row.outcome !== 'invalid' && row.entry.institution.mergedInto !== undefined,
  );
  if (!saying) return rows;
  const after = new Map(existing.map(({ institution }) => [institution.id, institution]));
  for (const row of rows) {
    if (row.outcome !== 'invalid') after.set(row.entry.institution.id, row.entry.institution);
  }
  const all = [...after.values()];
  return rows.map((row) => {
    const into = row.outcome === 'invalid' ? undefined : row.entry.institution.mergedInto;
    if (into === undefined || successorOf(all, into) !== undefined) return row;
    return {
      ...{ outcome: 'invalid', row: row.row },
      error: refusal(path, row.row, 'mergedInto', 'successor-unknown'),
    };
  });
}
