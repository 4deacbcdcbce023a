import { encodeStateAsUpdate } from 'yjs';
import { AppFailure } from '../../../shared/errors/errors.ts';
import type { RoomName } from '../../../shared/rooms/rooms.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { CommitQueue } from './commit-queue.ts';
import type { LiveRooms } from './live-rooms.ts';
import type { StorageGate } from './storage-gate.ts';

/**
 * Puts another state in the place of a room, for a host that follows another one and has diverged from it. `keep` is
 * given what the room held; it and the change are one transaction. Everybody in the room is sent away with
 * `room-locked`, which says that their copy has diverged. Throws `AppFailure`, and then all is as it was.
 */
export function resetLiveRoom(
  deps: {
    readonly workspace: Workspace;
    readonly gate: StorageGate;
    readonly queue: CommitQueue;
    readonly rooms: LiveRooms;
  },
  name: RoomName,
  state: Uint8Array,
  keep: (diverged: Uint8Array) => void,
): void {
  const { workspace, gate, queue, rooms } = deps;
  if (gate.failure !== null) throw new AppFailure(gate.failure);
  const room = rooms.open(name);
  try {
    if (room.pending.length > 0) queue.flush();
    const diverged = encodeStateAsUpdate(room.doc);
    gate.write(() =>
      workspace.transaction(() => {
        keep(diverged);
        workspace.rooms.replace(name, state);
      }),
    );
  } catch (error) {
    rooms.release(room);
    throw error;
  }
  rooms.drop(room, 'room-locked');
}
