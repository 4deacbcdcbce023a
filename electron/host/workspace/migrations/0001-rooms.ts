import type { Migration } from './migration.ts';

/**
 * Rooms as snapshot plus tail, and the facts about the workspace itself. `tallies` holds how many rows a table must
 * have, so that a row that damage made invisible is missed.
 */
export const rooms: Migration = {
  version: 1,
  name: 'rooms',
  sql: `
    CREATE TABLE meta (
      key TEXT NOT NULL PRIMARY KEY,
      value TEXT NOT NULL,
      sha256 BLOB NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE tallies (
      name TEXT NOT NULL PRIMARY KEY,
      rows INTEGER NOT NULL,
      sha256 BLOB NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE rooms (
      room TEXT NOT NULL PRIMARY KEY,
      snapshot_seq INTEGER NOT NULL,
      last_seq INTEGER NOT NULL,
      tail_bytes INTEGER NOT NULL,
      sha256 BLOB NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE snapshots (
      room TEXT NOT NULL PRIMARY KEY REFERENCES rooms (room),
      seq INTEGER NOT NULL,
      state BLOB NOT NULL,
      sha256 BLOB NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE updates (
      room TEXT NOT NULL REFERENCES rooms (room),
      seq INTEGER NOT NULL,
      data BLOB NOT NULL,
      sha256 BLOB NOT NULL,
      PRIMARY KEY (room, seq)
    ) STRICT, WITHOUT ROWID;
  `,
  tallies: ['rooms'],
};
