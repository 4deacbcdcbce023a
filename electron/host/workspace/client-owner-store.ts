import { isRoomName, type RoomName } from '../../../shared/rooms/rooms.ts';
import { rowDigest } from './row-digest.ts';
import { countOne, proveComplete, readTally } from './tally.ts';
import type { WorkspaceDatabase } from './workspace-database.ts';

/** Client ids of a room and the principal (id of an invitation, or `local`) that was the first to use them. */
export interface ClientOwner {
  readonly room: RoomName;
  readonly principal: string;
  /** Unsigned, 32 bits. */
  readonly clients: readonly number[];
}

/** Whose the client ids of the rooms are, so that nobody else goes on writing under them; it only grows. */
export interface ClientOwnerStore {
  add(owner: ClientOwner): void;
  /** In the order of their adding; where an id stands twice, the last one counts. */
  list(): readonly ClientOwner[];
}

const TABLE = 'client_owners';
/** Ids of Yjs clients have 32 bits. */
const ID_BYTES = 4;

/** Stores whose the client ids of rooms are. */
export function createClientOwnerStore(database: WorkspaceDatabase): ClientOwnerStore {
  return {
    add({ room, principal, clients }) {
      const ids = Buffer.alloc(clients.length * ID_BYTES);
      clients.forEach((client, index) => ids.writeUInt32LE(client, index * ID_BYTES));
      database.transaction(() => {
        const position = readTally(database, TABLE) + 1;
        database.run(
          `${TABLE}: row ${String(position)}`,
          `INSERT INTO ${TABLE} (position, room, principal, clients, sha256) VALUES (?, ?, ?, ?, ?)`,
          ...[position, room, principal, ids],
          rowDigest(TABLE, [position, room, principal, ids]),
        );
        countOne(database, TABLE);
      });
    },
    list() {
      const rows = database.all(TABLE, `SELECT * FROM ${TABLE} ORDER BY position`);
      proveComplete(
        database,
        TABLE,
        rows.map((row) => row.integer('position')),
      );
      return rows.map((row, index) => {
        const [room, principal, ids] = [row.text('room'), row.text('principal'), row.blob('clients')];
        row.prove(TABLE, [index + 1, room, principal, ids]);
        if (!isRoomName(room) || ids.length % ID_BYTES !== 0)
          throw database.damaged(`${TABLE}: row ${String(index + 1)}`);
        const clients = Array.from({ length: ids.length / ID_BYTES }, (_, at) =>
          ids.readUInt32LE(at * ID_BYTES),
        );
        return { room, principal, clients };
      });
    },
  };
}
