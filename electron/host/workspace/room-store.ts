import { decodeUpdate, Doc, encodeStateAsUpdate } from 'yjs';
import { appError, AppFailure } from '../../../shared/errors/errors.ts';
import { applyStored } from '../../../shared/rooms/named-writes.ts';
import { isRoomName, type RoomName } from '../../../shared/rooms/rooms.ts';
import { rowDigest } from './row-digest.ts';
import { countOne, readTally } from './tally.ts';
import type { RoomStore } from './room-store-contract.ts';
import type { Row, WorkspaceDatabase } from './workspace-database.ts';

/** A tail of this many updates or bytes is folded into the snapshot … */
export const COMPACT_AFTER_UPDATES = 500;
const COMPACT_AFTER_BYTES = 1 << 20;
/** … once it has this share (one in …) of the snapshot's size: folding costs as much as loading the whole room. */
const COMPACT_FROM_SHARE = 4;
/** What a room may keep as a tail when the workspace is closed. */
const COMPACT_AT_CLOSE = 50;

interface Head {
  readonly room: RoomName;
  /** The last update that the snapshot holds; 0 where there is none. */
  readonly snapshotSeq: number;
  readonly lastSeq: number;
  readonly tailBytes: number;
}

/** The rooms, and what only the workspace itself asks of them. */
export interface RoomStoreInside extends RoomStore {
  /** Folds every tail that would slow the next opening. */
  compactForClosing(): void;
  /** Reads and applies everything; throws `AppFailure`. */
  verify(): readonly { readonly room: RoomName; readonly updates: number }[];
}

/**
 * Stores rooms in `rooms` (head), `snapshots` and `updates` (tail). `onCompacted` is told of every compaction that
 * somebody asked for by name, in its transaction.
 */
