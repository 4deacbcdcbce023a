import { WebSocket } from 'ws';
import type { Doc } from 'yjs';
import { AppFailure } from '../../../shared/errors/errors.ts';
import { allowsReconnect, isCloseReason } from '../../../shared/host/close-reasons.ts';
import type { Right } from '../../../shared/rights/rights.ts';
import type { RoomName } from '../../../shared/rooms/rooms.ts';
import type { Clock, Logger } from '../ports.ts';
import { InvalidMessage, MessageTooLarge } from '../sync/byte-reader.ts';
import type { SyncServer } from '../sync/sync-server.ts';
import type { RefusedCopyStore } from '../workspace/workspace.ts';
import { createBackoff, type BackoffLimits } from './backoff.ts';
import { createExchange, type Exchange } from './exchange.ts';
import { fetchState } from './fetch-state.ts';
import { UnexpectedCertificate } from './pinned-connection.ts';
import type { RoomReason, RoomState, RoomStatus } from './replica-status.ts';
import type { ReplicaTimers } from './replica-timers.ts';
import { openUpstreamSocket, type UpstreamAddress } from './upstream-socket.ts';

/** One room of the other host, kept in step with ours as long as that can be. */
export interface RoomLink {
  readonly status: RoomStatus;
  /** Rights may have changed, or the time has come: tries now what waits for that. */
  refresh(): void;
  /** Somebody asks for it: connects at once where it is not, also after a final refusal. */
  retry(): void;
  /** Changes of the room are on our disk. */
  committed(doc: Doc): void;
  close(): void;
}

export interface RoomLinkDeps {
  readonly room: RoomName;
  readonly sync: SyncServer;
  readonly upstream: UpstreamAddress;
  readonly refused: RefusedCopyStore;
  /** Our right at the other host, as far as we know. */
  readonly right: () => Right;
  /** Whether we may write the room in any phase. */
  readonly mayWait: () => boolean;
  /** Own changes that wait from before; `null` where that is not known. */
  readonly pendingUpdates: number | null;
  /** Whether to connect at all now. */
  readonly isDue: () => boolean;
  readonly clock: Clock;
  readonly timers: ReplicaTimers;
  readonly random: () => number;
  readonly backoff: BackoffLimits;
  readonly logger: Logger;
  readonly onStatus: (status: RoomStatus) => void;
}

/** What takes part in a connection while it lasts. */
type Conversation = Pick<Exchange, 'wasRefused' | 'receive' | 'rightChanged' | 'committed' | 'close'>;

