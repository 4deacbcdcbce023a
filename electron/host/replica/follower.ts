import type { Doc } from 'yjs';
import { clearImmediate, setImmediate } from 'node:timers';
import { createApiClient, type ApiClient } from '../../../shared/api/client.ts';
import type { FollowReason, ReplicaStatus } from '../../../shared/api/replica-calls.ts';
import { appError } from '../../../shared/errors/errors.ts';
import { fail } from '../../../shared/errors/result.ts';
import type { Sha256 } from '../../../shared/ids/ids.ts';
import type { RoomName } from '../../../shared/rooms/rooms.ts';
import { listRounds } from '../../../shared/rounds/rounds-room.ts';
import type { Clock, Logger } from '../ports.ts';
import type { SyncServer } from '../sync/sync-server.ts';
import { attemptValue } from '../workspace/attempt.ts';
import type { Upstream, Workspace } from '../workspace/workspace.ts';
import type { BackoffLimits } from './backoff.ts';
import { httpTransport } from './http-transport.ts';
import { mirrorSource, type MirrorReport } from './mirror-source.ts';
import type { RoomStatus } from './replica-status.ts';
import { realTimers, type ReplicaTimers } from './replica-timers.ts';
import { createReplica } from './replica.ts';
import { statusOfFile } from './status-of-file.ts';
import { roomsUrlOf } from './upstream-socket.ts';

export interface FollowerDeps {
  readonly workspace: Workspace;
  /** Its rooms; their `onCommitted` must call the follower's. */
  readonly sync: SyncServer;
  readonly upstream: Upstream & { readonly token: string };
  readonly clock: Clock;
  readonly logger: Logger;
  /** From 0 (included) to 1 (excluded). */
  readonly random: () => number;
  /** Something that `status` tells has changed; told once for many changes. */
  readonly onChanged: () => void;
  readonly onEdition: (edition: { readonly label: string; readonly hash: Sha256 }) => void;
  readonly timers?: ReplicaTimers;
  readonly backoff?: BackoffLimits;
}

/** A file that follows another host, for as long as its own host runs. */
export interface Follower {
  status(): ReplicaStatus;
  /** Somebody asks for it: whatever is not connected is tried again at once, also what was refused for good. */
  sync(): void;
  /** To be called after updates of a room were stored, by whomever. */
  onCommitted(room: RoomName, doc: Doc): void;
  /** Follows no longer, and takes the token out of the file. Throws `AppFailure`, and then all is as it was. */
  leave(): void;
  /** Ends all connections and notes how far it came. */
  close(): void;
}

/** How often what the rooms do not hold is asked for, and how often is noted how far we are. */
const MIRROR_EVERY = 60_000;
const NOTE_EVERY = 5_000;

