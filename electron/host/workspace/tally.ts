import { rowDigest } from './row-digest.ts';
import type { WorkspaceDatabase } from './workspace-database.ts';

/** How many rows a table must have. Fails with `workspace-damaged` where the number itself is damaged. */
export function readTally(database: WorkspaceDatabase, table: string): number {
  const place = `tallies: ${table}`;
  const row = database.get(place, 'SELECT rows, sha256 FROM tallies WHERE name = ?', table);
  if (row === undefined) throw database.damaged(place);
  const rows = row.integer('rows');
  row.prove('tallies', [table, rows]);
  return rows;
}

/** Counts one more row; called in the transaction that adds it. */
export function countOne(database: WorkspaceDatabase, table: string): void {
  changeTally(database, table, 1);
}

/** Counts rows that come or go; called in the transaction that adds or removes them. */
export function changeTally(database: WorkspaceDatabase, table: string, by: number): void {
  const rows = readTally(database, table) + by;
  const sha256 = rowDigest('tallies', [table, rows]);
  database.run(
    `tallies: ${table}`,
    'UPDATE tallies SET rows = ?, sha256 = ? WHERE name = ?',
    rows,
    sha256,
    table,
  );
}

/** Fails with `workspace-damaged` unless the rows read are 1, 2, 3 … up to the tally. */
export function proveComplete(
  database: WorkspaceDatabase,
  table: string,
  positions: readonly number[],
): void {
  const expected = readTally(database, table);
  const gap = positions.findIndex((position, index) => position !== index + 1);
  if (gap >= 0) throw database.damaged(`${table}: row ${String(gap + 1)}`);
  if (positions.length !== expected) throw database.damaged(`${table}: row ${String(positions.length + 1)}`);
}
