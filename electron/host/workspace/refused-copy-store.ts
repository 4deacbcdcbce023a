import { isRoomName } from '../../../shared/rooms/rooms.ts';
import { rowDigest } from './row-digest.ts';
import { countOne, proveComplete, readTally } from './tally.ts';
import type { RefusedCopyStore } from './workspace.ts';
import type { WorkspaceDatabase } from './workspace-database.ts';

const TABLE = 'refused_copies';

/** Stores rooms with refused changes. `onAdded` is told of each, in its transaction. */
export function createRefusedCopyStore(
  database: WorkspaceDatabase,
  onAdded: (id: number) => void,
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
      return ids.map((id) => {
        const { room, at, reason, state } = read(id);
        return { id, room, at, reason, bytes: state.length };
      });
    },
    state: (id) =>
      Number.isSafeInteger(id) && id > 0 && id <= readTally(database, TABLE) ? read(id).state : undefined,
  };
}
