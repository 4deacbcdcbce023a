import { appendOnly, type Migration } from './migration.ts';

/** The texts that rounds asked about, as canonical JSON with its SHA-256. Nothing of it ever changes. */
export const roundBases: Migration = {
  version: 9,
  name: 'round-bases',
  sql: `
    CREATE TABLE round_bases (
      position INTEGER NOT NULL PRIMARY KEY,
      round TEXT NOT NULL UNIQUE,
      taken_at TEXT NOT NULL,
      hash TEXT NOT NULL,
      content BLOB NOT NULL,
      sha256 BLOB NOT NULL
    ) STRICT;
    ${appendOnly('round_bases')}
  `,
  tallies: ['round_bases'],
};
