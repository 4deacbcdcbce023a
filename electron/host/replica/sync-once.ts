import type { Doc } from 'yjs';
import { createApiClient } from '../../../shared/api/client.ts';
import { appError, type AppError } from '../../../shared/errors/errors.ts';
import { fail, ok, type Result } from '../../../shared/errors/result.ts';
import type { RoomName } from '../../../shared/rooms/rooms.ts';
import type { Clock, Logger } from '../ports.ts';
import { createSyncServer } from '../sync/sync-server.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { httpTransport } from './http-transport.ts';
import { mirrorSource, type MirrorReport } from './mirror-source.ts';
import type { RoomReason, RoomStatus } from './replica-status.ts';
import { createReplica, type Replica } from './replica.ts';
import { roomsUrlOf } from './upstream-socket.ts';

/** What came and went in one room. */
export interface RoomReport {
  readonly room: RoomName;
  readonly received: boolean;
  /** Own changes that the other host now has. */
  readonly sent: number;
  /** Own changes that wait until moderation opens the room. */
  readonly waiting: number;
  /** Why the room could not be brought in step; null where it could. */
  readonly refused: RoomReason | null;
  /** The refused copy that was put aside; null where none was. */
  readonly setAside: number | null;
}

export interface SyncReport extends MirrorReport {
  readonly rooms: readonly RoomReport[];
}

export interface SyncOnceDeps {
  readonly workspace: Workspace;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly random: () => number;
  readonly signal: AbortSignal;
}

/** How long nothing may happen, in milliseconds. */
const PATIENCE = 60_000;

/**
 * Brings a file that nobody has open in step with the host that it follows, once. Fails with `workspace-follows-nobody`,
 * as calling a host fails, and with `cancelled`; what was exchanged before that stays.
 */
export async function syncOnce(deps: SyncOnceDeps): Promise<Result<SyncReport>> {
  const { workspace, clock, logger } = deps;
  const { upstreams } = workspace;
  const upstream = upstreams.current();
  if (upstream === null || upstream.token === null) {
    return fail(appError('workspace-follows-nobody', { path: workspace.path }));
  }
  const { base, token, fingerprint, principal } = upstream;
  const mirrored = await mirrorSource(createApiClient(httpTransport(base, token, fingerprint)), workspace);
  if (!mirrored.ok) {
    const refusal = refusalOf(mirrored.error);
    if (refusal !== null) upstreams.note({ refusal });
    return mirrored;
  }
  const follow: { replica: Replica | null } = { replica: null };
  const sync = createSyncServer({
    ...{ workspace, logger },
    authenticate: () => ({ ok: false, reason: 'token-unknown' }),
    onCommitted: (room: RoomName, doc: Doc) => follow.replica?.onCommitted(room, doc),
  });
  const before = new Map<RoomName, { readonly seq: number; readonly pending: number }>();
  const stateOf = (room: RoomName) => ({
    seq: workspace.rooms.size(room).lastSeq,
    pending: upstreams.pendingIn(room),
  });
  try {
    const following = createReplica({
      ...{ workspace, sync, clock, logger, random: deps.random },
      upstream: { url: roomsUrlOf(base), token, fingerprint, principal },
      pendingIn: (room) => {
        before.set(room, stateOf(room));
        return upstreams.pendingIn(room);
      },
    });
    follow.replica = following;
    const failure = await settled(following, base, deps.signal);
    const rooms = following.status();
    const inStep = rooms.filter(({ state }) => state === 'in-step').map(({ room }) => room);
    workspace.transaction(() => {
      upstreams.noteInStep(inStep.map((room) => ({ room, lastSeq: workspace.rooms.size(room).lastSeq })));
      if (failure === null) upstreams.note({ lastContactAt: clock.now(), refusal: null });
    });
    if (failure !== null) return fail(failure);
    const reports = rooms.map((status) => {
      const { seq, pending } = before.get(status.room) ?? { seq: 0, pending: 0 };
      return reportOf(status, workspace.rooms.size(status.room).lastSeq > seq, pending);
    });
    return ok({ ...mirrored.value, rooms: reports });
  } finally {
    follow.replica?.close();
    await sync.close();
  }
}

function reportOf(
  { room, state, reason, pendingUpdates, setAside }: RoomStatus,
  received: boolean,
  pending: number,
): RoomReport {
  return {
    ...{ room, received },
    sent: state === 'in-step' && setAside === null ? pending : 0,
    waiting: state === 'waiting' ? (pendingUpdates ?? 0) : 0,
    // A room that may not be read now is none of our business, unless something waits in it.
    refused: state === 'refused' && (reason !== 'room-locked' || pending > 0) ? reason : null,
    setAside: setAside?.id ?? null,
  };
}

/** Settles when nothing more can happen without waiting; why it came to nothing, or null. */
function settled(replica: Replica, base: string, signal: AbortSignal): Promise<AppError | null> {
  return new Promise((resolve) => {
    const look = (): void => {
      const rooms = replica.status();
      const main = rooms.find(({ room }) => room === 'process');
      const lost = rooms.find(({ state, reason }) => state === 'offline' && reason !== null);
      if (signal.aborted) end(appError('cancelled', { phase: 'sync' }));
      else if (main?.state === 'refused') end(errorOf(main.reason, base));
      else if (lost !== undefined) end(errorOf(lost.reason, base));
      else if (rooms.every(isDone)) end(null);
    };
    // Also keeps the process alive: the replica's own timers do not.
    let patience: NodeJS.Timeout | undefined;
    const wait = (): void => {
      clearTimeout(patience);
      patience = setTimeout(() => end(errorOf(null, base)), PATIENCE);
    };
    const end = (failure: AppError | null): void => {
      clearTimeout(patience);
      stop();
      signal.removeEventListener('abort', look);
      resolve(failure);
    };
    const stop = replica.onStatus(() => {
      wait();
      // The rooms after this one are only connected once it was told.
      setImmediate(look);
    });
    signal.addEventListener('abort', look, { once: true });
    wait();
    look();
  });
}

function isDone({ state, isDiverged, pendingUpdates, nextAttemptAt }: RoomStatus): boolean {
  if (state === 'in-step') return pendingUpdates === 0;
  return state === 'waiting' || (state === 'refused' && !isDiverged && nextAttemptAt === null);
}

function errorOf(reason: RoomReason | null, base: string): AppError {
  switch (reason) {
    case 'token-unknown':
    case 'token-expired':
    case 'rate-limited':
      return appError(reason, {});
    case 'revoked':
      return appError('token-revoked', {});
    case 'certificate-unexpected':
      return appError(reason, { url: base });
    case null:
      return appError('host-unreachable', { url: base, reason: 'TimeoutError' });
    default:
      return appError('host-unreachable', { url: base, reason });
  }
}

/** Why a host lets us in no more, by the code of a call. */
function refusalOf({ code }: AppError): RoomReason | null {
  if (code === 'token-revoked') return 'revoked';
  return code === 'token-unknown' || code === 'token-expired' ? code : null;
}