export function createRoomLink(deps: RoomLinkDeps): RoomLink {
  const { room, sync, upstream, timers, clock, logger } = deps;
  const backoff = createBackoff(deps.backoff, deps.random);
  let status: RoomStatus = {
    ...{ room, state: 'offline', reason: null, pendingUpdates: deps.pendingUpdates },
    ...{ isDiverged: false, nextAttemptAt: null, lastInStepAt: null, setAside: null },
  };
  let socket: WebSocket | null = null;
  let talk: Conversation | null = null;
  let stopTimer: (() => void) | null = null;
  let waitsForTurn = false;
  let closed = false;
  /** Why the room has diverged and is to be put back. */
  let diverged: RoomReason | null = null;
  let wasClosedFor: Right | null = null;

  const set = (change: Partial<RoomStatus>): void => {
    const next = { ...status, ...change };
    const isSame = (Object.keys(next) as (keyof RoomStatus)[]).every((key) => next[key] === status[key]);
    status = next;
    if (!isSame) deps.onStatus(status);
  };
  const show = (state: RoomState, reason: RoomReason | null): void => {
    // A refusal stays visible until the room is in step again.
    if (diverged !== null && state !== 'in-step') set({ state: 'refused', reason: diverged });
    else set({ state, reason });
  };

  const retryAfter = (wait: number): void => {
    stopTimer?.();
    set({ nextAttemptAt: timers.now() + wait });
    stopTimer = timers.after(wait, () => {
      stopTimer = null;
      connect();
    });
  };
  const retryLater = (reason: RoomReason): void => {
    show('offline', reason);
    retryAfter(backoff.next());
  };
  const waiting = (): void => {
    backoff.reset();
    set({ state: 'waiting', reason: 'room-locked' });
  };
  const refuse = (reason: RoomReason): void => {
    wasClosedFor = deps.right();
    logger.warn({ room, reason }, 'replica refused');
    set({ state: 'refused', reason });
    // Locked there, and open by what we know: we may have missed that it was closed and opened again.
    if (reason === 'room-locked' && wasClosedFor !== 'none') retryAfter(backoff.next());
  };

  const inStep = (): void => {
    backoff.reset();
    set({ state: 'in-step', reason: null, pendingUpdates: 0, lastInStepAt: clock.now() });
  };
  const ownChange = (): void => {
    if (status.pendingUpdates !== null) set({ pendingUpdates: status.pendingUpdates + 1 });
  };
  const markDiverged = (reason: RoomReason): void => {
    if (diverged !== null) return;
    diverged = reason;
    logger.warn({ room, reason }, 'replica diverged');
    set({ state: 'refused', reason, isDiverged: true });
  };

  /** What is told once nothing of ours is in the way any more, until the room is in step. */
  const whole = { isDiverged: false, state: 'offline', reason: null } as const;
  const putBack = (state: Uint8Array): void => {
    const reason = diverged ?? 'room-locked';
    const at = clock.now();
    let id = 0;
    sync.reset(room, state, (copy) => {
      id = deps.refused.add({ room, at, reason, state: copy });
    });
    diverged = null;
    logger.warn({ room, reason, id }, 'refused changes kept aside');
    set({ ...whole, setAside: { id, at, reason } });
  };

  const converse = (own: WebSocket): Conversation => {
    const send = (message: Uint8Array): void => {
      if (own.readyState === WebSocket.OPEN) own.send(message);
    };
    const edit = <T>(work: (doc: Doc) => T): T => sync.edit(room, work);
    if (diverged !== null) {
      return fetchState({
        send,
        edit,
        onState: (state) => {
          if (state === null) {
            diverged = null;
            set(whole);
          } else putBack(state);
          backoff.reset();
          own.close(1000);
        },
      });
    }
    return createExchange({
      ...{ edit, send, timers, onOwnChange: ownChange, onInStep: inStep },
      mayWrite: () => deps.right() === 'write',
      mayWait: deps.mayWait,
      onWaiting: waiting,
      onDiverged: () => {
        markDiverged('room-locked');
        own.close(1000);
      },
    });
  };

  const guarded = (own: WebSocket, work: () => void): void => {
    try {
      work();
    } catch (error) {
      const isKnown = error instanceof InvalidMessage || error instanceof MessageTooLarge;
      if (!isKnown && !(error instanceof AppFailure)) throw error;
      const reason = isKnown ? 'invalid-answer' : 'storage-failed';
      logger.warn({ room, reason }, 'replica interrupted');
      leave(own, () => retryLater(reason));
      own.terminate();
    }
  };

  /** Ends the part of a connection, once. */
  const leave = (own: WebSocket, after: () => void): void => {
    if (socket !== own) return;
    socket = null;
    talk?.close();
    talk = null;
    stopTimer?.();
    stopTimer = null;
    if (!closed) after();
  };

  const onClose = (code: number, reason: RoomReason, wasRefused: boolean): void => {
    if (reason === 'rate-limited' || (reason === 'room-locked' && wasRefused && deps.mayWait())) {
      retryLater(reason);
    } else if (diverged === null && isForGood(reason) && wasRefused) {
      markDiverged(reason);
      retryAfter(0);
    } else if (isCloseReason(reason) ? !allowsReconnect(reason) : code >= 4400 && code <= 4499)
      refuse(reason);
    else if (diverged !== null || code === 1000) retryAfter(backoff.next());
    else retryLater(reason);
  };

  function connect(): void {
    if (closed || socket !== null) return;
    if (!deps.isDue()) {
      waitsForTurn = true;
      return;
    }
    waitsForTurn = false;
    set({ nextAttemptAt: null });
    show('connecting', status.reason);
    const own = openUpstreamSocket(upstream, room, timers);
    socket = own;
    // `close` follows.
    let failure: RoomReason = 'unreachable';
    own.on('error', (error) => {
      if (error instanceof UnexpectedCertificate) failure = 'certificate-unexpected';
      logger.info({ room, reason: failure }, 'replica connection failed');
    });
    own.on('open', () => {
      if (socket !== own) return;
      show('catching-up', null);
      guarded(own, () => {
        talk = converse(own);
      });
    });
    own.on('message', (data) => {
      if (socket !== own || !Buffer.isBuffer(data)) return;
      guarded(own, () => talk?.receive(data));
    });
    own.on('close', (code, said) => {
      const wasRefused = talk?.wasRefused ?? false;
      const word = said.toString();
      const reason = isCloseReason(word) ? word : code === 1006 ? failure : 'closed';
      leave(own, () => onClose(code, reason, wasRefused));
    });
  }

  connect();
  return {
    get status() {
      return status;
    },
    refresh() {
      const own = socket;
      if (waitsForTurn) connect();
      else if (own !== null && talk !== null) guarded(own, () => talk?.rightChanged());
      else if (status.state === 'refused' && status.reason === 'room-locked' && wasClosedFor !== null) {
        if (deps.right() === wasClosedFor) return;
        wasClosedFor = null;
        backoff.reset();
        connect();
      }
    },
    retry() {
      if (socket !== null) return;
      stopTimer?.();
      stopTimer = null;
      wasClosedFor = null;
      backoff.reset();
      connect();
    },
    committed(doc) {
      if (talk === null) ownChange();
      else talk.committed(doc);
    },
    close() {
      closed = true;
      stopTimer?.();
      const own = socket;
      talk?.close();
      talk = null;
      own?.close(1000);
    },
  };
}

/** Whether the other host will take what it was sent in no phase and at no time. */
function isForGood(reason: RoomReason): boolean {
  return reason === 'room-locked' || reason === 'too-large';
}
