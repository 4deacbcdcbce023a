import {
  ID_PATTERN,
  institutionId,
  invitationId,
  type InvitationId,
  type InstitutionId,
} from '../../../shared/ids/ids.ts';
import { roles, type Role } from '../../../shared/rights/rights.ts';
import { rowDigest, type ColumnValue } from './row-digest.ts';
import { countOne, proveComplete } from './tally.ts';
import type { AuditAction } from './audit-log.ts';
import type { Row, WorkspaceDatabase } from './workspace-database.ts';

/** Who may take part as what. Of a token only its SHA-256 is known. */
export interface StoredInvitation {
  readonly id: InvitationId;
  readonly role: Role;
  readonly institution: InstitutionId | null;
  readonly createdAt: string;
  /** The token that counts. */
  readonly tokenHash: Buffer;
  readonly expiresAt: string;
  /** Hashes of the tokens it replaced. */
  readonly formerTokenHashes: readonly Buffer[];
  readonly revokedAt: string | null;
  readonly lastSeenAt: string | null;
}

/** What is known of an invitation when it is made. */
export type AddedInvitation = Pick<
  StoredInvitation,
  'id' | 'role' | 'institution' | 'createdAt' | 'tokenHash' | 'expiresAt'
>;

/** Invitations; what was given out, replaced or revoked is never unwritten. Instants are ISO 8601 in UTC to the second. */
export interface InvitationStore {
  /** In the order of their making. */
  list(): readonly StoredInvitation[];
  /** Adds them in their order, all or none. Throws a `RangeError` where an id is taken. */
  add(invitations: readonly AddedInvitation[]): void;
  /** Lets another token count. Throws a `RangeError` where the id is unknown. */
  replaceToken(
    id: InvitationId,
    token: { readonly hash: Buffer; readonly expiresAt: string; readonly at: string },
  ): void;
  /** Throws a `RangeError` where the id is unknown or revoked already. */
  revoke(id: InvitationId, at: string): void;
  /** Notes a use. Throws a `RangeError` where the id is unknown. */
  see(id: InvitationId, at: string): void;
}

const INVITATIONS = 'invitations';
const TOKENS = 'invitation_tokens';
const REVOCATIONS = 'invitation_revocations';
const SIGHTINGS = 'invitation_sightings';
const HASH_BYTES = 32;

function isRole(value: string): value is Role {
  return (roles as readonly string[]).includes(value);
}

