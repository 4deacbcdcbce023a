import { clearTimeout, setTimeout } from 'node:timers';
import type { Duplex } from 'node:stream';
import { encodeStateVector } from 'yjs';
import type { WebSocket } from 'ws';
import { AppFailure } from '../../../shared/errors/errors.ts';
import { closeCodes, type CloseReason } from '../../../shared/host/close-reasons.ts';
import { rightOf, type Phase, type Principal, type Right } from '../../../shared/rights/rights.ts';
import { traceOf } from '../trace-of.ts';
import { admitUpdate } from './admit-update.ts';
import { InvalidMessage, MessageTooLarge } from './byte-reader.ts';
import type { CommitQueue } from './commit-queue.ts';
import type { LiveRoom, Member } from './live-room.ts';
import { binaryFrame, payloadOf } from './socket-frame.ts';
import type { StorageGate } from './storage-gate.ts';
import type { SyncCounts } from './sync-counts.ts';
import type { SyncLimits } from './sync-limits.ts';
import type { Logger } from '../ports.ts';
import {
  awarenessFrame,
  durableFrame,
  encodeClocks,
  permissionDeniedFrame,
  proveStateVector,
  readClientMessage,
  step1Frame,
  updateFrame,
  type ClientMessage,
} from './sync-messages.ts';
import { createTokenBucket, type TokenBucket } from './token-bucket.ts';

/** One client in one room. */
export interface Connection extends Member {
  readonly room: LiveRoom;
  /** Asks the table of rights again; sends away who may no longer read. */
  refreshRight(): void;
  /** Ends a connection that has not answered the last ping, else pings it. */
  beat(): void;
  /** Ends it because the host stops. */
  goAway(): void;
  terminate(): void;
}

export interface ConnectionDeps {
  readonly socket: WebSocket;
  /** The stream below, onto which whole frames are written that were made once for many. */
  readonly stream: Duplex;
  readonly principal: Principal;
  readonly room: LiveRoom;
  readonly limits: SyncLimits;
  readonly queue: CommitQueue;
  readonly gate: StorageGate;
  readonly counts: SyncCounts;
  readonly logger: Logger;
  readonly phase: () => Phase;
  readonly now: () => number;
  /** Milliseconds that the host may still spend on this principal. */
  readonly work: TokenBucket;
  /** Awareness of the room has changed. */
  readonly onAwareness: (room: LiveRoom) => void;
  readonly onClosed: (connection: Connection) => void;
}

/** Answers that cost the host as much as this many messages: a full state, everybody's presence. */
const COSTLY = 20;

/**
 * By then a client is asked what it has, even if the room must be built for that. Until then whoever was answered has
 * the machine to himself, which may be this one.
 */
const GREET_WITHIN = 1000;

/** The official provider drops a connection on which it has read nothing for 30 s; it does not see pings. */
const keepAlive = awarenessFrame(Uint8Array.of(0));

