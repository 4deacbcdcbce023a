import type Database from 'better-sqlite3';
import { existsSync, readFileSync } from 'node:fs';
import { writeNewFile } from './new-file.ts';

/**
 * Copies an older file beside itself before it is changed: `name.leitbild.v1.bak`, or `.v1.2.bak` and so on where
 * that name holds something else. Returns the path of the copy. Throws `AppFailure` where it cannot be written.
 */
export function writeBackup(connection: Database.Database, path: string, version: number): string {
  // Through the connection: closing a second handle on the file would give up our lock on it (POSIX).
  const bytes = connection.serialize();
  for (let attempt = 1; ; attempt += 1) {
    const suffix = attempt === 1 ? '' : `.${String(attempt)}`;
    const backup = `${path}.v${String(version)}${suffix}.bak`;
    if (!existsSync(backup)) {
      writeNewFile(backup, bytes);
      return backup;
    }
    if (readFileSync(backup).equals(bytes)) return backup;
  }
}
