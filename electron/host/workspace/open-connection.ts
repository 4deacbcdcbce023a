import Database from 'better-sqlite3';
import { accessSync, constants, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { appError, AppFailure } from '../../../shared/errors/errors.ts';
import { fail, ok, type Result } from '../../../shared/errors/result.ts';
import { writeBackup } from './backup.ts';
import { expectedSchema } from './integrity.ts';
import { APPLICATION_ID, describeSchema, migrate, SCHEMA_VERSION } from './migrations/history.ts';
import { copyPrivately } from './private-copy.ts';
import { fromFileError, fromSqliteError } from './sqlite-errors.ts';

/** A file that was found to be ours, whole as far as a quick look tells, and current. */
export interface OpenConnection {
  readonly connection: Database.Database;
  readonly path: string;
  readonly readOnly: boolean;
  readonly migrated: {
    readonly from: number;
    readonly to: number;
    readonly backupPath: string | null;
  } | null;
  /** Called after the connection was closed. */
  readonly release: () => void;
}

/**
 * Opens a file for this process alone and brings it up to date, after a backup. Throws `AppFailure`:
 * `workspace-missing`, `file-empty`, `workspace-foreign`, `workspace-newer`, `workspace-damaged`,
 * `workspace-in-use`, `workspace-read-only`, `disk-full`, `file-unreadable`, `file-unwritable`.
 */
export function openForWriting(path: string): OpenConnection {
  proveFile(path);
  proveWritable(path);
  return connect(path, path, false, (connection) => {
    const from = proveOurs(connection, path);
    // Refuses a second process now, not at the first write.
    connection.exec('BEGIN EXCLUSIVE; COMMIT');
    const backupPath = from < SCHEMA_VERSION ? writeBackup(connection, path, from) : null;
    bringUpToDate(connection, from);
    return { from, backupPath };
  });
}

/**
 * Opens a file without ever writing to it or beside it. Needs no permission to write. A file that an interrupted
 * process left with a `-wal`, and one of an older version, is copied to the system's temporary folder and opened there.
 * Throws `AppFailure` as `openForWriting` does, except `workspace-read-only`.
 */
export function openForReading(path: string): OpenConnection {
  proveFile(path);
  try {
    return connect(path, path, true, (connection) => {
      const from = proveOurs(connection, path);
      if (from < SCHEMA_VERSION) throw new NeedsCopy();
      return { from, backupPath: null };
    });
  } catch (error) {
    if (!(error instanceof NeedsCopy)) throw error;
  }
  const copy = copyPrivately(path);
  try {
    const open = connect(copy.path, path, false, (connection) => {
      const from = proveOurs(connection, path);
      bringUpToDate(connection, from);
      return { from, backupPath: null };
    });
    return { ...open, readOnly: true, release: copy.remove };
  } catch (error) {
    copy.remove();
    throw error;
  }
}

/** Leads from the direct attempt to the private copy; never leaves this module. */
class NeedsCopy extends Error {}

function connect(
  file: string,
  path: string,
  readonly: boolean,
  prepare: (connection: Database.Database) => { readonly from: number; readonly backupPath: string | null },
): OpenConnection {
  let connection: Database.Database | null = null;
  try {
    // Absolute, because SQLite takes `file:…` and `:memory:` for more than names.
    connection = new Database(resolve(file), { readonly, fileMustExist: true, timeout: 0 });
    connection.pragma('locking_mode = EXCLUSIVE');
    connection.pragma('trusted_schema = OFF');
    connection.pragma('cell_size_check = ON');
    connection.pragma('foreign_keys = ON');
    connection.pragma('recursive_triggers = ON');
    // A token that was taken out must not be found in the file; costs no writes of its own.
    connection.pragma('secure_delete = FAST');
    const { from, backupPath } = prepare(connection);
    if (!readonly) {
      const mode: unknown = connection.pragma('journal_mode = WAL', { simple: true });
      if (mode !== 'wal') throw new AppFailure(appError('file-unwritable', { path, reason: 'no WAL' }));
      connection.pragma('synchronous = FULL');
    }
    const migrated = from < SCHEMA_VERSION ? { from, to: SCHEMA_VERSION, backupPath } : null;
    return { connection, path, readOnly: readonly, migrated, release: () => undefined };
  } catch (error) {
    connection?.close();
    if (readonly && needsRecovery(error)) throw new NeedsCopy();
    const known = fromSqliteError(error, path, 'file');
    throw known === null ? error : new AppFailure(known);
  }
}

/** How SQLite refuses to read a file that has a `-wal` or a journal to be played back first. */
function needsRecovery(error: unknown): boolean {
  return (
    error instanceof Database.SqliteError &&
    /^SQLITE_(IOERR_LOCK|IOERR_SHM\w+|CANTOPEN|READONLY)/.test(error.code)
  );
}

function bringUpToDate(connection: Database.Database, from: number): void {
  if (from < SCHEMA_VERSION) migrate(connection, from);
}

function proveFile(path: string): void {
  try {
    const stats = statSync(path);
    if (!stats.isFile()) throw new AppFailure(appError('file-unreadable', { path, reason: 'not a file' }));
    if (stats.size === 0) throw new AppFailure(appError('file-empty', { path }));
    accessSync(path, constants.R_OK);
  } catch (error) {
    const known = fromFileError(error, path, 'read');
    throw known === null ? error : new AppFailure(known);
  }
}

function proveWritable(path: string): void {
  try {
    accessSync(path, constants.W_OK);
    accessSync(dirname(path), constants.W_OK);
  } catch {
    throw new AppFailure(appError('workspace-read-only', { path }));
  }
}

/** The file's version, if it is ours, not newer, and of the shape that this version has. */
function proveOurs(connection: Database.Database, path: string): number {
  if (connection.pragma('application_id', { simple: true }) !== APPLICATION_ID) {
    throw new AppFailure(appError('workspace-foreign', { path }));
  }
  const found = Number(connection.pragma('user_version', { simple: true }));
  if (found > SCHEMA_VERSION) {
    throw new AppFailure(appError('workspace-newer', { path, found, supported: SCHEMA_VERSION }));
  }
  if (found < 1 || describeSchema(connection) !== expectedSchema(found)) {
    throw new AppFailure(appError('workspace-damaged', { path, place: 'schema' }));
  }
  return found;
}

/** Moves everything into the one file and takes it out of WAL mode, so that it can be read where nothing is writable. */
export function leaveWal({ connection, path }: OpenConnection): Result<void> {
  try {
    connection.pragma('journal_mode = DELETE');
    return ok(undefined);
  } catch (error) {
    const known = fromSqliteError(error, path, 'file');
    if (known === null) throw error;
    return fail(known);
  }
}
