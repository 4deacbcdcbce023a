import { clearImmediate, setImmediate } from 'node:timers';
import type { Workspace } from '../workspace/workspace.ts';
import type { LiveRoom, Member, PendingUpdate } from './live-room.ts';
import { relayUpdates } from './relay-updates.ts';
import type { StorageGate } from './storage-gate.ts';

/**
 * Collects the updates of one turn of the event loop, in all rooms, and stores them in one transaction; only then are
 * they relayed and acknowledged. One sync of the disk is shared by all who wrote meanwhile.
 */
export interface CommitQueue {
  /** Notes that a room has pending updates. */
  add(room: LiveRoom): void;
  /** Notes that a member is to be told once all that it sent is on disk. */
  touch(member: Member): void;
  /** Commits now, and `alongside` in the same transaction. Throws `AppFailure` where that fails. */
  flush(alongside?: () => void): void;
  readonly commits: number;
  close(): void;
}

const noClocks: ReadonlyMap<number, number> = new Map();

export function createCommitQueue(deps: {
  readonly workspace: Workspace;
  readonly gate: StorageGate;
  /** Called after a room's updates were stored and relayed. Must not throw. */
  readonly onCommitted: (room: LiveRoom, updates: readonly PendingUpdate[]) => void;
  /** Called for each room whose updates could not be stored, and now are ahead of the disk. Must not throw. */
  readonly onFailed: (room: LiveRoom) => void;
}): CommitQueue {
  const { workspace, gate } = deps;
  let dirty = new Set<LiveRoom>();
  let touched = new Set<Member>();
  let turn: NodeJS.Immediate | undefined;
  let commits = 0;

  const unschedule = (): void => {
    clearImmediate(turn);
    turn = undefined;
  };

  const flush = (alongside?: () => void): void => {
    unschedule();
    const rooms = dirty;
    const members = touched;
    const committed = new Map<LiveRoom, readonly PendingUpdate[]>();
    dirty = new Set();
    touched = new Set();
    if (rooms.size > 0) {
      try {
        gate.write(() => {
          const store = (): void =>
            workspace.rooms.appendChecked(
              Array.from(rooms, ({ name, pending }) => ({
                room: name,
                updates: pending.map(({ update }) => update),
              })),
            );
          if (alongside === undefined) store();
          else
            workspace.transaction(() => {
              store();
              alongside();
            });
        });
      } catch (error) {
        for (const room of rooms) deps.onFailed(room);
        for (const member of members) member.acknowledge(noClocks);
        throw error;
      }
      commits += 1;
      for (const room of rooms) {
        const { updates, clocks } = room.settle();
        committed.set(room, updates);
        relayUpdates(room, updates);
        for (const { from } of updates) {
          if (from === null || !members.delete(from)) continue;
          from.acknowledge(clocks);
        }
      }
    }
    for (const member of members) member.acknowledge(noClocks);
    for (const [room, updates] of committed) deps.onCommitted(room, updates);
  };

  const run = (): void => {
    try {
      flush();
    } catch {
      // The gate has logged it, and `onFailed` has told everybody concerned.
    }
  };

  // What comes while a commit runs waits in the sockets and shares the next one: no need to wait on purpose, which
  // was seen to double the latency and to save nothing.
  const schedule = (): void => {
    turn ??= setImmediate(run);
  };

  return {
    add(room) {
      dirty.add(room);
      schedule();
    },
    touch(member) {
      touched.add(member);
      schedule();
    },
    flush,
    get commits() {
      return commits;
    },
    close: unschedule,
  };
}
