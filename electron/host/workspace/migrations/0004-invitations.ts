import { appendOnly, type Migration } from './migration.ts';

/**
 * Invitations, the hashes of their tokens (the last one counts) and their revocations only grow. When an invitation
 * was last used changes; that row is there from the beginning, so that a lost one is noticed.
 */
export const invitations: Migration = {
  version: 4,
  name: 'invitations',
  sql: `
    CREATE TABLE invitations (
      position INTEGER NOT NULL PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      role TEXT NOT NULL,
      institution TEXT,
      at TEXT NOT NULL,
      sha256 BLOB NOT NULL
    ) STRICT;
    ${appendOnly('invitations')}
    CREATE TABLE invitation_tokens (
      position INTEGER NOT NULL PRIMARY KEY,
      invitation INTEGER NOT NULL REFERENCES invitations (position),
      hash BLOB NOT NULL UNIQUE,
      expires_at TEXT NOT NULL,
      at TEXT NOT NULL,
      sha256 BLOB NOT NULL
    ) STRICT;
    ${appendOnly('invitation_tokens')}
    CREATE TABLE invitation_revocations (
      position INTEGER NOT NULL PRIMARY KEY,
      invitation INTEGER NOT NULL UNIQUE REFERENCES invitations (position),
      at TEXT NOT NULL,
      sha256 BLOB NOT NULL
    ) STRICT;
    ${appendOnly('invitation_revocations')}
    CREATE TABLE invitation_sightings (
      position INTEGER NOT NULL PRIMARY KEY REFERENCES invitations (position),
      at TEXT,
      sha256 BLOB NOT NULL
    ) STRICT;
  `,
  tallies: ['invitations', 'invitation_tokens', 'invitation_revocations'],
};
