import { appendOnly, type Migration } from './migration.ts';

/** Imports with what is needed to undo them, and the audit log as a chain of hashes. Nothing of it ever changes. */
export const imports: Migration = {
  version: 3,
  name: 'imports',
  sql: `
    CREATE TABLE imports (
      position INTEGER NOT NULL PRIMARY KEY,
      at TEXT NOT NULL,
      report TEXT NOT NULL,
      before BLOB NOT NULL,
      after BLOB NOT NULL,
      sha256 BLOB NOT NULL
    ) STRICT;
    ${appendOnly('imports')}
    CREATE TABLE import_undos (
      position INTEGER NOT NULL PRIMARY KEY,
      import INTEGER NOT NULL UNIQUE REFERENCES imports (position),
      at TEXT NOT NULL,
      sha256 BLOB NOT NULL
    ) STRICT;
    ${appendOnly('import_undos')}
    CREATE TABLE audit (
      position INTEGER NOT NULL PRIMARY KEY,
      at TEXT NOT NULL,
      action TEXT NOT NULL,
      subject TEXT NOT NULL,
      previous BLOB NOT NULL,
      sha256 BLOB NOT NULL
    ) STRICT;
    ${appendOnly('audit')}
  `,
  tallies: ['imports', 'import_undos', 'audit'],
};
