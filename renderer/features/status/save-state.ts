import type { RoomState } from '../../client/room-client.ts';

/** How safe what was written here is, as one word. */
export type SaveState = 'loading' | 'saved' | 'saving' | 'offline' | 'refused' | 'storage-failed';

/** Reads it from the room and from what the host says of its disk. */
export function saveStateOf(room: RoomState, storageFailed: boolean): SaveState {
  if (room.connection === 'refused') return 'refused';
  if (storageFailed) return 'storage-failed';
  // Nothing is said to lie on this device before it does.
  if (room.connection === 'offline') return room.kept ? 'offline' : 'saving';
  if (!room.loaded) return 'loading';
  if (room.connection === 'connecting') return room.saved ? 'loading' : 'saving';
  return room.saved ? 'saved' : 'saving';
}
