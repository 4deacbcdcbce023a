import type { Doc } from 'yjs';
import { rightOf, type Phase, type Principal } from '../../../shared/rights/rights.ts';
import { readPhase } from '../../../shared/rooms/phase-room.ts';
import type { RoomName } from '../../../shared/rooms/rooms.ts';
import type { Clock, Logger } from '../ports.ts';
import type { SyncServer } from '../sync/sync-server.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { defaultBackoff, type BackoffLimits } from './backoff.ts';
import type { RoomStatus } from './replica-status.ts';
import { realTimers, type ReplicaTimers } from './replica-timers.ts';
import { roomsOf } from './rooms-of.ts';
import { createRoomLink, type RoomLink } from './room-link.ts';
import type { UpstreamAddress } from './upstream-socket.ts';

export interface ReplicaDeps {
  /** Our own file. */
  readonly workspace: Workspace;
  /** Its rooms. The server's `onCommitted` must call the replica's. */
  readonly sync: SyncServer;
  /** The other host, and whom the token makes us there. */
  readonly upstream: UpstreamAddress & { readonly principal: Principal };
  /** Which rooms to keep in step; asked again after each change of phase. `roomsOf` unless set. */
  readonly rooms?: (principal: Principal) => readonly RoomName[];
  /** How many own changes of a room wait from before the start; not known unless set. */
  readonly pendingIn?: (room: RoomName) => number;
  readonly clock: Clock;
  readonly logger: Logger;
  /** From 0 (included) to 1 (excluded). */
  readonly random: () => number;
  readonly timers?: ReplicaTimers;
  readonly backoff?: BackoffLimits;
}

/** A host that is a client of another host. */
export interface Replica {
  /** One entry for each room that is kept in step. */
  status(): readonly RoomStatus[];
  /** Tells of every change of a room's status; hands back how to stop that. */
  onStatus(listener: (status: RoomStatus) => void): () => void;
  /** Tries every room that is not connected again at once, also where it was refused for good. */
  retry(): void;
  /** To be called after updates of a room were stored, by whomever. */
  onCommitted(room: RoomName, doc: Doc): void;
  /** Ends all connections. What was not sent yet is sent by the next replica of this file. */
  close(): void;
}

/** The phase in which everybody may do the most. */
const allOpen: Phase = { text: 'open', contributions: 'open', voices: 'everyone' };

/**
 * Keeps the rooms of a file in step with another host: connects, sends what the other lacks, stores what it has, tries
 * again by itself. Which rooms, and whether they are sent too, follows the table of rights and the phase; the phase is
 * the other host's, whose process room is brought up to date first.
 */
export function createReplica(deps: ReplicaDeps): Replica {
  const { sync, upstream, logger } = deps;
  const { principal } = upstream;
  const roomsFor = deps.rooms ?? roomsOf;
  const links = new Map<RoomName, RoomLink>();
  const listeners = new Set<(status: RoomStatus) => void>();
  let phase: Phase = sync.status().phase;
  let closed = false;

  const isSettled = (): boolean => {
    const process = links.get('process');
    return process === undefined || ['in-step', 'waiting', 'refused'].includes(process.status.state);
  };
  const refreshAll = (): void => {
    if (closed) return;
    for (const room of roomsFor(principal)) {
      if (!links.has(room) && rightOf(principal, room, phase) !== 'none') open(room);
    }
    for (const link of links.values()) link.refresh();
  };
  const adopt = (next: Phase): void => {
    const isSame =
      next.text === phase.text && next.contributions === phase.contributions && next.voices === phase.voices;
    phase = next;
    if (!isSame) refreshAll();
  };
  const tell = (status: RoomStatus): void => {
    for (const listener of [...listeners]) listener(status);
    if (status.room !== 'process' || !links.has('process')) return;
    adopt(sync.status().phase);
    if (isSettled()) refreshAll();
  };
  const open = (room: RoomName): void => {
    const link = createRoomLink({
      ...{ room, sync, upstream, logger },
      refused: deps.workspace.refusedCopies,
      right: () => rightOf(principal, room, phase),
      mayWait: () => rightOf(principal, room, allOpen) === 'write',
      pendingUpdates: deps.pendingIn?.(room) ?? null,
      isDue: () => room === 'process' || isSettled(),
      clock: deps.clock,
      timers: deps.timers ?? realTimers,
      random: deps.random,
      backoff: deps.backoff ?? defaultBackoff,
      onStatus: tell,
    });
    links.set(room, link);
  };

  // The process room first: the others wait for it.
  const wanted = roomsFor(principal);
  if (wanted.includes('process')) open('process');
  refreshAll();

  return {
    status: () => Array.from(links.values(), ({ status }) => status),
    onStatus(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    retry() {
      for (const link of links.values()) link.retry();
    },
    onCommitted(room, doc) {
      if (closed) return;
      if (room === 'process') adopt(readPhase(doc));
      links.get(room)?.committed(doc);
    },
    close() {
      closed = true;
      for (const link of links.values()) link.close();
      listeners.clear();
    },
  };
}
