import { WebSocket, type ClientOptions } from 'ws';
import type { RoomName } from '../../../shared/rooms/rooms.ts';
import type { ReplicaTimers } from './replica-timers.ts';

/** Where the rooms of the other host are, and what lets us in. */
export interface UpstreamAddress {
  /** Up to the room, without a slash at the end: `wss://host:port/rooms`. */
  readonly url: string;
  readonly token: string;
  /** For TLS: whom to trust. */
  readonly socketOptions?: ClientOptions;
}

/** A host says something every 12 s. */
const SILENCE = 40_000;
const HANDSHAKE = 10_000;
/** A whole room comes in one message. */
const MAX_PAYLOAD = 512 << 20;

/** Connects to one room. A connection on which nothing is heard any more is ended, so that `close` always comes. */
export function openUpstreamSocket(
  { url, token, socketOptions }: UpstreamAddress,
  room: RoomName,
  timers: ReplicaTimers,
): WebSocket {
  const socket = new WebSocket(`${url}/${room}`, ['leitbild', token], {
    ...{ maxPayload: MAX_PAYLOAD, handshakeTimeout: HANDSHAKE, perMessageDeflate: false },
    ...socketOptions,
  });
  let heardAt = timers.now();
  let stopTimer: (() => void) | null = null;
  const watch = (): void => {
    if (timers.now() - heardAt >= SILENCE) socket.terminate();
    else stopTimer = timers.after(SILENCE, watch);
  };
  socket.on('open', () => {
    heardAt = timers.now();
    stopTimer = timers.after(SILENCE, watch);
  });
  socket.on('message', () => {
    heardAt = timers.now();
  });
  socket.on('close', () => stopTimer?.());
  return socket;
}
