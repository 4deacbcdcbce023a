import { clearTimeout, setTimeout } from 'node:timers';
import { AppFailure } from '../../../shared/errors/errors.ts';
import type { CloseReason } from '../../../shared/host/close-reasons.ts';
import type { RoomName } from '../../../shared/rooms/rooms.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { ClientOwners } from './client-owners.ts';
import { loadRoom, type LiveRoom } from './live-room.ts';
import type { SyncLimits } from './sync-limits.ts';
import type { Logger } from '../ports.ts';

/** The rooms in memory: loaded before somebody is answered, unloaded a while after the last one has left. */
export interface LiveRooms {
  readonly all: ReadonlyMap<RoomName, LiveRoom>;
  /** The room, loaded if need be. Throws `AppFailure` where the file cannot be read. */
  open(name: RoomName): LiveRoom;
  /** Called when somebody has left or nobody came. */
  release(room: LiveRoom): void;
  /** Takes a room out of memory as it is, because the disk holds another state, and sends everybody away. */
  drop(room: LiveRoom, reason?: CloseReason): void;
  /** Unloads everything. */
  close(): void;
}

/** A tail that is folded when a room is unloaded. */
const FOLD_AT_UNLOAD = 50;

export function createLiveRooms(deps: {
  readonly workspace: Workspace;
  readonly limits: SyncLimits;
  readonly logger: Logger;
  readonly owners: ClientOwners;
  /** Milliseconds that never go back. */
  readonly now: () => number;
}): LiveRooms {
  const { workspace, limits, logger, owners, now } = deps;
  const all = new Map<RoomName, LiveRoom>();
  const timers = new Map<LiveRoom, NodeJS.Timeout>();

  const stopTimer = (room: LiveRoom): void => {
    clearTimeout(timers.get(room));
    timers.delete(room);
  };

  const unload = (room: LiveRoom): void => {
    stopTimer(room);
    if (all.get(room.name) !== room) return;
    all.delete(room.name);
    try {
      room.compact(FOLD_AT_UNLOAD, Infinity);
    } catch (error) {
      // The tail stays as it was; the next loading folds it.
      if (!(error instanceof AppFailure)) throw error;
      logger.warn({ room: room.name, code: error.error.code }, 'room not compacted');
    }
    room.destroy();
    logger.info({ room: room.name }, 'room unloaded');
  };

  const unloadIfEmpty = (room: LiveRoom): void => {
    stopTimer(room);
    if (room.members.size > 0) return;
    if (room.pending.length > 0) release(room);
    else unload(room);
  };

  const release = (room: LiveRoom): void => {
    if (room.members.size > 0 || all.get(room.name) !== room) return;
    stopTimer(room);
    timers.set(room, setTimeout(() => unloadIfEmpty(room), limits.unloadAfter).unref());
  };

  return {
    all,
    open(name) {
      const live = all.get(name);
      if (live !== undefined) {
        stopTimer(live);
        return live;
      }
      const room = loadRoom({ workspace, limits, owners: owners.of(name), now }, name);
      all.set(name, room);
      return room;
    },
    release,
    drop(room, reason = 'storage-failed') {
      stopTimer(room);
      if (all.get(room.name) === room) all.delete(room.name);
      for (const member of [...room.members]) member.close(reason);
      room.destroy();
    },
    close() {
      for (const room of [...all.values()]) unload(room);
    },
  };
}
