import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { clearInterval, setInterval } from 'node:timers';
import type { WebSocket } from 'ws';
import { closeCodes, type CloseReason } from '../../../shared/host/close-reasons.ts';
import { rightOf, type Phase, type Principal } from '../../../shared/rights/rights.ts';
import { readPhase } from '../../../shared/rooms/phase-room.ts';
import type { RoomName } from '../../../shared/rooms/rooms.ts';
import { codeOf } from '../trace-of.ts';
import { readStoredRoom } from '../workspace/edit-room.ts';
import { createAwarenessRelay } from './awareness-relay.ts';
import { createClientOwners } from './client-owners.ts';
import { createCommitQueue } from './commit-queue.ts';
import { createConnectGate } from './connect-gate.ts';
import { createConnection, type Connection } from './connection.ts';
import { editLiveRooms } from './edit-live-rooms.ts';
import { createHalfSent } from './half-sent.ts';
import { createLiveRooms } from './live-rooms.ts';
import { resetLiveRoom } from './reset-live-room.ts';
import { readToken, roomOfPath } from './room-request.ts';
import { createSocketServer, turnAway } from './socket-server.ts';
import { createStorageGate } from './storage-gate.ts';
import type { SyncServer, SyncServerDeps } from './sync-contract.ts';
import { createSyncCounts } from './sync-counts.ts';
import { defaultSyncLimits, type SyncLimits } from './sync-limits.ts';
import { createTokenBucket, type TokenBucket } from './token-bucket.ts';

export type { SyncServer, SyncServerDeps } from './sync-contract.ts';

/** A tail in the file is folded while people work once it has grown this long. */
const FOLD_UPDATES = 5000;
const FOLD_BYTES = 4 << 20;

