import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import {
  APPLICATION_ID,
  history,
  migrate,
} from '../../../../../electron/host/workspace/migrations/history.ts';

it('makes rooms and meta out of nothing, and marks the file as ours', () => {
  const connection = new Database(':memory:');
  migrate(connection, 0, 1);
  const tables = connection
    .prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name`)
    .pluck();
  expect(tables.all()).toEqual(['meta', 'rooms', 'snapshots', 'tallies', 'updates']);
  expect(connection.pragma('application_id', { simple: true })).toBe(APPLICATION_ID);
  expect(connection.pragma('user_version', { simple: true })).toBe(1);
  connection.close();
});

it('counts versions up from 1 without a gap', () => {
  expect(history.map(({ version }) => version)).toEqual(history.map((_, index) => index + 1));
});
