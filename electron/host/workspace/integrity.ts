import Database from 'better-sqlite3';
import { describeSchema, migrate } from './migrations/history.ts';
import { fromSqliteError } from './sqlite-errors.ts';
import type { WorkspaceDatabase } from './workspace-database.ts';

/** The schema that a sound file of this version has, as `describeSchema` gives it. */
export function expectedSchema(version: number): string {
  const reference = new Database(':memory:');
  try {
    migrate(reference, 0, version);
    return describeSchema(reference);
  } finally {
    reference.close();
  }
}

/**
 * Lets SQLite check the structure of the whole file: every page, every index, every reference.
 * Throws `AppFailure` (`workspace-damaged`) with SQLite's first finding as the place.
 */
export function proveIntegrity(database: WorkspaceDatabase, connection: Database.Database): void {
  const first = (pragma: string): unknown => {
    try {
      return connection.pragma(pragma, { simple: true });
    } catch (error) {
      if (fromSqliteError(error, database.path, 'file') === null) throw error;
      throw Object.assign(database.damaged('file'), { cause: error });
    }
  };
  const finding = first('integrity_check(1)');
  if (finding !== 'ok') throw database.damaged(String(finding).slice(0, 200));
  const orphan = first('foreign_key_check');
  if (orphan !== undefined) throw database.damaged(typeof orphan === 'string' ? orphan : 'references');
}