/** Makes the server. Throws `AppFailure` where the process room cannot be read. */
export function createSyncServer(deps: SyncServerDeps): SyncServer {
  const { workspace, logger } = deps;
  const limits: SyncLimits = { ...defaultSyncLimits, ...deps.limits };
  const now = deps.now ?? (() => performance.now());
  const counts = createSyncCounts();
  const sockets = createSocketServer(limits);
  const connects = createConnectGate(limits);
  const gate = createStorageGate({ workspace, limits, logger, now });
  const isRevoked = deps.isRevoked ?? (() => false);
  const owners = createClientOwners({ workspace, gate, isRevoked });
  const rooms = createLiveRooms({ workspace, limits, logger, owners, now });
  const presence = createAwarenessRelay({
    rooms: { [Symbol.iterator]: () => rooms.all.values() },
    expiresAfter: limits.presenceExpiresAfter,
  });
  const halfSent = createHalfSent(limits.maxHalfSent, (connection) => {
    counts.slowSenders += 1;
    logger.warn({ principal: connection.principal.id }, 'too much is half sent');
    connection.terminate();
  });
  const connections = new Set<Connection>();
  const perPrincipal = new Map<string, number>();
  /** What is left to each principal of the host's time; there are no more of them than invitations. */
  const work = new Map<string, TokenBucket>();
  const streams = new Set<Duplex>();
  let closing = false;

  const queue = createCommitQueue({
    workspace,
    gate,
    onCommitted: (room, updates) => {
      if (room.name === 'process') setPhase(readPhase(room.doc));
      guarded(room.name, () => room.compact(FOLD_UPDATES, FOLD_BYTES));
      const committed = updates.map(({ update, from }) => ({ update, principal: from?.principal ?? null }));
      guarded(room.name, () => deps.onCommitted?.(room.name, room.doc, committed));
    },
    onFailed: (room) => rooms.drop(room),
  });
  let phase: Phase = phaseOfFile();
  workspace.growLog();

  /** What goes wrong after a commit must not undo it for those who are told of it later. */
  function guarded(room: RoomName, work: () => void): void {
    try {
      work();
    } catch (error) {
      logger.error({ room, code: codeOf(error) }, 'work after a commit failed');
    }
  }

  function phaseOfFile(): Phase {
    const room = rooms.open('process');
    const found = readPhase(room.doc);
    rooms.release(room);
    return found;
  }

  function setPhase(next: Phase): void {
    const isSame =
      next.text === phase.text && next.contributions === phase.contributions && next.voices === phase.voices;
    phase = next;
    if (isSame) return;
    logger.info({ ...next }, 'phase changed');
    for (const connection of [...connections]) connection.refreshRight();
  }

  const workOf = (principalId: string): TokenBucket => {
    const known = work.get(principalId);
    if (known !== undefined) return known;
    const bucket = createTokenBucket(limits.workPerSecond, limits.workBurst, now());
    work.set(principalId, bucket);
    return bucket;
  };

  const refuse = (socket: WebSocket, reason: CloseReason): void => {
    counts.close(reason);
    logger.info({ reason }, 'connect refused');
    socket.on('error', () => undefined);
    socket.close(closeCodes[reason], reason);
  };

  const enter = (socket: WebSocket, stream: Duplex, request: IncomingMessage, address: string): void => {
    const offered = readToken(request.headers['sec-websocket-protocol']);
    if (!offered.ok) {
      refuse(socket, offered.reason);
      return;
    }
    const known = deps.authenticate(offered.token, address);
    if (!known.ok) {
      refuse(socket, known.reason);
      return;
    }
    const { principal } = known;
    const name = roomOfPath(request.url ?? '');
    const count = perPrincipal.get(principal.id) ?? 0;
    if (name === null) refuse(socket, 'room-unknown');
    else if (rightOf(principal, name, phase) === 'none') refuse(socket, 'room-locked');
    else if (count >= limits.maxConnectionsPerPrincipal) refuse(socket, 'rate-limited');
    else open(socket, stream, name, principal, count);
  };

  const open = (
    socket: WebSocket,
    stream: Duplex,
    name: RoomName,
    principal: Principal,
    count: number,
  ): void => {
    const room = rooms.open(name);
    perPrincipal.set(principal.id, count + 1);
    socket.on('error', (error) => {
      logger.info({ room: name, principal: principal.id, error: error.name }, 'connection failed');
    });
    const connection = createConnection({
      ...{ socket, stream, principal, room, limits, queue, gate, counts, logger, now },
      work: workOf(principal.id),
      phase: () => phase,
      onAwareness: (changed) => presence.schedule(changed),
      onClosed: (closed) => {
        connections.delete(closed);
        const left = (perPrincipal.get(principal.id) ?? 1) - 1;
        if (left > 0) perPrincipal.set(principal.id, left);
        else perPrincipal.delete(principal.id);
        rooms.release(room);
        deps.onConnection?.({ kind: 'closed', room: name, principal });
      },
    });
    connections.add(connection);
    halfSent.watch(connection, socket, stream);
    deps.onConnection?.({ kind: 'opened', room: name, principal });
  };

  const heart = setInterval(() => {
    for (const connection of [...connections]) connection.beat();
  }, limits.pingEvery).unref();

  return {
    handleUpgrade(request, stream, head, from) {
      const address = from ?? request.socket.remoteAddress ?? '';
      if (!connects.admits(address, now()) || streams.size >= limits.maxConnections || closing) {
        counts.turnedAway += 1;
        turnAway(stream, closing ? '503 Busy' : '429 Too Many Requests');
        return;
      }
      if (!(request.url ?? '').startsWith('/rooms/')) {
        turnAway(stream, '404 Not Found');
        return;
      }
      streams.add(stream);
      stream.once('close', () => streams.delete(stream));
      sockets.accept(request, stream, head, (socket) => {
        try {
          enter(socket, stream, request, address);
        } catch (error) {
          // Whoever is asked about a token may have to write down that it was seen.
          logger.error({ code: codeOf(error) }, 'connect failed');
          refuse(socket, 'storage-failed');
        }
      });
    },
    refreshRights() {
      setPhase(phaseOfFile());
    },
    revoke(principalId, reason = 'revoked') {
      for (const connection of [...connections]) {
        if (connection.principal.id === principalId) connection.close(reason);
      }
    },
    edit: (name, work) => editLiveRooms({ gate, queue, rooms }, [name], (doc) => work(doc(name))),
    editTogether: (names, work, keep) => editLiveRooms({ gate, queue, rooms }, names, work, keep),
    read(name, work) {
      // Nobody unloads a room that is loaded now.
      if (closing) return readStoredRoom(workspace, name, work);
      const room = rooms.open(name);
      try {
        return work(room.doc);
      } finally {
        rooms.release(room);
      }
    },
    presence: (name) =>
      (rooms.all.get(name)?.awareness.states() ?? []).map(({ owner, state }) => ({
        principal: owner.principal,
        state,
      })),
    reset(name, state, keep) {
      resetLiveRoom({ workspace, gate, queue, rooms }, name, state, keep);
      if (name === 'process') setPhase(phaseOfFile());
    },
    status: () => ({
      phase,
      connections: connections.size,
      rooms: Array.from(rooms.all.values(), ({ name, members, awareness }) => ({
        room: name,
        connections: members.size,
        present: awareness.size,
        principals: [...new Set(Array.from(members, ({ principal }) => principal.id))],
      })),
      storageFailure: gate.failure?.code ?? null,
      commits: queue.commits,
      counts,
    }),
    look: () => gate.look(),
    async close() {
      if (closing) return;
      closing = true;
      clearInterval(heart);
      guarded('process', () => queue.flush());
      const ended = Array.from(
        streams,
        (stream) => new Promise<void>((resolve) => void stream.once('close', () => resolve())),
      );
      for (const connection of [...connections]) connection.goAway();
      await Promise.all(ended);
      presence.close();
      queue.close();
      owners.close();
      gate.close();
      rooms.close();
    },
  };
}
