import { clearInterval, clearTimeout, setInterval, setTimeout } from 'node:timers';
import type { LiveRoom } from './live-room.ts';

/** Presence is not worth a message each: changes of so many milliseconds go out together. */
const EVERY = 40;
/** Nor is it worth the whole line: so many bytes per millisecond go out, in all rooms together. */
const BYTES_PER_MS = 8000;
/** Presence that is over is looked for this often while it lasts. */
const EXPIRY_SHARE = 10;

/** Tells everybody in a room who is there, some time after it has changed; ends presence that is not renewed. */
export function createAwarenessRelay(deps: {
  readonly rooms: Iterable<LiveRoom>;
  readonly expiresAfter: number;
}): { schedule(room: LiveRoom): void; close(): void } {
  const rooms = new Set<LiveRoom>();
  let timer: NodeJS.Timeout | undefined;
  /** What was sent last must be over first. */
  let pause = 0;
  const flush = (): void => {
    timer = undefined;
    let bytes = 0;
    for (const room of rooms) {
      const frame = room.awareness.takeChanges();
      if (frame === null) continue;
      room.broadcast(frame);
      bytes += frame.length * room.members.size;
    }
    rooms.clear();
    pause = bytes / BYTES_PER_MS;
  };
  const schedule = (room: LiveRoom): void => {
    rooms.add(room);
    timer ??= setTimeout(flush, Math.max(EVERY, pause)).unref();
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
