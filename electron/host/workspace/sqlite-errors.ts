import Database from 'better-sqlite3';
import { appError, type AppError } from '../../../shared/errors/errors.ts';

const unwritable = new Set([
  'SQLITE_IOERR_WRITE',
  'SQLITE_IOERR_FSYNC',
  'SQLITE_IOERR_DIR_FSYNC',
  'SQLITE_IOERR_TRUNCATE',
  'SQLITE_IOERR_DELETE',
]);

/** Codes that a sound file never gives to the statements of this folder, so that the file must be at fault. */
const damage =
  /^SQLITE_(CORRUPT|FORMAT|MISMATCH|TOOBIG|NOMEM|ERROR|RANGE|EMPTY|NOTFOUND|SCHEMA|INTERNAL|IOERR_SHORT_READ|IOERR_CORRUPTFS|CONSTRAINT_(PRIMARYKEY|ROWID|UNIQUE|NOTNULL|CHECK|FOREIGNKEY|DATATYPE))/;

/**
 * What SQLite's refusal means for the one who works with the file; `null` for what is no error of SQLite or is a
 * mistake of ours. `place` names the table, row or room that was being read or written.
 */
export function fromSqliteError(error: unknown, path: string, place: string): AppError | null {
  if (!(error instanceof Database.SqliteError)) return null;
  const { code } = error;
  if (code === 'SQLITE_FULL') return appError('disk-full', { path });
  if (/^SQLITE_(BUSY|LOCKED|PROTOCOL)/.test(code)) return appError('workspace-in-use', { path });
  if (code.startsWith('SQLITE_READONLY')) return appError('workspace-read-only', { path });
  if (code === 'SQLITE_NOTADB') return appError('workspace-foreign', { path });
  if (unwritable.has(code)) return appError('file-unwritable', { path, reason: code });
  if (damage.test(code)) return appError('workspace-damaged', { path, place });
  if (/^SQLITE_(CANTOPEN|PERM|AUTH|IOERR)/.test(code))
    return appError('file-unreadable', { path, reason: code });
  return null;
}

/** What a refusal of the file system means, for a path that was to be read (`read`) or written (`write`). */
export function fromFileError(error: unknown, path: string, access: 'read' | 'write'): AppError | null {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return null;
  if (error.code === 'ENOSPC' || error.code === 'EDQUOT') return appError('disk-full', { path });
  if (error.code === 'EEXIST') return appError('workspace-exists', { path });
  if (access === 'write') return appError('file-unwritable', { path, reason: error.code });
  if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return appError('workspace-missing', { path });
  return appError('file-unreadable', { path, reason: error.code });
}
