import { appendOnly, type Migration } from './migration.ts';

/**
 * The round packages that went out, each with the public key by which its answer is known; the file's own key, with
 * which it signs them; and, in the file of somebody who takes part by package, the package from which it was made.
 */
export const packages: Migration = {
  version: 10,
  name: 'packages',
  sql: `
    CREATE TABLE sent_packages (
      position INTEGER NOT NULL PRIMARY KEY,
      hash TEXT NOT NULL UNIQUE,
      round TEXT NOT NULL,
      institution TEXT NOT NULL,
      invitation TEXT NOT NULL,
      key TEXT NOT NULL,
      at TEXT NOT NULL,
      sha256 BLOB NOT NULL
    ) STRICT;
    ${appendOnly('sent_packages')}
    CREATE TABLE file_keys (
      position INTEGER NOT NULL PRIMARY KEY,
      secret TEXT NOT NULL,
      sha256 BLOB NOT NULL
    ) STRICT;
    ${appendOnly('file_keys')}
    CREATE TABLE opened_packages (
      position INTEGER NOT NULL PRIMARY KEY,
      content TEXT NOT NULL,
      sha256 BLOB NOT NULL
    ) STRICT;
    ${appendOnly('opened_packages')}
  `,
  tallies: ['sent_packages', 'file_keys', 'opened_packages'],
};
