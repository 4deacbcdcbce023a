import { clearTimeout, setTimeout } from 'node:timers';
import type { LiveRoom } from './live-room.ts';

/** Presence is not worth a message each: changes of so many milliseconds go out together. */
const EVERY = 40;

/** Tells everybody in a room who is there, some time after it has changed. */
export function createAwarenessRelay(): { schedule(room: LiveRoom): void; close(): void } {
  const rooms = new Set<LiveRoom>();
  let timer: NodeJS.Timeout | undefined;
  const flush = (): void => {
    timer = undefined;
    for (const room of rooms) {
      const frame = room.awareness.takeChanges();
      if (frame !== null) room.broadcast(frame);
    }
    rooms.clear();
  };
  return {
    schedule(room) {
      rooms.add(room);
      timer ??= setTimeout(flush, EVERY).unref();
    },
    close: () => clearTimeout(timer),
  };
}
