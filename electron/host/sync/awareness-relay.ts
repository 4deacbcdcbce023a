import { clearInterval, clearTimeout, setInterval, setTimeout } from 'node:timers';
import type { LiveRoom } from './live-room.ts';

/** Presence is not worth a message each: changes of so many milliseconds go out together. */
const EVERY = 40;
/** Presence that is over is looked for this often while it lasts. */
const EXPIRY_SHARE = 10;

/** Tells everybody in a room who is there, some time after it has changed; ends presence that is not renewed. */
export function createAwarenessRelay(deps: {
  readonly rooms: Iterable<LiveRoom>;
  readonly expiresAfter: number;
}): { schedule(room: LiveRoom): void; close(): void } {
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
  const schedule = (room: LiveRoom): void => {
    rooms.add(room);
    timer ??= setTimeout(flush, EVERY).unref();
  };
  const watch = setInterval(() => {
    for (const room of deps.rooms) if (room.awareness.expire()) schedule(room);
  }, deps.expiresAfter / EXPIRY_SHARE).unref();
  return {
    schedule,
    close() {
      clearTimeout(timer);
      clearInterval(watch);
    },
  };
}