/** Lets a client take part in a room that is loaded. Greets it with the host's step 1 and everybody's presence. */
export function createConnection(deps: ConnectionDeps): Connection {
  const { socket, stream, principal, room, limits, queue, gate, counts, logger } = deps;
  const messages = createTokenBucket(limits.messagesPerSecond, limits.messageBurst, deps.now());
  const bytes = createTokenBucket(limits.bytesPerSecond, limits.byteBurst, deps.now());
  let closed = false;
  let answeredPing = true;
  /** Bytes of full states that may still be on their way to it. */
  let granted = 0;
  /** Messages with changes so far, and how many in a row built on something that was not sent. */
  let received = 0;
  let gaps = 0;
  let asksDurable = false;
  let greeted = false;
  let greeting: NodeJS.Timeout | undefined;

  const right = (): Right => rightOf(principal, room.name, deps.phase());

  const leave = (): void => {
    if (closed) return;
    closed = true;
    clearTimeout(greeting);
    room.leave(connection);
    deps.onAwareness(room);
    deps.onClosed(connection);
  };
  const close = (reason: CloseReason): void => {
    if (closed) return;
    leave();
    counts.close(reason);
    logger.info({ room: room.name, principal: principal.id, reason }, 'connection refused');
    socket.close(closeCodes[reason], reason);
  };
  const terminate = (): void => {
    leave();
    socket.terminate();
  };
  const send = (frame: Buffer, grant = 0): void => {
    if (closed || socket.readyState !== socket.OPEN) return;
    const backlog = stream.writableLength;
    if (backlog === 0) granted = 0;
    else if (backlog > limits.maxBacklog + granted) {
      counts.slowReaders += 1;
      terminate();
      return;
    }
    granted += grant;
    stream.write(frame);
  };
  const sendCostly = (frame: Buffer, grant = 0): void => {
    if (messages.take(COSTLY, deps.now())) send(frame, grant);
    else close('rate-limited');
  };
  const sendState = (frame: Buffer): void => {
    // Whoever does not read is not given one full state after the other.
    if (stream.writableLength > limits.maxBacklog) close('rate-limited');
    else sendCostly(frame, frame.length);
  };
  /** Asks what the client has; builds the room first, if nobody has yet. */
  const greet = (): void => {
    if (closed || greeted) return;
    greeted = true;
    clearTimeout(greeting);
    greeting = undefined;
    try {
      send(step1Frame(encodeStateVector(room.doc)));
    } catch (error) {
      if (!(error instanceof AppFailure)) throw error;
      close('storage-failed');
    }
  };
  const commitFirst = (): void => {
    if (room.pending.length > 0) queue.flush();
  };

  const receiveUpdate = (message: Buffer, update: Uint8Array, step2: boolean): void => {
    received += 1;
    const verdict = admitUpdate({ room, principal, right, limits, gate, update });
    switch (verdict.kind) {
      case 'known':
        break;
      case 'refused':
        if (verdict.reason === 'room-locked') send(permissionDeniedFrame(verdict.reason));
        close(verdict.reason);
        return;
      case 'gap':
        // A client that types before it has answered step 1 sends what builds on its offline work. The answer holds
        // both, so this one is left out, and the question put again.
        gaps += 1;
        counts.gaps += 1;
        if (gaps > limits.maxGaps) close('too-large');
        else send(step1Frame(encodeStateVector(room.doc)));
        return;
      case 'new': {
        const frame = step2 ? updateFrame(update) : binaryFrame([message]);
        const stored = payloadOf(frame).subarray(-update.length);
        if (!room.apply({ update: stored, frame, from: connection, writers: verdict.writers })) {
          counts.reloads += 1;
          throw new InvalidMessage('an update that Yjs cannot apply');
        }
        queue.add(room);
      }
    }
    if (step2) gaps = 0;
    if (asksDurable) queue.touch(connection);
  };

  /** Does what costs time, unless its principal has used up all of it. */
  const spending = (work: () => void): void => {
    const begun = deps.now();
    if (!deps.work.spend(0, begun)) {
      close('rate-limited');
      return;
    }
    try {
      work();
    } finally {
      const ended = deps.now();
      deps.work.spend(ended - begun, ended);
    }
  };

  const receive = (message: Buffer, said: ClientMessage): void => {
    switch (said.kind) {
      case 'update':
        spending(() => receiveUpdate(message, said.update, said.step2));
        return;
      case 'awareness':
        counts.foreignStates += room.awareness.receive(connection, said.states);
        deps.onAwareness(room);
        return;
      case 'step-1':
        proveStateVector(said.stateVector, limits.maxStructs);
        commitFirst();
        if (!closed) spending(() => sendState(room.step2(said.stateVector)));
        if (room.isBuilt) greet();
        return;
      case 'query-awareness':
        sendCostly(room.awareness.everybody() ?? keepAlive);
        return;
      case 'durable':
        asksDurable = true;
        commitFirst();
        if (!closed) sendCostly(durableFrame(gaps === 0 ? received : 0, encodeStateVector(room.doc)));
        return;
    }
  };

  const onMessage = (data: unknown, isBinary: boolean): void => {
    if (closed) return;
    if (!isBinary || !Buffer.isBuffer(data)) {
      close('message-invalid');
      return;
    }
    const now = deps.now();
    if (!messages.take(1, now) || !bytes.take(data.length, now)) {
      close('rate-limited');
      return;
    }
    if (right() === 'none') {
      close('room-locked');
      return;
    }
    try {
      receive(data, readClientMessage(data));
    } catch (error) {
      if (error instanceof InvalidMessage) close('message-invalid');
      else if (error instanceof MessageTooLarge) close('too-large');
      else if (error instanceof AppFailure) close('storage-failed');
      else {
        logger.error({ room: room.name, principal: principal.id, ...traceOf(error) }, 'message not handled');
        terminate();
      }
    }
  };

  const connection: Connection = {
    principal,
    room,
    right,
    send,
    close,
    terminate,
    acknowledge(clocks) {
      if (asksDurable && gaps === 0) send(durableFrame(received, encodeClocks(clocks)));
    },
    refreshRight() {
      if (right() === 'none') close('room-locked');
    },
    beat() {
      if (closed) return;
      if (!answeredPing) {
        terminate();
        return;
      }
      answeredPing = false;
      socket.ping();
      send(keepAlive);
    },
    goAway() {
      leave();
      socket.close(1001);
    },
  };

  socket.on('message', onMessage);
  socket.on('pong', () => {
    answeredPing = true;
  });
  socket.on('ping', () => {
    if (!closed && !messages.take(1, deps.now())) close('rate-limited');
  });
  socket.on('close', leave);
  room.enter(connection);
  // Building a large room keeps everybody waiting, so whoever has nothing is answered first.
  if (room.isBuilt) greet();
  else greeting = setTimeout(greet, GREET_WITHIN).unref();
  const present = room.awareness.everybody();
  if (present !== null) send(present);
  return connection;
}
