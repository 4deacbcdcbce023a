import { clearImmediate, clearTimeout, setImmediate, setTimeout } from 'node:timers';
import type { Workspace } from '../workspace/workspace.ts';
import type { LiveRoom, Member, PendingUpdate } from './live-room.ts';
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

/** After that many milliseconds without a commit, the next one does not pause, however long the last one took. */
const LONGEST_PAUSE = 4;

const noClocks: ReadonlyMap<number, number> = new Map();

export function createCommitQueue(deps: {
  readonly workspace: Workspace;
  readonly gate: StorageGate;
  /** Called after a room's updates were stored and relayed. Must not throw. */
  readonly onCommitted: (room: LiveRoom, updates: readonly PendingUpdate[]) => void;
  /** Called for each room whose updates could not be stored, and now are ahead of the disk. Must not throw. */
  readonly onFailed: (room: LiveRoom) => void;
  /** Milliseconds that never go back. */
  readonly now: () => number;
}): CommitQueue {
  const { workspace, gate } = deps;
  let dirty = new Set<LiveRoom>();
  let touched = new Set<Member>();
  let turn: NodeJS.Immediate | undefined;
  let pause: NodeJS.Timeout | undefined;
  let commits = 0;
  /** When the last commit and its relaying ended, and how long they took. */
  let endedAt = -Infinity;
  let took = 0;

  const unschedule = (): void => {
    clearImmediate(turn);
    clearTimeout(pause);
    turn = undefined;
    pause = undefined;
  };

  const flush = (alongside?: () => void): void => {
    unschedule();
    const startedAt = deps.now();
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
        relay(room, updates);
        for (const { from } of updates) {
          if (from === null || !members.delete(from)) continue;
          from.acknowledge(clocks);
        }
      }
    }
    for (const member of members) member.acknowledge(noClocks);
    endedAt = deps.now();
    took = endedAt - startedAt;
    for (const [room, updates] of committed) deps.onCommitted(room, updates);
  };

  const run = (): void => {
    try {
      flush();
    } catch {
      // The gate has logged it, and `onFailed` has told everybody concerned.
    }
  };

  const schedule = (): void => {
    if (turn !== undefined || pause !== undefined) return;
    // Under load a little patience lets more updates share a commit and a write to each reader.
    if (deps.now() - endedAt < Math.min(took, LONGEST_PAUSE)) pause = setTimeout(run, 1);
    else turn = setImmediate(run);
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

/** Sends every member what the others wrote, in one piece where it wrote nothing itself. */
function relay(room: LiveRoom, updates: readonly PendingUpdate[]): void {
  const writers = new Set(updates.map(({ from }) => from));
  const [first] = updates;
  if (first === undefined) return;
  const all = updates.length === 1 ? first.frame : Buffer.concat(updates.map(({ frame }) => frame));
  for (const member of room.members) {
    if (!writers.has(member)) member.send(all);
    else if (updates.length > 1) {
      const others = updates.filter(({ from }) => from !== member);
      if (others.length > 0) member.send(Buffer.concat(others.map(({ frame }) => frame)));
    }
  }
}
