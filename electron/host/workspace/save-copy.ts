import Database from 'better-sqlite3';
import { appError, AppFailure } from '../../../shared/errors/errors.ts';
import { writeNewFile } from './new-file.ts';
import { fromSqliteError } from './sqlite-errors.ts';

/** Bytes of a SQLite header that say how it is written; 1 is a rollback journal, 2 a WAL beside it. */
const JOURNAL_VERSIONS = [18, 19] as const;

/**
 * Writes all that a workspace holds into a new file, also what still lies in its `-wal`, and also where its own file was
 * deleted or replaced meanwhile: the open connection still reads what was there. Never overwrites. Throws `AppFailure`
 * (`workspace-exists`, `disk-full`, `file-unwritable`, and `workspace-damaged` where it can no longer be read).
 */
export function saveCopy(
  connection: Database.Database,
  path: string,
  target: string,
  /** What the copy is not to hold is taken out of it before it is written, while it is in memory alone. */
  takeOut: ((copy: Database.Database) => void) | null,
): void {
  const bytes = bytesOf(connection, path);
  writeNewFile(target, takeOut === null ? bytes : without(bytes, takeOut));
}

function without(bytes: Buffer, takeOut: (copy: Database.Database) => void): Buffer {
  const copy = new Database(bytes);
  try {
    copy.pragma('secure_delete = ON');
    takeOut(copy);
    // Also of what was taken out of the file itself, nothing is to be left in pages that are free.
    copy.exec('VACUUM');
    return copy.serialize();
  } finally {
    copy.close();
  }
}

function bytesOf(connection: Database.Database, path: string): Buffer {
  let bytes: Buffer;
  try {
    bytes = connection.serialize();
  } catch (error) {
    throw new AppFailure(
      fromSqliteError(error, path, 'file') ?? appError('workspace-damaged', { path, place: 'file' }),
    );
  }
  // One file with nothing beside it.
  for (const at of JOURNAL_VERSIONS) bytes[at] = 1;
  return bytes;
}
