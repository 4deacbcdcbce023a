import type { RoomName } from '../../shared/rooms/rooms.ts';
import type { RoomClient } from './room-client.ts';

/** The rooms that a window has open: each once, opened when first asked for. */
export interface Rooms {
  get(name: RoomName): RoomClient;
  /**
   * Drops a room that the host has refused, with the copy of this device, and opens it anew. What was in it is handed
   * back as an update, so that it can be shown to its author.
   */
  readAnew(name: RoomName): Uint8Array;
  /** Calls back after a room was opened anew. */
  readonly subscribe: (listener: () => void) => () => void;
  /** Closes all; the copies of this device stay unless they are to be forgotten. */
  close(options?: { readonly forget: boolean }): Promise<void>;
}

export function createRooms(open: (name: RoomName) => RoomClient): Rooms {
  const rooms = new Map<RoomName, RoomClient>();
  const listeners = new Set<() => void>();
  const get = (name: RoomName): RoomClient => {
    const known = rooms.get(name) ?? open(name);
    rooms.set(name, known);
    return known;
  };
  return {
    get,
    readAnew(name) {
      const refused = get(name);
      const copy = refused.copy();
      void refused.close({ forget: true }).then(() => {
        if (rooms.get(name) === refused) rooms.delete(name);
        for (const listener of [...listeners]) listener();
      });
      return copy;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    async close(options) {
      const open = [...rooms.values()];
      rooms.clear();
      await Promise.all(open.map((room) => room.close(options)));
    },
  };
}