export function createRoomStore(
  database: WorkspaceDatabase,
  onCompacted: (room: RoomName) => void,
): RoomStoreInside {
  const headOf = (row: Row): Head => {
    const room = row.text('room');
    if (!isRoomName(room)) throw database.damaged('rooms');
    const head = {
      room,
      snapshotSeq: row.integer('snapshot_seq'),
      lastSeq: row.integer('last_seq'),
      tailBytes: row.integer('tail_bytes'),
    };
    row.prove('rooms', headColumns(head));
    return head;
  };

  const heads = (): readonly Head[] => {
    const found = database.all('rooms', 'SELECT * FROM rooms ORDER BY room').map(headOf);
    if (found.length !== readTally(database, 'rooms')) throw database.damaged('rooms');
    return found;
  };

  /** Rooms that were read or written here: a thousand new ones must not read all the others a thousand times. */
  let seen: Set<RoomName> | null = null;
  let seenBefore = database.rollbacks;
  const headIfAny = (room: RoomName): Head | undefined => {
    const row = database.get(`rooms: ${room}`, 'SELECT * FROM rooms WHERE room = ?', room);
    if (row !== undefined) return headOf(row);
    // A room is only taken for new when all that exist can be read, and none of those read before is missing.
    if (seenBefore !== database.rollbacks) seen = null;
    seenBefore = database.rollbacks;
    if (seen !== null && !seen.has(room)) return undefined;
    const all = heads();
    seen = new Set(all.map((head) => head.room));
    return all.find((head) => head.room === room);
  };

  const stateOf = (head: Head): Buffer | null => {
    if (head.snapshotSeq === 0) return null;
    const place = `snapshots: ${head.room}`;
    const row = database.get(place, 'SELECT seq, state, sha256 FROM snapshots WHERE room = ?', head.room);
    if (row?.integer('seq') !== head.snapshotSeq) throw database.damaged(place);
    const state = row.blob('state');
    row.prove('snapshots', [head.room, head.snapshotSeq, state]);
    return state;
  };

  const tailOf = (head: Head): readonly Buffer[] => {
    const tail: Buffer[] = [];
    let bytes = 0;
    let seq = head.snapshotSeq;
    const sql = 'SELECT seq, data, sha256 FROM updates WHERE room = ? ORDER BY seq';
    for (const row of database.each(`updates: ${head.room}`, sql, head.room)) {
      seq += 1;
      const place = `updates: ${head.room} ${String(seq)}`;
      if (row.integer('seq') !== seq) throw database.damaged(place);
      const data = row.blob('data');
      if (!row.blob('sha256').equals(rowDigest('updates', [head.room, seq, data])))
        throw database.damaged(place);
      bytes += data.length;
      tail.push(data);
    }
    if (seq !== head.lastSeq || bytes !== head.tailBytes) {
      throw database.damaged(`updates: ${head.room} ${String(seq + 1)}`);
    }
    return tail;
  };

  const read = (room: RoomName, head: Head | undefined): Doc => {
    const doc = new Doc();
    if (head === undefined) return doc;
    const state = stateOf(head);
    const tail = tailOf(head);
    try {
      applyStored(doc, state === null ? tail : [state, ...tail]);
    } catch (cause) {
      throw Object.assign(database.damaged(`rooms: ${room}`), { cause });
    }
    return doc;
  };

  /** Heads as they were last written, so that a commit need not read what it has written just before. */
  const written = new Map<RoomName, Head>();
  let writtenBefore = database.rollbacks;
  const writtenHead = (room: RoomName): Head | undefined => {
    if (writtenBefore !== database.rollbacks) {
      written.clear();
      writtenBefore = database.rollbacks;
    }
    return written.get(room);
  };

  const writeHead = (head: Head): void => {
    const sql = `INSERT INTO rooms (room, snapshot_seq, last_seq, tail_bytes, sha256) VALUES (?, ?, ?, ?, ?)
      ON CONFLICT (room) DO UPDATE SET snapshot_seq = excluded.snapshot_seq, last_seq = excluded.last_seq,
        tail_bytes = excluded.tail_bytes, sha256 = excluded.sha256`;
    const columns = headColumns(head);
    database.run(`rooms: ${head.room}`, sql, ...columns, rowDigest('rooms', columns));
    written.set(head.room, head);
    seen?.add(head.room);
  };
  const insert = (room: RoomName, updates: readonly Uint8Array[]): Head => {
    if (!isRoomName(room)) throw new TypeError(`not a room: ${String(room)}`);
    const before = writtenHead(room) ?? headIfAny(room) ?? { room, snapshotSeq: 0, lastSeq: 0, tailBytes: 0 };
    const after = {
      ...before,
      lastSeq: before.lastSeq + updates.length,
      tailBytes: updates.reduce((sum, { length }) => sum + length, before.tailBytes),
    };
    if (before.lastSeq === 0) countOne(database, 'rooms');
    writeHead(after);
    const place = `updates: ${room}`;
    const sql = 'INSERT INTO updates (room, seq, data, sha256) VALUES (?, ?, ?, ?)';
    updates.forEach((update, index) => {
      const seq = before.lastSeq + 1 + index;
      database.run(place, sql, room, seq, update, rowDigest('updates', [room, seq, update]));
    });
    return after;
  };

  const fold = (head: Head, doc: Doc): void => {
    const { room, lastSeq } = head;
    database.transaction(() => {
      const state = encodeStateAsUpdate(doc);
      const sql = `INSERT INTO snapshots (room, seq, state, sha256) VALUES (?, ?, ?, ?)
        ON CONFLICT (room) DO UPDATE SET seq = excluded.seq, state = excluded.state, sha256 = excluded.sha256`;
      const sha256 = rowDigest('snapshots', [room, lastSeq, state]);
      database.run(`snapshots: ${room}`, sql, room, lastSeq, state, sha256);
      database.run(`updates: ${room}`, 'DELETE FROM updates WHERE room = ?', room);
      writeHead({ room, snapshotSeq: lastSeq, lastSeq, tailBytes: 0 });
    });
  };

  /** Folding on our own account is a convenience: where the disk is full, the tail simply stays. */
  const foldIfRoom = (head: Head, doc: Doc): boolean => {
    if (database.readOnly || database.inTransaction) return false;
    try {
      fold(head, doc);
      return true;
    } catch (error) {
      if (error instanceof AppFailure && error.error.code === 'disk-full') return false;
      throw error;
    }
  };

  const isLong = (head: Head): boolean =>
    (head.lastSeq - head.snapshotSeq >= COMPACT_AFTER_UPDATES || head.tailBytes >= COMPACT_AFTER_BYTES) &&
    head.tailBytes * COMPACT_FROM_SHARE >= snapshotBytesOf(head);

  const snapshotBytesOf = (head: Head): number =>
    head.snapshotSeq === 0
      ? 0
      : (database
          .get(
            `snapshots: ${head.room}`,
            'SELECT length(state) AS bytes FROM snapshots WHERE room = ?',
            head.room,
          )
          ?.integer('bytes') ?? 0);

  return {
    load(room) {
      const head = headIfAny(room);
      const doc = read(room, head);
      if (head !== undefined && isLong(head)) foldIfRoom(head, doc);
      return doc;
    },
    stored(room) {
      const head = headIfAny(room);
      return head === undefined
        ? { snapshot: null, tail: [] }
        : { snapshot: stateOf(head), tail: tailOf(head) };
    },
    append(room, update) {
      refuseInvalid(room, update);
      const head = database.transaction(() => insert(room, [update]));
      if (isLong(head) && !database.inTransaction) foldIfRoom(head, read(room, head));
      return head.lastSeq;
    },
    appendChecked(batch) {
      database.transaction(() => {
        for (const { room, updates } of batch) if (updates.length > 0) insert(room, updates);
      });
    },
    replace(room, state) {
      refuseInvalid(room, state);
      const doc = new Doc();
      applyStored(doc, [state]);
      database.transaction(() => fold(insert(room, [state]), doc));
      doc.destroy();
    },
    compactFrom(room, doc) {
      const head = headIfAny(room);
      return head !== undefined && foldIfRoom(head, doc);
    },
    probe() {
      database.transaction(() => {
        // There and back, because SQLite does not write what is the same.
        for (const step of [1, -1]) {
          database.run('tallies: rooms', "UPDATE tallies SET rows = rows + ? WHERE name = 'rooms'", step);
        }
      });
    },
    compact(room) {
      database.transaction(() => {
        const head = headIfAny(room);
        if (head === undefined) return;
        fold(head, read(room, head));
        onCompacted(room);
      });
    },
    list: () => heads().map((head) => head.room),
    size(room) {
      const head = headIfAny(room);
      if (head === undefined) return { updates: 0, snapshotBytes: 0, tailBytes: 0, lastSeq: 0 };
      const { lastSeq, snapshotSeq, tailBytes } = head;
      return { updates: lastSeq - snapshotSeq, snapshotBytes: snapshotBytesOf(head), tailBytes, lastSeq };
    },
    compactForClosing() {
      for (const head of heads()) {
        if (head.lastSeq - head.snapshotSeq > COMPACT_AT_CLOSE) foldIfRoom(head, read(head.room, head));
      }
    },
    verify() {
      return heads().map((head) => {
        read(head.room, head).destroy();
        return { room: head.room, updates: head.lastSeq };
      });
    },
  };
}

function headColumns(head: Head): readonly [string, number, number, number] {
  return [head.room, head.snapshotSeq, head.lastSeq, head.tailBytes];
}

function refuseInvalid(room: RoomName, update: Uint8Array): void {
  try {
    decodeUpdate(update);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new AppFailure(appError('update-invalid', { room, reason }));
  }
}
