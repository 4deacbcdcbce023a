import type { Doc } from 'yjs';
import { AppFailure } from '../../../shared/errors/errors.ts';
import type { RoomName } from '../../../shared/rooms/rooms.ts';
import type { CommitQueue } from './commit-queue.ts';
import type { LiveRooms } from './live-rooms.ts';
import type { StorageGate } from './storage-gate.ts';
import { updateFrame } from './sync-messages.ts';

/**
 * Changes a room as the host itself: applied, on disk and relayed when this returns. Where `work` throws, the room is
 * as it was. Throws `AppFailure` where the file cannot be read or written.
 */
export function editLiveRoom<T>(
  deps: { readonly gate: StorageGate; readonly queue: CommitQueue; readonly rooms: LiveRooms },
  name: RoomName,
  work: (doc: Doc) => T,
): T {
  const { gate, queue, rooms } = deps;
  if (gate.failure !== null) throw new AppFailure(gate.failure);
  const room = rooms.open(name);
  const { doc } = room;
  const updates: Uint8Array[] = [];
  const collect = (update: Uint8Array): void => void updates.push(update);
  doc.on('update', collect);
  let value: T;
  try {
    value = work(doc);
  } catch (error) {
    if (updates.length > 0) room.restore();
    throw error;
  } finally {
    doc.off('update', collect);
    rooms.release(room);
  }
  for (const update of updates) {
    room.note({ update, frame: updateFrame(update), from: null, writers: [] });
  }
  if (updates.length > 0) {
    queue.add(room);
    queue.flush();
  }
  return value;
}
