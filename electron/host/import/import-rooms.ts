import type { Doc } from 'yjs';
import type { RoomName } from '../../../shared/rooms/rooms.ts';
import { readStoredRoom } from '../workspace/edit-room.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** The rooms that an import reads and writes: those of a file that nobody has open, or those that live in a host. */
export interface ImportRooms {
  read<T>(room: RoomName, work: (doc: Doc) => T): T;
  /** Changes rooms, and what `keep` writes into the file once that is done, all of it or nothing. */
  editTogether<T>(
    rooms: readonly RoomName[],
    work: (docOf: (room: RoomName) => Doc) => T,
    keep: (value: T) => void,
  ): T;
}

/** The rooms of a file as they are stored. */
export function storedRooms(workspace: Workspace): ImportRooms {
  return {
    read: (room, work) => readStoredRoom(workspace, room, work),
    editTogether(rooms, work, keep) {
      const docs = new Map(rooms.map((room) => [room, workspace.rooms.load(room)]));
      const updates: { readonly room: RoomName; readonly update: Uint8Array }[] = [];
      try {
        for (const [room, doc] of docs) {
          doc.on('update', (update: Uint8Array) => updates.push({ room, update }));
        }
        const value = work((room) => {
          const doc = docs.get(room);
          if (doc === undefined) throw new Error(`the room ${room} was not named`);
          return doc;
        });
        workspace.transaction(() => {
          for (const { room, update } of updates) workspace.rooms.append(room, update);
          keep(value);
        });
        return value;
      } finally {
        for (const doc of docs.values()) doc.destroy();
      }
    },
  };
}