/** Begins at once. */
export function createFollower(deps: FollowerDeps): Follower {
  const { workspace, upstream, clock, logger } = deps;
  const { base, token, fingerprint, principal } = upstream;
  const timers = deps.timers ?? realTimers;
  const ask = createApiClient(httpTransport(base, token, fingerprint));
  /** An answer that comes after the end must not reach a file that may be closed. */
  const api: ApiClient = async (name, input) => {
    const answer = await ask(name, input);
    return ended ? fail(appError('cancelled', { phase: 'mirror' })) : answer;
  };
  const stops = new Set<() => void>();
  const known = new Map<RoomName, RoomStatus>();
  /** Up to which update rooms were in step, as far as that is not noted yet. */
  const reached = new Map<RoomName, number>();
  let lastContactAt = clock.now();
  let mirroring = false;
  let mirrorAgain = false;
  let mirrorTurn = 0;
  const askedBases = new Set<string>();
  let hasConflict = false;
  let wasConnected = false;
  let noting = false;
  let told = '';
  let telling: NodeJS.Immediate | undefined;
  let ended = false;

  const replica = createReplica({
    ...{ workspace, sync: deps.sync, clock, logger, random: deps.random, timers },
    upstream: { url: roomsUrlOf(base), token, fingerprint, principal },
    pendingIn: (room) => workspace.upstreams.pendingIn(room),
    ...(deps.backoff && { backoff: deps.backoff }),
  });

  const after = (milliseconds: number, work: () => void): void => {
    const stop = timers.after(milliseconds, () => {
      stops.delete(stop);
      work();
    });
    stops.add(stop);
  };
  const unlessFileFails = (work: () => void): void => {
    const done = attemptValue(work);
    if (!done.ok) logger.warn({ code: done.error.code }, 'the state of a replica could not be noted');
  };

  const process = (): RoomStatus | undefined => replica.status().find(({ room }) => room === 'process');
  const isRefused = (): boolean => process()?.state === 'refused' && process()?.reason !== 'room-locked';
  const isConnected = (): boolean =>
    ['catching-up', 'in-step', 'waiting'].includes(process()?.state ?? 'offline');

  /** How far each room is, for the next start and for whoever looks at the closed file. */
  const note = (): void =>
    unlessFileFails(() => {
      for (const status of replica.status()) if (isEven(status)) reach(status.room);
      if (reached.size === 0) return;
      workspace.transaction(() => {
        workspace.upstreams.noteInStep(Array.from(reached, ([room, lastSeq]) => ({ room, lastSeq })));
        workspace.upstreams.note({ lastContactAt, ...(!isRefused() && { refusal: null }) });
      });
      reached.clear();
    });
  const reach = (room: RoomName): void => {
    reached.set(room, workspace.rooms.size(room).lastSeq);
    lastContactAt = clock.now();
  };
  /** A room was in step up to the moment at which it is told that it no longer is. */
  const watch = (status: RoomStatus): void => {
    const before = known.get(status.room);
    known.set(status.room, status);
    if (before !== undefined && isEven(before) && !isEven(status)) unlessFileFails(() => reach(status.room));
  };
  const noteSoon = (): void => {
    if (noting) return;
    noting = true;
    after(NOTE_EVERY, () => {
      noting = false;
      note();
      tell();
    });
  };

  const mirror = async (): Promise<void> => {
    mirrorAgain = mirroring;
    if (mirroring || ended || !isConnected()) return;
    mirroring = true;
    const mirrored = await mirrorSource(api, workspace);
    mirroring = false;
    if (hasEnded()) return;
    if (mirrored.ok) adopt(mirrored.value);
    else logger.warn({ code: mirrored.error.code }, 'editions, bases and pictures could not be fetched');
    const turn = (mirrorTurn += 1);
    if (isToMirrorAgain()) void mirror();
    else after(MIRROR_EVERY, () => void (turn === mirrorTurn && mirror()));
  };
  const isToMirrorAgain = (): boolean => mirrorAgain;
  /** A round that was opened over there is not to wait for its base until the next time that all is asked for. */
  const fetchNewBases = (process: Doc): void => {
    const bases = listRounds(process).flatMap(({ base }) => base?.hash ?? []);
    const fresh = bases.filter((hash) => !askedBases.has(hash));
    for (const hash of fresh) askedBases.add(hash);
    if (fresh.length > 0) void mirror();
  };
  const hasEnded = (): boolean => ended;
  const adopt = ({ editions, bases, conflicts }: MirrorReport): void => {
    for (const edition of editions) deps.onEdition(edition);
    if (bases > 0) deps.onChanged();
    if (conflicts.length > 0 && !hasConflict) logger.error({ conflicts }, 'editions differ');
    hasConflict = conflicts.length > 0;
    tell();
  };

  const status = (): ReplicaStatus => {
    const file = statusOfFile(workspace);
    if (file.state === 'none' || ended) return file;
    const rooms = replica.status();
    const main = process();
    const trouble = rooms.find(({ state, reason }) => state === 'refused' && reason !== 'room-locked');
    const reason: FollowReason | null = trouble?.reason ?? (isConnected() ? null : (main?.reason ?? null));
    const due = main?.nextAttemptAt ?? null;
    return {
      ...file,
      state: isRefused() ? 'refused' : isConnected() ? 'connected' : 'offline',
      reason: reason ?? (hasConflict ? 'edition-changed' : null),
      nextAttemptIn: due === null ? null : Math.max(0, Math.ceil((due - timers.now()) / 1000)),
      pendingUpdates: rooms.reduce((sum, { pendingUpdates }) => sum + (pendingUpdates ?? 0), 0),
      waiting: rooms.filter(({ state }) => state === 'waiting').map(({ room }) => room),
    };
  };

  const tell = (): void => {
    telling ??= setImmediate(() => {
      telling = undefined;
      if (ended) return;
      const now = status();
      // What is typed changes the count all the time; that there is something to send, once.
      const key = JSON.stringify(
        now.state === 'none' ? now : { ...now, nextAttemptIn: null, pendingUpdates: now.pendingUpdates > 0 },
      );
      if (key === told) return;
      told = key;
      deps.onChanged();
    });
  };

  replica.onStatus((status) => {
    const { room, state, reason } = status;
    watch(status);
    if (state === 'in-step' || reached.size > 0) noteSoon();
    if (room === 'process' && isRefused()) {
      unlessFileFails(() => workspace.upstreams.note({ refusal: reason }));
    }
    if (isConnected() !== wasConnected) {
      wasConnected = !wasConnected;
      if (wasConnected) void mirror();
    }
    tell();
  });

  const end = (): void => {
    ended = true;
    clearImmediate(telling);
    for (const stop of stops) stop();
    replica.close();
  };
  return {
    status,
    sync() {
      if (!ended) replica.retry();
    },
    onCommitted(room, doc) {
      replica.onCommitted(room, doc);
      if (room === 'process') fetchNewBases(doc);
    },
    leave() {
      workspace.upstreams.leave();
      end();
      deps.onChanged();
    },
    close() {
      if (ended) return;
      note();
      end();
    },
  };
}

/** Whether both hosts have all, as far as is known. */
function isEven({ state, pendingUpdates }: RoomStatus): boolean {
  return state === 'in-step' && pendingUpdates === 0;
}
