import type Database from 'better-sqlite3';
import { appError, AppFailure } from '../../../shared/errors/errors.ts';
import { rowDigest, type ColumnValue } from './row-digest.ts';
import { fromSqliteError } from './sqlite-errors.ts';

/**
 * The open database as the stores of this folder use it: statements whose failures are `AppFailure`s that name the
 * place, rows whose types and checksums are proven, and transactions that nest.
 */
export interface WorkspaceDatabase {
  readonly path: string;
  readonly readOnly: boolean;
  /** Whether a transaction is running. */
  readonly inTransaction: boolean;
  /** Rows of a query; `place` names what is read, for the message if the file is damaged. */
  all(place: string, sql: string, ...values: readonly ColumnValue[]): readonly Row[];
  /** Rows one by one, for what may be large. No statement may write meanwhile. */
  each(place: string, sql: string, ...values: readonly ColumnValue[]): Iterable<Row>;
  get(place: string, sql: string, ...values: readonly ColumnValue[]): Row | undefined;
  /** Changes the file; fails with `workspace-read-only`, `disk-full` and others. */
  run(place: string, sql: string, ...values: readonly ColumnValue[]): void;
  /** All of `work` or nothing. Once anything inside has failed, the outermost transaction is rolled back and fails. */
  transaction<T>(work: () => T): T;
  /** How often a transaction was rolled back so far: what was remembered from within one holds as long as it stays. */
  readonly rollbacks: number;
  /**
   * Lets the write-ahead log grow to its usual size at once, by a transaction that is rolled back. A commit that
   * overwrites a part of the log is synced about twice as fast as one that makes it longer. Changes no content.
   * Throws `AppFailure` where that fails; not inside a transaction.
   */
  growLog(): void;
  /** The failure to throw where the content of the file contradicts itself. */
  damaged(place: string): AppFailure;
}

/** One row; each reader fails with `workspace-damaged` where the column is of another type. */
export interface Row {
  text(column: string): string;
  optionalText(column: string): string | null;
  integer(column: string): number;
  optionalInteger(column: string): number | null;
  blob(column: string): Buffer;
  /** Fails where the row's `sha256` is not the digest of these columns. */
  prove(table: string, columns: readonly ColumnValue[]): void;
}

/** SQLite empties the log into the file after 1,000 pages of 4,096 bytes (`wal_autocheckpoint`). */
const LOG_BYTES = 4_200_000;

/** Wraps an open connection; `path` is the one that messages name. */
export function createWorkspaceDatabase(
  connection: Database.Database,
  path: string,
  readOnly: boolean,
): WorkspaceDatabase {
  const statements = new Map<string, Database.Statement<ColumnValue[]>>();
  let depth = 0;
  let rollbacks = 0;
  let failure: { readonly cause: unknown } | null = null;

  const damaged = (place: string): AppFailure =>
    new AppFailure(appError('workspace-damaged', { path, place }));

  const translated = <T>(place: string, work: () => T): T => {
    try {
      return work();
    } catch (error) {
      const known = fromSqliteError(error, path, place);
      throw known === null ? error : new AppFailure(known);
    }
  };

  const prepare = (sql: string): Database.Statement<ColumnValue[]> => {
    const known = statements.get(sql);
    if (known !== undefined) return known;
    const statement = connection.prepare<ColumnValue[]>(sql);
    statements.set(sql, statement);
    return statement;
  };

  const rowOf = (place: string, values: unknown): Row => {
    const columns: Readonly<Record<string, unknown>> = isRecord(values) ? values : {};
    const column = (name: string): unknown => columns[name];
    const row: Row = {
      text(name) {
        const value = column(name);
        if (typeof value !== 'string') throw damaged(place);
        return value;
      },
      optionalText(name) {
        return column(name) === null ? null : row.text(name);
      },
      integer(name) {
        const value = column(name);
        if (typeof value !== 'number' || !Number.isSafeInteger(value)) throw damaged(place);
        return value;
      },
      optionalInteger(name) {
        return column(name) === null ? null : row.integer(name);
      },
      blob(name) {
        const value = column(name);
        if (!Buffer.isBuffer(value)) throw damaged(place);
        return value;
      },
      prove(table, columns) {
        if (!row.blob('sha256').equals(rowDigest(table, columns))) throw damaged(place);
      },
    };
    return row;
  };

  const outermost = <T>(work: () => T): T => {
    translated('transaction', () => prepare('BEGIN IMMEDIATE').run());
    depth = 1;
    try {
      const value = work();
      if (failure !== null) throw failure.cause;
      translated('transaction', () => prepare('COMMIT').run());
      return value;
    } catch (error) {
      rollbacks += 1;
      // A full disk makes SQLite roll back by itself.
      if (connection.inTransaction) connection.exec('ROLLBACK');
      throw error;
    } finally {
      depth = 0;
      failure = null;
    }
  };

  return {
    path,
    readOnly,
    damaged,
    get inTransaction() {
      return depth > 0;
    },
    get rollbacks() {
      return rollbacks;
    },
    all(place, sql, ...values) {
      return translated(place, () => prepare(sql).all(...values)).map((row, index) =>
        rowOf(`${place}: row ${String(index + 1)}`, row),
      );
    },
    *each(place, sql, ...values) {
      const rows = translated(place, () => prepare(sql).iterate(...values));
      try {
        for (;;) {
          const next = translated(place, () => rows.next());
          if (next.done === true) return;
          yield rowOf(place, next.value);
        }
      } finally {
        rows.return?.();
      }
    },
    get(place, sql, ...values) {
      const row = translated(place, () => prepare(sql).get(...values));
      return row === undefined ? undefined : rowOf(place, row);
    },
    run(place, sql, ...values) {
      if (readOnly) throw new AppFailure(appError('workspace-read-only', { path }));
      if (failure !== null) throw failure.cause;
      try {
        translated(place, () => prepare(sql).run(...values));
      } catch (error) {
        if (depth > 0) failure = { cause: error };
        throw error;
      }
    },
    transaction(work) {
      if (readOnly) return work();
      if (depth === 0) return outermost(work);
      depth += 1;
      try {
        return work();
      } catch (error) {
        failure ??= { cause: error };
        throw error;
      } finally {
        depth -= 1;
      }
    },
    growLog() {
      if (readOnly || depth > 0) return;
      translated('log', () => {
        const cache = connection.pragma('cache_size', { simple: true });
        // Pages that do not fit into the cache are written to the log before the transaction ends.
        connection.pragma('cache_size = 10');
        try {
          connection.exec(`BEGIN IMMEDIATE;
            CREATE TABLE growth (bytes BLOB);
            INSERT INTO growth VALUES (zeroblob(${String(LOG_BYTES)}));
            ROLLBACK`);
        } finally {
          if (connection.inTransaction) connection.exec('ROLLBACK');
          connection.pragma(`cache_size = ${String(cache)}`);
        }
      });
    },
  };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
