import { ID_PATTERN, institutionId } from '../../../shared/ids/ids.ts';
import { roles, type Role, type Principal } from '../../../shared/rights/rights.ts';
import type { RoomName } from '../../../shared/rooms/rooms.ts';
import { rowDigest } from './row-digest.ts';
import { countOne, proveComplete } from './tally.ts';
import type { AuditAction } from './audit-log.ts';
import type { Row, WorkspaceDatabase } from './workspace-database.ts';

/** The host that this file follows, and whom its invitation makes us there. */
export interface Upstream {
  /** Address of the host without a path: `https://192.168.1.20:4711`. */
  readonly base: string;
  /** SHA-256 of its own certificate, 64 hexadecimal digits; null for a public one or none. */
  readonly fingerprint: string | null;
  /** Null once the file no longer follows it. What the file may do stays as it was. */
  readonly token: string | null;
  readonly principal: Principal;
  readonly joinedAt: string;
  /** When all was last exchanged with it; null where that never was. */
  readonly lastContactAt: string | null;
  /** Why it no longer lets us in, as it said last; null where it does. */
  readonly refusal: string | null;
}

/**
 * Which host this file follows. The token is in the file because a delegate's machine must come back by itself; so
 * whoever is handed the file is handed the invitation, unless `leave` was called before. It is in no export, edition or
 * log. Instants are ISO 8601 in UTC to the second.
 */
export interface UpstreamStore {
  /** The one that counts, also where it was left; null where the file never followed any. */
  current(): Upstream | null;
  /** Follows a host from now on; the token of the one before is taken out. */
  join(upstream: Pick<Upstream, 'base' | 'fingerprint' | 'principal' | 'joinedAt'> & { token: string }): void;
  /** Takes the token out of the file, so that no copy made from now on holds it. */
  leave(): void;
  /** Notes when all was last exchanged, or why we are no longer let in. Nothing where the file follows nobody. */
  note(change: { readonly lastContactAt?: string; readonly refusal?: string | null }): void;
  /** Notes that each of these rooms was in step up to that update (`RoomStore.size`). */
  noteInStep(rooms: readonly { readonly room: RoomName; readonly lastSeq: number }[]): void;
  /** Updates of a room that came after it was last in step: at most what waits to be sent. */
  pendingIn(room: RoomName): number;
}

const TABLE = 'upstreams';
const CONTACTS = 'upstream_contacts';
const ROOMS = 'upstream_rooms';

/** The hosts followed, and what only the workspace itself asks. */
export interface UpstreamStoreInside extends UpstreamStore {
  /** Reads every row; throws `AppFailure`. */
  verify(): void;
}

