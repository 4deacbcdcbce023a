import { appendOnly, type Migration } from './migration.ts';

/** Who was the first to write under which client ids of a room; the last row of an id counts. Nothing of it ever changes. */
export const clientOwners: Migration = {
  version: 7,
  name: 'client-owners',
  sql: `
    CREATE TABLE client_owners (
      position INTEGER NOT NULL PRIMARY KEY,
      room TEXT NOT NULL,
      principal TEXT NOT NULL,
      clients BLOB NOT NULL,
      sha256 BLOB NOT NULL
    ) STRICT;
    ${appendOnly('client_owners')}
  `,
  tallies: ['client_owners'],
};
