import { appendOnly, type Migration } from './migration.ts';

/**
 * Editions and assets, which never change: triggers refuse UPDATE and DELETE, and any row that is not the next one.
 * How an asset is described today stands apart from its bytes; an edition freezes the description it had.
 */
export const editions: Migration = {
  version: 2,
  name: 'editions',
  sql: `
    CREATE TABLE editions (
      position INTEGER NOT NULL PRIMARY KEY,
      label TEXT NOT NULL UNIQUE,
      title TEXT NOT NULL,
      frozen_at TEXT NOT NULL,
      hash TEXT NOT NULL,
      content BLOB NOT NULL,
      sha256 BLOB NOT NULL
    ) STRICT;
    ${appendOnly('editions')}
    CREATE TABLE assets (
      position INTEGER NOT NULL PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      media_type TEXT NOT NULL,
      bytes BLOB NOT NULL,
      sha256 BLOB NOT NULL
    ) STRICT;
    ${appendOnly('assets')}
    CREATE TABLE asset_descriptions (
      position INTEGER NOT NULL PRIMARY KEY REFERENCES assets (position),
      name TEXT NOT NULL,
      alternative_text TEXT NOT NULL,
      sha256 BLOB NOT NULL
    ) STRICT;
  `,
  tallies: ['editions', 'assets'],
};
