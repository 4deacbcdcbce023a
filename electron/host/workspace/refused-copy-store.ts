import { isRoomName, type RoomName } from '../../../shared/rooms/rooms.ts';
import { rowDigest } from './row-digest.ts';
import { countOne, proveComplete, readTally } from './tally.ts';
import type { WorkspaceDatabase } from './workspace-database.ts';

/** A room as it was when another host refused what had been written in it here. */
export interface RefusedCopy {
  readonly room: RoomName;
  /** ISO 8601 in UTC to the second. */
  readonly at: string;
  /** The other host's reason. */
  readonly reason: string;
  /** The whole room with the refused changes: a Yjs update, version 1. */
  readonly state: Uint8Array;
}

/** A refused copy without its content. */
export interface RefusedCopySummary extends Omit<RefusedCopy, 'state'> {
  /** Counts up from 1. */
  readonly id: number;
  readonly bytes: number;
  /** When somebody here had done with it. */
  readonly dismissedAt: string | null;
}

/** What a host that follows another one has set aside; nothing of it is ever changed or removed. */
export interface RefusedCopyStore {
  /** Returns the id. */
  add(copy: RefusedCopy): number;
  /** In the order in which they were refused. */
  list(): readonly RefusedCopySummary[];
  state(id: number): Uint8Array | undefined;
  /** Notes that nobody here needs it any more; doing so twice is harmless. Throws a `RangeError` where it is unknown. */
  dismiss(id: number, at: string): void;
}

const TABLE = 'refused_copies';
const DISMISSALS = 'refused_copy_dismissals';

/** Stores rooms with refused changes. `onAdded` and `onDismissed` are told of each, in its transaction. */
export function createRefusedCopyStore(
  database: WorkspaceDatabase,
  onAdded: (id: number) => void,
  onDismissed: (id: number) => void,
): RefusedCopyStore {
  const read = (id: number) => {
    const place = `${TABLE}: row ${String(id)}`;
    const row = database.get(place, `SELECT * FROM ${TABLE} WHERE position = ?`, id);
    if (row === undefined) throw database.damaged(place);
    const [room, at, reason, state] = [
      row.text('room'),
      row.text('at'),
      row.text('reason'),
      row.blob('state'),
    ];
    row.prove(TABLE, [id, room, at, reason, state]);
    if (!isRoomName(room)) throw database.damaged(place);
    return { id, room, at, reason, state };
  };

  const dismissals = (): ReadonlyMap<number, string> => {
    const rows = database.all(DISMISSALS, `SELECT * FROM ${DISMISSALS} NOT INDEXED ORDER BY position`);
    const positions = rows.map((row) => row.integer('position'));
    proveComplete(database, DISMISSALS, positions);
    return new Map(
      rows.map((row, index) => {
        const [copy, at] = [row.integer('copy'), row.text('at')];
        row.prove(DISMISSALS, [index + 1, copy, at]);
        return [copy, at] as const;
      }),
    );
  };
  const isKnown = (id: number): boolean =>
    Number.isSafeInteger(id) && id > 0 && id <= readTally(database, TABLE);

  return {
    add: ({ room, at, reason, state }) =>
      database.transaction(() => {
        const id = readTally(database, TABLE) + 1;
        database.run(
          `${TABLE}: row ${String(id)}`,
          `INSERT INTO ${TABLE} (position, room, at, reason, state, sha256) VALUES (?, ?, ?, ?, ?, ?)`,
          ...[id, room, at, reason, state],
          rowDigest(TABLE, [id, room, at, reason, state]),
        );
        countOne(database, TABLE);
        onAdded(id);
        return id;
      }),
    list() {
      const rows = database.all(TABLE, `SELECT position FROM ${TABLE} ORDER BY position`);
      const ids = rows.map((row) => row.integer('position'));
      proveComplete(database, TABLE, ids);
      const dismissed = dismissals();
      return ids.map((id) => {
        const { room, at, reason, state } = read(id);
        return { id, room, at, reason, bytes: state.length, dismissedAt: dismissed.get(id) ?? null };
      });
    },
    state: (id) => (isKnown(id) ? read(id).state : undefined),
    dismiss: (id, at) =>
      database.transaction(() => {
        if (!isKnown(id)) throw new RangeError(`refused copy ${String(id)} is unknown`);
        const before = dismissals();
        if (before.has(id)) return;
        const position = before.size + 1;
        database.run(
          `${DISMISSALS}: row ${String(position)}`,
          `INSERT INTO ${DISMISSALS} (position, copy, at, sha256) VALUES (?, ?, ?, ?)`,
          ...[position, id, at],
          rowDigest(DISMISSALS, [position, id, at]),
        );
        countOne(database, DISMISSALS);
        onDismissed(id);
      }),
  };
}
