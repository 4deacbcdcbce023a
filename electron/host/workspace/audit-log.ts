import { rowDigest } from './row-digest.ts';
import { countOne, proveComplete } from './tally.ts';
import type { WorkspaceDatabase } from './workspace-database.ts';

/** What can be logged; the list is closed. */
export type AuditAction =
  | 'workspace-created'
  | 'workspace-migrated'
  | 'profile-set'
  | 'import-applied'
  | 'import-undone'
  | 'edition-frozen'
  | 'register-imported'
  | 'institution-merged'
  | 'institution-left'
  | 'institution-returned'
  | 'institution-removed'
  | 'institution-undone'
  | 'asset-added'
  | 'room-compacted'
  | 'invitation-created'
  | 'invitation-rotated'
  | 'invitation-revoked'
  | 'phase-set'
  | 'sharing-started'
  | 'sharing-moved'
  | 'sharing-stopped'
  | 'changes-refused'
  | 'refusal-dismissed'
  | 'upstream-joined'
  | 'upstream-left'
  | 'contribution-accepted'
  | 'contribution-refused'
  | 'contribution-entered'
  | 'decision-made'
  | 'decision-reopened'
  | 'round-saved'
  | 'round-removed'
  | 'round-opened'
  | 'round-answers'
  | 'round-closed'
  | 'package-sent'
  | 'package-taken';

/**
 * What was done when, in ids: no names, no text. Each entry carries the hash of the one before. The workspace itself
 * logs creation, migration, profiles, imports and their undoing, editions, assets, invitations, refused changes, hosts followed and named
 * compactions, in the transaction of what they report; callers log only what the file cannot know (`register-imported`, `phase-set`,
 * `sharing-started`, `sharing-moved`, `sharing-stopped`, all of institutions, contributions, decisions, rounds and packages).
 */
export interface AuditLog {
  append(entry: { readonly at: string; readonly action: AuditAction; readonly subject: string }): void;
  list(): readonly { readonly at: string; readonly action: AuditAction; readonly subject: string }[];
}

const TABLE = 'audit';
const BEGINNING = Buffer.alloc(32);
const actions: Readonly<Record<AuditAction, true>> = {
  'workspace-created': true,
  'workspace-migrated': true,
  'profile-set': true,
  'import-applied': true,
  'import-undone': true,
  'edition-frozen': true,
  'register-imported': true,
  'institution-merged': true,
  'institution-left': true,
  'institution-returned': true,
  'institution-removed': true,
  'institution-undone': true,
  'asset-added': true,
  'room-compacted': true,
  'invitation-created': true,
  'invitation-rotated': true,
  'invitation-revoked': true,
  'phase-set': true,
  'sharing-started': true,
  'sharing-moved': true,
  'sharing-stopped': true,
  'changes-refused': true,
  'refusal-dismissed': true,
  'upstream-joined': true,
  'upstream-left': true,
  'contribution-accepted': true,
  'contribution-refused': true,
  'contribution-entered': true,
  'decision-made': true,
  'decision-reopened': true,
  'round-saved': true,
  'round-removed': true,
  'round-opened': true,
  'round-answers': true,
  'round-closed': true,
  'package-sent': true,
  'package-taken': true,
};

function isAction(value: string): value is AuditAction {
  return Object.hasOwn(actions, value);
}

/** The audit log as a chain: each entry's hash covers the hash of the one before, so that none can be changed alone. */
export function createAuditLog(database: WorkspaceDatabase): AuditLog {
  return {
    append({ at, action, subject }) {
      database.transaction(() => {
        const last = database.get(TABLE, 'SELECT position, sha256 FROM audit ORDER BY position DESC LIMIT 1');
        const position = (last?.integer('position') ?? 0) + 1;
        const previous = last?.blob('sha256') ?? BEGINNING;
        database.run(
          `audit: row ${String(position)}`,
          'INSERT INTO audit (position, at, action, subject, previous, sha256) VALUES (?, ?, ?, ?, ?, ?)',
          ...[position, at, action, subject, previous],
          rowDigest(TABLE, [position, at, action, subject, previous]),
        );
        countOne(database, TABLE);
      });
    },
    list() {
      const rows = database.all(TABLE, 'SELECT * FROM audit ORDER BY position');
      proveComplete(
        database,
        TABLE,
        rows.map((row) => row.integer('position')),
      );
      let before: Buffer = BEGINNING;
      return rows.map((row, index) => {
        const [at, action, subject, previous] = [
          row.text('at'),
          row.text('action'),
          row.text('subject'),
          row.blob('previous'),
        ];
        row.prove(TABLE, [index + 1, at, action, subject, previous]);
        if (!previous.equals(before) || !isAction(action))
          throw database.damaged(`audit: row ${String(index + 1)}`);
        before = row.blob('sha256');
        return { at, action, subject };
      });
    },
  };
}
