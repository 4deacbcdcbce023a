import { WebSocket } from 'ws';
import type { RoomName } from '../../../shared/rooms/rooms.ts';
import { connectPinned } from './pinned-connection.ts';
import type { ReplicaTimers } from './replica-timers.ts';

/** Where the rooms of the other host are, and what lets us in. */
export interface UpstreamAddress {
  /** Up to the room, without a slash at the end: `wss://host:port/rooms`. */
  readonly url: string;
  readonly token: string;
  /** SHA-256 of the other host's own certificate (64 hexadecimal digits, from the join link); null for a public one or none. */
  readonly fingerprint: string | null;
}

/** Where the rooms of the host at an address are. */
export function roomsUrlOf(base: string): string {
  return `${base.replace(/^http/, 'ws').replace(/\/$/, '')}/rooms`;
}

/** A host says something every 12 s. */
const SILENCE = 40_000;
const HANDSHAKE = 10_000;
/** A whole room comes in one message. */
const MAX_PAYLOAD = 512 << 20;

/**
 * Connects to one room. A connection on which nothing is heard any more is ended, so that `close` always
 * comes. An unexpected certificate is an `UnexpectedCertificate` error, and the token is not sent.
 */
export function openUpstreamSocket(
  { url, token, fingerprint }: UpstreamAddress,
  room: RoomName,
  timers: ReplicaTimers,
): WebSocket {
  const socket = new WebSocket(`${url}/${room}`, ['leitbild', token], {
    ...{ maxPayload: MAX_PAYLOAD, handshakeTimeout: HANDSHAKE, perMessageDeflate: false },
    ...(fingerprint !== null && { createConnection: connectPinned(fingerprint) }),
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
