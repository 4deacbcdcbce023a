import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocket, WebSocketServer } from 'ws';
import { closeCodes } from '../../../shared/host/close-reasons.ts';
import { chooseProtocol } from './room-request.ts';
import type { SyncLimits } from './sync-limits.ts';

/** Closes an oversized message with our reason, so that the client does not come back and send it again. */
class RoomSocket extends WebSocket {
  override close(code?: number, data?: string | Buffer): void {
    if (code === 1009) super.close(closeCodes['too-large'], 'too-large');
    else super.close(code, data);
  }
}

/** Completes the WebSocket handshake. Everything above that, also who may enter, is the caller's. */
export function createSocketServer(limits: SyncLimits): {
  accept(request: IncomingMessage, stream: Duplex, head: Buffer, onOpen: (socket: WebSocket) => void): void;
} {
  const options = {
    noServer: true,
    clientTracking: false,
    perMessageDeflate: false,
    maxPayload: limits.maxPayload,
    closeTimeout: limits.closeWithin,
    handleProtocols: chooseProtocol,
    WebSocket: RoomSocket,
  };
  const server = new WebSocketServer(options);
  return {
    accept: (request, stream, head, onOpen) => server.handleUpgrade(request, stream, head, onOpen),
  };
}

/** Turns a connect away before any handshake; the official provider tries again later. */
export function turnAway(
  stream: Duplex,
  status: '404 Not Found' | '429 Too Many Requests' | '503 Busy',
): void {
  stream.on('error', () => stream.destroy());
  stream.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`, () => stream.destroy());
}
