import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import process from 'node:process';
import { WebSocketServer, type WebSocket } from 'ws';
import { createSyncServer, type SyncServer } from '../../../electron/host/sync/sync-server.ts';
import { institutionId } from '../../../shared/ids/ids.ts';
import type { Principal } from '../../../shared/rights/rights.ts';
import { initialPhase, writePhase } from '../../../shared/rooms/phase-room.ts';
import { made, opened } from '../../support/filled-workspace.ts';
import { durableReferenceServer, referenceServer, type Accept } from './reference-server.ts';

/** What the bench asks of a server's process, and what it answers. */
export type ServerOrder = 'usage' | 'stop';
export interface ServerUsage {
  /** CPU of the process so far, user and system, all threads, in microseconds: before the collection … */
  readonly cpuBefore: number;
  /** … and after it, so that what it costs is counted for nobody. */
  readonly cpuAfter: number;
  /** In bytes, after a collection. */
  readonly rss: number;
  /** What lives on the heap of JavaScript, in bytes. */
  readonly heap: number;
  /** Connects that were turned away before they were answered; ours only. */
  readonly turnedAway: number;
  /** Connections at the moment; ours only. */
  readonly connections: number;
}

/**
 * Child process of the bench: `ours <file>`, `reference`, `reference + one commit <file>` or `relay`. Listens on a
 * free port of the loopback, which it tells its parent, and answers orders until it is stopped.
 */
const [kind = '', path = ''] = process.argv.slice(2);
const server = createServer();
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

let sync: SyncServer | null = null;
if (kind === 'ours') {
  if (process.argv[4] === 'new') made(path).close();
  const own = createSyncServer({
    workspace: opened(path),
    logger: silent,
    authenticate: (token) => ({ ok: true, principal: principalOf(token) }),
  });
  // The text is open to moderation, the many rooms to the delegates of their institutions.
  if (process.argv[4] === 'new')
    own.edit('process', (doc) => writePhase(doc, { ...initialPhase, contributions: 'open' }));
  server.on('upgrade', (request, stream, head) => own.handleUpgrade(request, stream, head));
  sync = own;
} else {
  const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false });
  const accept = await acceptOf(kind);
  server.on('upgrade', (request, stream, head) => {
    sockets.handleUpgrade(request, stream, head, (socket) => accept(socket, request));
  });
}
server.listen(0, '127.0.0.1');
await once(server, 'listening');
process.send?.({ port: (server.address() as AddressInfo).port });
process.on('message', (order: ServerOrder) => {
  if (order === 'stop') process.exit();
  const cpuBefore = cpuOfProcess();
  globalThis.gc?.();
  const { rss, heapUsed } = process.memoryUsage();
  const status = sync?.status();
  const usage: ServerUsage = {
    ...{ cpuBefore, cpuAfter: cpuOfProcess(), rss, heap: heapUsed },
    turnedAway: status?.counts.turnedAway ?? 0,
    connections: status?.connections ?? 0,
  };
  process.send?.(usage);
});
process.on('disconnect', () => process.exit());

function principalOf(token: string): Principal {
  if (token === 'moderator') return { id: token, role: 'moderator', institution: null };
  return { id: token, role: 'delegate', institution: institutionId(token) };
}

function cpuOfProcess(): number {
  const { user, system } = process.cpuUsage();
  return user + system;
}

function acceptOf(name: string): Accept | Promise<Accept> {
  if (name === 'reference') return referenceServer();
  return name === 'reference + one commit' ? durableReferenceServer(path) : relay();
}

/** Passes updates on to everybody else in the room and knows nothing of what they are. */
function relay(): Accept {
  const rooms = new Map<string, Set<WebSocket>>();
  return (socket, { url = '' }) => {
    const room = rooms.get(url) ?? new Set();
    rooms.set(url, room.add(socket));
    socket.on('close', () => void room.delete(socket));
    socket.on('message', (data: Buffer) => {
      if (data[0] === 0 && data[1] === 0) socket.send(Buffer.from([0, 1, 2, 0, 0]));
      if (data[0] !== 0 || data[1] !== 2) return;
      for (const other of room) if (other !== socket) other.send(data);
    });
  };
}