/** Stores which host a file follows. `log` is told when it begins and ends, in the transaction of that. */
export function createUpstreamStore(
  database: WorkspaceDatabase,
  log: (action: AuditAction, subject: string) => void,
  lastSeqOf: (room: RoomName) => number,
): UpstreamStoreInside {
  const contactOf = (position: number): Pick<Upstream, 'lastContactAt' | 'refusal'> => {
    const place = `${CONTACTS}: row ${String(position)}`;
    const row = database.get(place, `SELECT * FROM ${CONTACTS} WHERE position = ?`, position);
    if (row === undefined) throw database.damaged(place);
    const [at, refusal] = [row.optionalText('at'), row.optionalText('refusal')];
    row.prove(CONTACTS, [position, at, refusal]);
    return { lastContactAt: at, refusal };
  };

  const upstreamOf = (row: Row, position: number): Upstream => {
    const [base, fingerprint, token] = [
      row.text('base'),
      row.optionalText('fingerprint'),
      row.optionalText('token'),
    ];
    const [principal, role, institution, at] = [
      row.text('principal'),
      row.text('role'),
      row.optionalText('institution'),
      row.text('at'),
    ];
    row.prove(TABLE, [position, base, fingerprint, token, principal, role, institution, at]);
    const isSound =
      isRole(role) && [principal, institution].every((id) => id === null || ID_PATTERN.test(id));
    if (!isSound) throw database.damaged(`${TABLE}: row ${String(position)}`);
    return {
      ...{ base, fingerprint, token, joinedAt: at },
      principal: {
        ...{ id: principal, role },
        institution: institution === null ? null : institutionId(institution),
      },
      ...contactOf(position),
    };
  };

  const all = (): readonly Upstream[] => {
    const rows = database.all(TABLE, `SELECT * FROM ${TABLE} ORDER BY position`);
    proveComplete(
      database,
      TABLE,
      rows.map((row) => row.integer('position')),
    );
    return rows.map((row, index) => upstreamOf(row, index + 1));
  };

  const seqOf = (room: RoomName): number => {
    const place = `${ROOMS}: ${room}`;
    const row = database.get(place, `SELECT * FROM ${ROOMS} WHERE room = ?`, room);
    if (row === undefined) return 0;
    const seq = row.integer('seq');
    row.prove(ROOMS, [room, seq]);
    return seq;
  };

  const forget = (before: readonly Upstream[]): void => {
    for (const [index, upstream] of before.entries()) {
      if (upstream.token === null) continue;
      const position = index + 1;
      const { base, fingerprint, joinedAt, principal } = upstream;
      const columns = [position, base, fingerprint, null, principal.id, principal.role];
      database.run(
        `${TABLE}: row ${String(position)}`,
        `UPDATE ${TABLE} SET token = NULL, sha256 = ? WHERE position = ?`,
        rowDigest(TABLE, [...columns, principal.institution, joinedAt]),
        position,
      );
    }
  };

  return {
    current: () => all().at(-1) ?? null,
    join: ({ base, fingerprint, token, principal, joinedAt }) =>
      database.transaction(() => {
        const before = all();
        forget(before);
        const position = before.length + 1;
        const { id, role, institution } = principal;
        const columns = [position, base, fingerprint, token, id, role, institution, joinedAt];
        database.run(
          `${TABLE}: row ${String(position)}`,
          `INSERT INTO ${TABLE} (position, base, fingerprint, token, principal, role, institution, at, sha256)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
          ...columns,
          rowDigest(TABLE, columns),
        );
        database.run(
          `${CONTACTS}: row ${String(position)}`,
          `INSERT INTO ${CONTACTS} (position, at, refusal, sha256) VALUES (?, ?, ?, ?)`,
          ...[position, null, null],
          rowDigest(CONTACTS, [position, null, null]),
        );
        countOne(database, TABLE);
        log('upstream-joined', id);
      }),
    leave: () =>
      database.transaction(() => {
        const before = all();
        const current = before.at(-1);
        if (current === undefined || current.token === null) return;
        forget(before);
        log('upstream-left', current.principal.id);
      }),
    note: (change) =>
      database.transaction(() => {
        const before = all();
        const current = before.at(-1);
        if (current === undefined) return;
        const position = before.length;
        const at = change.lastContactAt ?? current.lastContactAt;
        const refusal = change.refusal === undefined ? current.refusal : change.refusal;
        if (at === current.lastContactAt && refusal === current.refusal) return;
        database.run(
          `${CONTACTS}: row ${String(position)}`,
          `UPDATE ${CONTACTS} SET at = ?, refusal = ?, sha256 = ? WHERE position = ?`,
          ...[at, refusal],
          rowDigest(CONTACTS, [position, at, refusal]),
          position,
        );
      }),
    noteInStep: (rooms) =>
      database.transaction(() => {
        for (const { room, lastSeq } of rooms) {
          if (seqOf(room) === lastSeq) continue;
          database.run(
            `${ROOMS}: ${room}`,
            `INSERT INTO ${ROOMS} (room, seq, sha256) VALUES (?, ?, ?)
              ON CONFLICT (room) DO UPDATE SET seq = excluded.seq, sha256 = excluded.sha256`,
            ...[room, lastSeq],
            rowDigest(ROOMS, [room, lastSeq]),
          );
        }
      }),
    pendingIn: (room) => Math.max(0, lastSeqOf(room) - seqOf(room)),
    verify() {
      all();
      for (const row of database.all(ROOMS, `SELECT * FROM ${ROOMS}`)) {
        row.prove(ROOMS, [row.text('room'), row.integer('seq')]);
      }
    },
  };
}

function isRole(value: string): value is Role {
  return (roles as readonly string[]).includes(value);
}
