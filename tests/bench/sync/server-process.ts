import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import process from 'node:process';
import { WebSocketServer, type WebSocket } from 'ws';
import { createSyncServer } from '../../../electron/host/sync/sync-server.ts';
import { institutionId } from '../../../shared/ids/ids.ts';
import type { Principal } from '../../../shared/rights/rights.ts';
import { initialPhase, writePhase } from '../../../shared/rooms/phase-room.ts';
import { made, opened } from '../../support/filled-workspace.ts';

/** What the bench asks of a server's process, and what it answers. */
export type ServerOrder = 'usage' | 'stop';
export interface ServerUsage {
  /** CPU of the process so far, user and system, all threads, in microseconds. */
  readonly cpu: number;
  /** In bytes, after a collection. */
  readonly rss: number;
}

/**
 * Child process of the bench: `ours <file>`, `reference` or `relay`. Listens on a free port of the loopback, which it
 * tells its parent, and answers orders until it is stopped.
 */
const [kind = '', path = ''] = process.argv.slice(2);
const server = createServer();
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

if (kind === 'ours') {
  if (process.argv[4] === 'new') made(path).close();
  const sync = createSyncServer({
    workspace: opened(path),
    logger: silent,
    authenticate: (token) => ({ ok: true, principal: principalOf(token) }),
  });
  // The text is open to moderation, the many rooms to the delegates of their institutions.
  if (process.argv[4] === 'new')
    sync.edit('process', (doc) => writePhase(doc, { ...initialPhase, contributions: 'open' }));
  server.on('upgrade', (request, stream, head) => sync.handleUpgrade(request, stream, head));
} else {
  const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false });
  const accept = kind === 'reference' ? await referenceServer() : relay();
  server.on('upgrade', (request, stream, head) => {
    sockets.handleUpgrade(request, stream, head, (socket) => accept(socket, request));
  });
}
server.listen(0, '127.0.0.1');
await once(server, 'listening');
process.send?.({ port: (server.address() as AddressInfo).port });
process.on('message', (order: ServerOrder) => {
  if (order === 'stop') process.exit();
  globalThis.gc?.();
  const { user, system } = process.cpuUsage();
  const usage: ServerUsage = { cpu: user + system, rss: process.memoryUsage.rss() };
  process.send?.(usage);
});
process.on('disconnect', () => process.exit());

function principalOf(token: string): Principal {
  if (token === 'moderator') return { id: token, role: 'moderator', institution: null };
  return { id: token, role: 'delegate', institution: institutionId(token) };
}

/** `@y/websocket-server`, in memory, on the same `ws` as ours instead of the older one that its command brings. */
async function referenceServer(): Promise<(socket: WebSocket, request: IncomingMessage) => void> {
  const { setupWSConnection } = await import('@y/websocket-server/utils');
  return (socket, request) => setupWSConnection(socket, request);
}

/** Passes updates on to everybody else in the room and knows nothing of what they are. */
function relay(): (socket: WebSocket, request: IncomingMessage) => void {
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
