import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';

/** Answers a connection that has no response object with a bare status, and ends it. */
export function refuseUpgrade(socket: Duplex, status: 400 | 401 | 403 | 404 | 408 | 431 | 503): void {
  const reason = STATUS_CODES[status] ?? '';
  socket.end(`HTTP/1.1 ${String(status)} ${reason}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`, () => {
    socket.destroy();
  });
}