/** Stores invitations. `log` is told of each that is made, gets another token or is revoked, in its transaction. */
export function createInvitationStore(
  database: WorkspaceDatabase,
  log: (action: AuditAction, subject: string) => void,
): InvitationStore {
  const rowsOf = <T>(table: string, read: (row: Row, position: number) => T): readonly T[] => {
    const rows = database.all(table, `SELECT * FROM ${table} NOT INDEXED ORDER BY position`);
    const positions = rows.map((row) => row.integer('position'));
    proveComplete(database, table, positions);
    return rows.map((row, index) => read(row, index + 1));
  };

  const list = (): readonly StoredInvitation[] => {
    const tokens = new Map<number, { readonly hash: Buffer; readonly expiresAt: string }[]>();
    rowsOf(TOKENS, (row, position) => {
      const [invitation, hash] = [row.integer('invitation'), row.blob('hash')];
      const [expiresAt, at] = [row.text('expires_at'), row.text('at')];
      row.prove(TOKENS, [position, invitation, hash, expiresAt, at]);
      if (hash.length !== HASH_BYTES) throw database.damaged(`${TOKENS}: row ${String(position)}`);
      const own = tokens.get(invitation);
      if (own) own.push({ hash, expiresAt });
      else tokens.set(invitation, [{ hash, expiresAt }]);
    });
    const revocations = new Map(
      rowsOf(REVOCATIONS, (row, position) => {
        const [invitation, at] = [row.integer('invitation'), row.text('at')];
        row.prove(REVOCATIONS, [position, invitation, at]);
        return [invitation, at] as const;
      }),
    );
    return rowsOf(INVITATIONS, (row, position) => {
      const place = `${INVITATIONS}: row ${String(position)}`;
      const [id, role, institution] = [row.text('id'), row.text('role'), row.optionalText('institution')];
      const createdAt = row.text('at');
      row.prove(INVITATIONS, [position, id, role, institution, createdAt]);
      const own = tokens.get(position) ?? [];
      const current = own.at(-1);
      if (current === undefined || !isRole(role) || !ID_PATTERN.test(id)) throw database.damaged(place);
      return {
        id: invitationId(id),
        role,
        institution: institution === null ? null : institutionId(institution),
        createdAt,
        tokenHash: current.hash,
        expiresAt: current.expiresAt,
        formerTokenHashes: own.slice(0, -1).map(({ hash }) => hash),
        revokedAt: revocations.get(position) ?? null,
        lastSeenAt: lastSeen(position),
      };
    });
  };

  const lastSeen = (position: number): string | null => {
    const place = `${SIGHTINGS}: row ${String(position)}`;
    const row = database.get(place, `SELECT * FROM ${SIGHTINGS} WHERE position = ?`, position);
    if (row === undefined) throw database.damaged(place);
    const at = row.optionalText('at');
    row.prove(SIGHTINGS, [position, at]);
    return at;
  };

  const positionOf = (id: InvitationId): number => {
    const position = list().findIndex((invitation) => invitation.id === id) + 1;
    if (position === 0) throw new RangeError(`invitation ${id} is unknown`);
    return position;
  };

  const insert = (table: string, columns: string, values: readonly ColumnValue[]): void => {
    const marks = Array.from({ length: values.length + 1 }, () => '?').join(', ');
    database.run(
      `${table}: row ${String(values[0])}`,
      `INSERT INTO ${table} (${columns}, sha256) VALUES (${marks})`,
      ...values,
      rowDigest(table, values),
    );
  };

  const addToken = (
    position: number,
    invitation: number,
    hash: Buffer,
    expiresAt: string,
    at: string,
  ): void => {
    insert(TOKENS, 'position, invitation, hash, expires_at, at', [position, invitation, hash, expiresAt, at]);
    countOne(database, TOKENS);
  };

  return {
    list,
    add: (invitations) =>
      database.transaction(() => {
        // Read once: to read them all for each of a thousand takes longer than all else that a thousand need.
        const ids = new Set<string>(list().map(({ id }) => id));
        let tokens = rowsOf(TOKENS, () => 1).length;
        for (const { id, role, institution, createdAt, tokenHash, expiresAt } of invitations) {
          if (ids.has(id)) throw new RangeError(`invitation ${id} exists`);
          ids.add(id);
          const position = ids.size;
          insert(INVITATIONS, 'position, id, role, institution, at', [
            ...[position, id, role, institution, createdAt],
          ]);
          countOne(database, INVITATIONS);
          insert(SIGHTINGS, 'position, at', [position, null]);
          tokens += 1;
          addToken(tokens, position, tokenHash, expiresAt, createdAt);
          log('invitation-created', id);
        }
      }),
    replaceToken: (id, { hash, expiresAt, at }) =>
      database.transaction(() => {
        addToken(rowsOf(TOKENS, () => 1).length + 1, positionOf(id), hash, expiresAt, at);
        log('invitation-rotated', id);
      }),
    revoke: (id, at) =>
      database.transaction(() => {
        const invitation = positionOf(id);
        const revoked = rowsOf(REVOCATIONS, (row) => row.integer('invitation'));
        if (revoked.includes(invitation)) throw new RangeError(`invitation ${id} is revoked already`);
        insert(REVOCATIONS, 'position, invitation, at', [revoked.length + 1, invitation, at]);
        countOne(database, REVOCATIONS);
        log('invitation-revoked', id);
      }),
    see: (id, at) =>
      database.transaction(() => {
        const position = positionOf(id);
        database.run(
          `${SIGHTINGS}: row ${String(position)}`,
          `UPDATE ${SIGHTINGS} SET at = ?, sha256 = ? WHERE position = ?`,
          at,
          rowDigest(SIGHTINGS, [position, at]),
          position,
        );
      }),
  };
}
