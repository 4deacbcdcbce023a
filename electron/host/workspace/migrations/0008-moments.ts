import type { Migration } from './migration.ts';

/**
 * Version history of the draft: moments, and the states of the text at their ends, of which several moments may share
 * one. A state is whole, or told by its difference to a whole one (`base`). Rows never change; old ones are thinned out.
 */
export const moments: Migration = {
  version: 8,
  name: 'moments',
  sql: `
    CREATE TABLE moment_states (
      position INTEGER NOT NULL PRIMARY KEY,
      base INTEGER REFERENCES moment_states (position),
      digest BLOB NOT NULL,
      data BLOB NOT NULL,
      sha256 BLOB NOT NULL
    ) STRICT;
    CREATE INDEX moment_states_base ON moment_states (base);
    CREATE TRIGGER moment_states_no_update BEFORE UPDATE ON moment_states
    BEGIN SELECT RAISE(ABORT, 'moment_states: rows never change'); END;
    CREATE TABLE moments (
      position INTEGER NOT NULL PRIMARY KEY,
      started_at TEXT NOT NULL,
      ended_at TEXT NOT NULL,
      cause TEXT NOT NULL,
      label TEXT NOT NULL,
      work TEXT NOT NULL,
      state INTEGER NOT NULL REFERENCES moment_states (position),
      sha256 BLOB NOT NULL
    ) STRICT;
    CREATE INDEX moments_state ON moments (state);
    CREATE TRIGGER moments_no_update BEFORE UPDATE ON moments
    BEGIN SELECT RAISE(ABORT, 'moments: rows never change'); END;
  `,
  tallies: ['moment_states', 'moments'],
};
