import { applyUpdate, encodeStateAsUpdate, getState, type Doc } from 'yjs';
import type { CloseReason } from '../../../shared/host/close-reasons.ts';
import type { Principal, Right } from '../../../shared/rights/rights.ts';
import type { RoomName } from '../../../shared/rooms/rooms.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { applyWithin } from './apply-within.ts';
import { createAwarenessStates, type AwarenessStates } from './awareness-states.ts';
import type { RoomOwners } from './client-owners.ts';
import type { SyncLimits } from './sync-limits.ts';
import { storedAnswer } from './stored-answer.ts';
import { step2Frame } from './sync-messages.ts';

/** A connection as its room sees it. */
export interface Member {
  readonly principal: Principal;
  /** What it may do with the room as things are. */
  right(): Right;
  /** Writes a frame that is shared with others. */
  send(frame: Buffer): void;
  close(reason: CloseReason): void;
  /** All it has sent so far is on disk; `clocks` are those that its room's last commit has moved. */
  acknowledge(clocks: ReadonlyMap<number, number>): void;
}

/** An update that is applied in memory and not yet on disk. */
export interface PendingUpdate {
  readonly update: Uint8Array;
  /** What the others will be sent. */
  readonly frame: Buffer;
  /** `null` for the host itself. */
  readonly from: Member | null;
  /** Clients under whose ids it brings structs. */
  readonly writers: readonly number[];
}

/** A room in memory, with those who are in it. */
export interface LiveRoom {
  readonly name: RoomName;
  /** Another one after `restore`. Ahead of the disk by `pending`. Built when it is first asked for; throws `AppFailure`. */
  readonly doc: Doc;
  /** Whether asking for `doc` takes no time. */
  readonly isBuilt: boolean;
  readonly members: ReadonlySet<Member>;
  readonly awareness: AwarenessStates<Member>;
  /** Whose the client ids are. */
  readonly owners: RoomOwners;
  readonly pending: readonly PendingUpdate[];
  /** About how much the file holds of it. */
  readonly bytes: number;
  enter(member: Member): void;
  leave(member: Member): void;
  /** Applies a judged update. False where Yjs stumbled over it; then the room is as it was before. Throws `AppFailure`. */
  apply(update: PendingUpdate): boolean;
  /** Notes an update that the host has made in `doc` itself. */
  note(update: PendingUpdate): void;
  /** Forgets what is in memory and reads the file again, with `pending` on top. Throws `AppFailure`. */
  restore(): void;
  /** The pending updates are on disk: hands them out for relaying, with the clocks they have moved. */
  settle(): { readonly updates: readonly PendingUpdate[]; readonly clocks: ReadonlyMap<number, number> };
  /** The answer to a step 1. Only called while nothing is pending. */
  step2(stateVector: Uint8Array): Buffer;
  broadcast(frame: Buffer): void;
  /** Folds the tail where it has grown past that many updates or bytes and is worth it. Throws `AppFailure`. */
  compact(updates: number, bytes: number): void;
  destroy(): void;
}

/** How many different answers to step 1 are kept until the room changes; clients that return together ask alike. */
const KEPT_ANSWERS = 4;
/** A tail is folded once it has this share (one in …) of the snapshot. */
const FOLD_FROM_SHARE = 4;

/**
 * A room of at least so many bytes is not built before the first who has nothing was answered with what is stored: he
 * builds it too, and need not wait for the host to have done so.
 */
const BUILT_AT_ONCE = 256 << 10;

/** Opens a room. Throws `AppFailure` where the file cannot be read. */
export function loadRoom(
  deps: {
    readonly workspace: Workspace;
    readonly limits: SyncLimits;
    readonly owners: RoomOwners;
    readonly now: () => number;
  },
  name: RoomName,
): LiveRoom {
  const { limits, now, owners } = deps;
  const { rooms } = deps.workspace;
  let built: Doc | null = null;
  let { snapshotBytes, tailBytes, updates: tailUpdates } = rooms.size(name);
  const build = (): Doc => {
    const fresh = rooms.load(name);
    ({ snapshotBytes, tailBytes, updates: tailUpdates } = rooms.size(name));
    return fresh;
  };
  const docNow = (): Doc => (built ??= build());
  if (snapshotBytes + tailBytes < BUILT_AT_ONCE) docNow();
  let pending: PendingUpdate[] = [];
  const members = new Set<Member>();
  const awareness = createAwarenessStates<Member>({
    ...{ limits, now },
    mayShow: ({ principal }, client) => owners.show(principal, client),
    mayProject: ({ principal }) => principal.role === 'moderator',
  });
  const answers = new Map<string, Buffer>();

  const restore = (): void => {
    const fresh = rooms.load(name);
    for (const { update } of pending) applyUpdate(fresh, update);
    built?.destroy();
    built = fresh;
    answers.clear();
  };
  const note = (update: PendingUpdate): void => {
    pending.push(update);
    answers.clear();
  };

  return {
    name,
    get doc() {
      return docNow();
    },
    get isBuilt() {
      return built !== null;
    },
    members,
    awareness,
    owners,
    get pending() {
      return pending;
    },
    get bytes() {
      return snapshotBytes + tailBytes;
    },
    enter: (member) => void members.add(member),
    leave(member) {
      members.delete(member);
      awareness.leave(member);
    },
    apply(update) {
      const doc = docNow();
      const before = waitingBytes(doc);
      try {
        applyWithin(doc, update.update, limits.applyWithin);
      } catch {
        // Whatever Yjs stumbled over, it may have applied a part of it.
        restore();
        return false;
      }
      // What was judged complete and still waits refers to itself in a circle.
      if (waitingBytes(doc) > before) {
        restore();
        return false;
      }
      note(update);
      return true;
    },
    note,
    restore,
    settle() {
      const { store } = docNow();
      const updates = pending;
      const clocks = new Map<number, number>();
      for (const { update, writers } of updates) {
        tailBytes += update.length;
        for (const writer of writers) clocks.set(writer, getState(store, writer));
      }
      tailUpdates += updates.length;
      pending = [];
      return { updates, clocks };
    },
    step2(stateVector) {
      const key = Buffer.from(stateVector).toString('latin1');
      const kept = answers.get(key);
      if (kept !== undefined) return kept;
      const hasNothing = stateVector.length === 1;
      const stored = built === null && hasNothing ? storedAnswer(rooms.stored(name)) : null;
      const frame = stored ?? step2Frame(encodeStateAsUpdate(docNow(), stateVector));
      for (const oldest of answers.keys()) {
        if (answers.size < KEPT_ANSWERS) break;
        answers.delete(oldest);
      }
      answers.set(key, frame);
      return frame;
    },
    broadcast(frame) {
      for (const member of members) member.send(frame);
    },
    compact(updates, bytes) {
      if (tailUpdates < updates && tailBytes < bytes) return;
      if (pending.length > 0 || tailBytes * FOLD_FROM_SHARE < snapshotBytes) return;
      rooms.compactFrom(name, docNow());
      const { updates: left, ...after } = rooms.size(name);
      tailUpdates = left;
      ({ snapshotBytes, tailBytes } = after);
    },
    destroy: () => built?.destroy(),
  };
}

/** How much of what Yjs was given waits for something that has not come. */
function waitingBytes({ store }: Doc): number {
  return (store.pendingStructs?.update.length ?? 0) + (store.pendingDs?.length ?? 0);
}
