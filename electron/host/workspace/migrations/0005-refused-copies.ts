import { appendOnly, type Migration } from './migration.ts';

/** Rooms as they were when another host refused what was written in them; nothing of it ever changes. */
export const refusedCopies: Migration = {
  version: 5,
  name: 'refused-copies',
  sql: `
    CREATE TABLE refused_copies (
      position INTEGER NOT NULL PRIMARY KEY,
      room TEXT NOT NULL,
      at TEXT NOT NULL,
      reason TEXT NOT NULL,
      state BLOB NOT NULL,
      sha256 BLOB NOT NULL
    ) STRICT;
    ${appendOnly('refused_copies')}
  `,
  tallies: ['refused_copies'],
};
