import type Database from 'better-sqlite3';
import { rowDigest } from '../row-digest.ts';
import { rooms } from './0001-rooms.ts';
import { editions } from './0002-editions.ts';
import { imports } from './0003-imports.ts';
import { invitations } from './0004-invitations.ts';
import { refusedCopies } from './0005-refused-copies.ts';
import { upstreams } from './0006-upstreams.ts';
import { clientOwners } from './0007-client-owners.ts';
import { moments } from './0008-moments.ts';
import { roundBases } from './0009-round-bases.ts';
import { packages } from './0010-packages.ts';
import type { Migration } from './migration.ts';

/** Marks a file as ours ("LtBd" in ASCII). */
export const APPLICATION_ID = 0x4c744264;

/** All steps, oldest first; their versions count up from 1. */
export const history: readonly Migration[] = [
  rooms,
  editions,
  imports,
  invitations,
  refusedCopies,
  upstreams,
  clientOwners,
  moments,
  roundBases,
  packages,
];

/** The version that this program writes, and the highest it reads. */
export const SCHEMA_VERSION = history.length;

/**
 * Takes a database from one version to another in one transaction: all of it or nothing.
 * Raw errors of SQLite come through.
 */
export function migrate(connection: Database.Database, from: number, to: number = SCHEMA_VERSION): void {
  const step = connection.transaction(() => {
    for (const migration of history.slice(from, to)) {
      connection.exec(migration.sql);
      const insert = connection.prepare('INSERT INTO tallies (name, rows, sha256) VALUES (?, 0, ?)');
      for (const table of migration.tallies) insert.run(table, rowDigest('tallies', [table, 0]));
    }
    connection.pragma(`application_id = ${String(APPLICATION_ID)}`);
    connection.pragma(`user_version = ${String(to)}`);
  });
  step.immediate();
}

/** The database's own description of its tables, indices and triggers, in a form that can be compared. */
export function describeSchema(connection: Database.Database): string {
  const rows = connection
    .prepare('SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name')
    .raw()
    .all();
  return JSON.stringify(rows);
}
