import type { FollowReason } from '../../../shared/api/replica-calls.ts';
import type { RoomName } from '../../../shared/rooms/rooms.ts';

/**
 * How one room stands to the other host. `offline`: waits for the next attempt. `catching-up`: connected, and the
 * hosts exchange what they lack. `in-step`: connected, and both had all; what was written since is in
 * `pendingUpdates`. `waiting`: connected, and we have all; own changes wait until the phase lets them in. `refused`: see `reason`; ended until somebody asks
 * for another attempt, except for `room-locked`, which ends with the lock.
 */
export type RoomState = 'offline' | 'connecting' | 'catching-up' | 'in-step' | 'waiting' | 'refused';

/** Why a room is refused, or was left last: the other host's word, or what went wrong here. */
export type RoomReason = Exclude<FollowReason, 'edition-changed'>;

export interface RoomStatus {
  readonly room: RoomName;
  readonly state: RoomState;
  /** `null` where all is well. */
  readonly reason: RoomReason | null;
  /** Holds what the other host will never take, and is about to be put back. */
  readonly isDiverged: boolean;
  /** Own changes that the other host has not confirmed; `null` where that was not found out since the start. */
  readonly pendingUpdates: number | null;
  /** When it is tried again, in milliseconds of `ReplicaTimers.now`; `null` where no attempt is planned. */
  readonly nextAttemptAt: number | null;
  /** ISO 8601; `null` where it never was since the start. */
  readonly lastInStepAt: string | null;
  /**
   * Set where own changes were refused, and the room was put back to what the other host has: the last time since the
   * start. What it held is in `Workspace.refusedCopies` under `id`.
   */
  readonly setAside: { readonly id: number; readonly at: string; readonly reason: RoomReason } | null;
}
