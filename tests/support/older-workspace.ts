import Database from 'better-sqlite3';
import { writeFileSync } from 'node:fs';
import { canonicalJson } from '../../shared/editions/canonical-json.ts';
import { migrate } from '../../electron/host/workspace/migrations/history.ts';
import { rowDigest } from '../../electron/host/workspace/row-digest.ts';
import { generatorProfile } from './arbitrary-document.ts';

/** Writes a file as the program of an earlier version left it: all migrations up to that version, with a profile. */
export function writeOlderWorkspace(
  path: string,
  version: number,
  more: (connection: Database.Database) => void = () => undefined,
): void {
  const connection = new Database(':memory:');
  migrate(connection, 0, version);
  const profile = canonicalJson(generatorProfile);
  connection
    .prepare('INSERT INTO meta (key, value, sha256) VALUES (?, ?, ?)')
    .run('profile', profile, rowDigest('meta', ['profile', profile]));
  more(connection);
  writeFileSync(path, connection.serialize());
  connection.close();
}
