import type { Doc } from 'yjs';
import type { RoomName } from '../../../shared/rooms/rooms.ts';

/** Yjs documents as one snapshot and the updates since (the tail). */
export interface RoomStore {
  /** A fresh document with all that is stored; compacts first where the tail has grown long. */
  load(room: RoomName): Doc;
  /** What is stored, proven but not built: the snapshot, if there is one, and the updates since. Throws `AppFailure`. */
  stored(room: RoomName): { readonly snapshot: Uint8Array | null; readonly tail: readonly Uint8Array[] };
  /**
   * Stores one update and returns its number in the room, from 1. It is committed when this returns (inside a
   * transaction: when that does). Throws `AppFailure`: `update-invalid`, `disk-full`, `workspace-read-only`.
   */
  append(room: RoomName, update: Uint8Array): number;
  /**
   * Stores updates that the caller has already applied to a document, in one transaction and without parsing them
   * again. A long tail is not folded: that is `compactFrom`, when the caller has the time. Throws `AppFailure` as
   * `append` does, and then nothing is stored.
   */
  appendChecked(batch: readonly { readonly room: RoomName; readonly updates: readonly Uint8Array[] }[]): void;
  /**
   * Makes a document, which must hold exactly what is stored, the room's snapshot, and drops the tail. False where
   * there is nothing to fold or the disk is full; then all stays as it is.
   */
  compactFrom(room: RoomName, doc: Doc): boolean;
  /**
   * Makes a state, a whole Yjs update, all that a room holds; what it held before is gone from the room. For a room
   * that follows another file and has diverged. Throws `AppFailure` as `append` does.
   */
  replace(room: RoomName, state: Uint8Array): void;
  /** Writes something that changes nothing, to see whether the file takes writes. Throws `AppFailure` where not. */
  probe(): void;
  /** Replaces snapshot and tail by one snapshot with the same content, in one transaction. */
  compact(room: RoomName): void;
  list(): readonly RoomName[];
  /** Lengths in updates and bytes, for status and tests. */
  size(room: RoomName): {
    readonly updates: number;
    readonly snapshotBytes: number;
    readonly tailBytes: number;
    /** The number of the last update, counted since the room began. */
    readonly lastSeq: number;
  };
}
