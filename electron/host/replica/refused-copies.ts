import type { RoomName } from '../../../shared/rooms/rooms.ts';

/** A room as it was when the other host refused what had been written in it. */
export interface RefusedCopy {
  readonly room: RoomName;
  /** ISO 8601 in UTC to the second. */
  readonly at: string;
  /** Why the other host refused. */
  readonly reason: string;
  /** The whole room with the refused changes: a Yjs update, version 1. */
  readonly state: Uint8Array;
}

/** Where a replica keeps what was refused, so that nobody's work is lost. */
export interface RefusedCopies {
  /** Called inside the transaction that puts the room back. */
  add(copy: RefusedCopy): void;
}
