/**
 * Why a host ends a connection to a room, each with its WebSocket close code. The list is closed. The reason is sent
 * as the text of the close frame. A code from 4400 to 4499 says that reconnecting does not help as things are, so
 * that the official provider stops; any other code lets it try again.
 */
export const closeCodes = {
  /** No invitation has this token. */
  'token-unknown': 4401,
  'token-expired': 4402,
  /** The invitation was withdrawn. */
  revoked: 4403,
  'room-unknown': 4404,
  /** The room may not be read, or something was written that may not be written; the client's copy has diverged. */
  'room-locked': 4405,
  /** What was sent contradicts the protocol. */
  'message-invalid': 4406,
  'client-too-old': 4410,
  'host-too-old': 4411,
  'too-large': 4413,
  'rate-limited': 4429,
  /**
   * Something was written under a Yjs client id that is somebody else's. The client's copy is sound: it keeps what it
   * has, and may try again later, because the other one may yet bring what it wrote.
   */
  'client-id-taken': 4309,
  /** The host's file cannot be read or written; nothing was accepted. Try again later. */
  'storage-failed': 1013,
} as const;

export type CloseReason = keyof typeof closeCodes;

export function isCloseReason(value: unknown): value is CloseReason {
  return typeof value === 'string' && Object.hasOwn(closeCodes, value);
}

/** Whether a client may connect again by itself after being closed for this reason. */
export function allowsReconnect(reason: CloseReason): boolean {
  return closeCodes[reason] < 4400 || closeCodes[reason] > 4499;
}
