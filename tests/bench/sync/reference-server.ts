import Database from 'better-sqlite3';
import type { IncomingMessage } from 'node:http';
import type { WebSocket } from 'ws';

/** Takes part in a room with a socket whose handshake is done. */
export type Accept = (socket: WebSocket, request: IncomingMessage) => void;

/** `@y/websocket-server`, in memory, on the same `ws` as ours instead of the older one that its command brings. */
export async function referenceServer(): Promise<Accept> {
  const { setupWSConnection } = await import('@y/websocket-server/utils');
  return (socket, request) => setupWSConnection(socket, request);
}

/**
 * The same with the least that "durable before relayed" can cost: before an update is relayed, one row of its size is
 * committed with `synchronous = FULL` by one prepared statement, to a log that need not grow. No checksums, no rights,
 * nothing is ever read: a bound for whoever promises durability, not a server.
 */
export async function durableReferenceServer(path: string): Promise<Accept> {
  const database = new Database(path);
  for (const pragma of ['locking_mode = EXCLUSIVE', 'journal_mode = WAL', 'synchronous = FULL'])
    database.pragma(pragma);
  database.exec('CREATE TABLE updates (seq INTEGER PRIMARY KEY, data BLOB)');
  database.pragma('cache_size = 10');
  database.exec('BEGIN; INSERT INTO updates VALUES (1, zeroblob(4200000)); ROLLBACK');
  database.pragma('cache_size = -16000');
  const insert = database.prepare('INSERT INTO updates (data) VALUES (?)');
  const row = Buffer.alloc(70, 7);
  insert.run(row);
  const { setContentInitializor } = await import('@y/websocket-server/utils');
  setContentInitializor((doc) => {
    // Comes before `update`, with which the reference relays.
    doc.on('afterTransaction', () => void insert.run(row));
    return Promise.resolve();
  });
  return referenceServer();
}
