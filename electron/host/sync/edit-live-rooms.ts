import { AppFailure } from '../../../shared/errors/errors.ts';
import type { RoomName } from '../../../shared/rooms/rooms.ts';
import type { CommitQueue } from './commit-queue.ts';
import type { LiveRoom } from './live-room.ts';
import type { LiveRooms } from './live-rooms.ts';
import type { StorageGate } from './storage-gate.ts';
import type { EditRooms } from './sync-contract.ts';
import { updateFrame } from './sync-messages.ts';

interface EditedRoom {
  readonly room: LiveRoom;
  readonly updates: Uint8Array[];
  readonly stopCollecting: () => void;
}

/**
 * Changes rooms as the host itself: applied, on disk in one transaction with what `keep` writes, and relayed when this
 * returns. Where `work` throws, the rooms are as they were. Throws `AppFailure` where the file cannot be read or written.
 */
export function editLiveRooms<T>(
  deps: { readonly gate: StorageGate; readonly queue: CommitQueue; readonly rooms: LiveRooms },
  names: readonly RoomName[],
  work: EditRooms<T>,
  keep?: (value: T) => void,
): T {
  const { gate, queue, rooms } = deps;
  if (gate.failure !== null) throw new AppFailure(gate.failure);
  const edited = new Map(names.map((name) => [name, open(rooms, name)]));
  let value: T;
  try {
    value = work((name) => {
      const found = edited.get(name);
      if (found === undefined) throw new Error(`the room ${name} was not named`);
      return found.room.doc;
    });
  } catch (error) {
    for (const { room, updates } of edited.values()) if (updates.length > 0) room.restore();
    throw error;
  } finally {
    for (const { room, stopCollecting } of edited.values()) {
      stopCollecting();
      rooms.release(room);
    }
  }
  let hasChanged = false;
  for (const { room, updates } of edited.values()) {
    for (const update of updates) room.note({ update, frame: updateFrame(update), from: null, writers: [] });
    if (updates.length > 0) queue.add(room);
    hasChanged ||= updates.length > 0;
  }
  if (hasChanged) queue.flush(keep && (() => keep(value)));
  return value;
}

function open(rooms: LiveRooms, name: RoomName): EditedRoom {
  const room = rooms.open(name);
  const { doc } = room;
  const updates: Uint8Array[] = [];
  const collect = (update: Uint8Array): void => void updates.push(update);
  doc.on('update', collect);
  return { room, updates, stopCollecting: () => doc.off('update', collect) };
}
