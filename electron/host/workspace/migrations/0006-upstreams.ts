import { appendOnly, type Migration } from './migration.ts';

/**
 * The hosts that this file has followed, the last one counts; of a row only the token is ever taken out. What was last
 * heard of each changes; that row is there from the beginning, so that a lost one is noticed. `upstream_rooms` notes up
 * to which update each room was in step: a lost row only makes what waits seem more. Refused copies can be put away.
 */
export const upstreams: Migration = {
  version: 6,
  name: 'upstreams',
  sql: `
    CREATE TABLE upstreams (
      position INTEGER NOT NULL PRIMARY KEY,
      base TEXT NOT NULL,
      fingerprint TEXT,
      token TEXT,
      principal TEXT NOT NULL,
      role TEXT NOT NULL,
      institution TEXT,
      at TEXT NOT NULL,
      sha256 BLOB NOT NULL
    ) STRICT;
    CREATE TRIGGER upstreams_no_delete BEFORE DELETE ON upstreams
    BEGIN SELECT RAISE(ABORT, 'upstreams: rows are only ever added'); END;
    CREATE TRIGGER upstreams_only_next BEFORE INSERT ON upstreams
      WHEN NEW.position IS NOT (SELECT coalesce(max(position), 0) + 1 FROM upstreams)
    BEGIN SELECT RAISE(ABORT, 'upstreams: rows are only ever added'); END;
    CREATE TRIGGER upstreams_only_forget BEFORE UPDATE ON upstreams
      WHEN NEW.token IS NOT NULL OR NEW.position IS NOT OLD.position OR NEW.role IS NOT OLD.role
    BEGIN SELECT RAISE(ABORT, 'upstreams: only a token is ever taken out'); END;
    CREATE TABLE upstream_contacts (
      position INTEGER NOT NULL PRIMARY KEY REFERENCES upstreams (position),
      at TEXT,
      refusal TEXT,
      sha256 BLOB NOT NULL
    ) STRICT;
    CREATE TABLE upstream_rooms (
      room TEXT NOT NULL PRIMARY KEY,
      seq INTEGER NOT NULL,
      sha256 BLOB NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE refused_copy_dismissals (
      position INTEGER NOT NULL PRIMARY KEY,
      copy INTEGER NOT NULL UNIQUE REFERENCES refused_copies (position),
      at TEXT NOT NULL,
      sha256 BLOB NOT NULL
    ) STRICT;
    ${appendOnly('refused_copy_dismissals')}
  `,
  tallies: ['upstreams', 'refused_copy_dismissals'],
};
