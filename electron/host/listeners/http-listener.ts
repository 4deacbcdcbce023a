import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { appError } from '../../../shared/errors/errors.ts';
import { fail, ok, type Result } from '../../../shared/errors/result.ts';
import type { Certificate } from './certificate.ts';
import type { Gate } from './gate.ts';
import type { ListenerLimits } from './limits.ts';
import type { Logger } from '../ports.ts';
import { traceOf } from '../trace-of.ts';
import { refuseUpgrade } from './refuse-upgrade.ts';
import { createRefusalCounts, type RefusalCounts } from './refusal-counts.ts';
import { sendJson } from './send-json.ts';

/** Which of the two listeners a request came in by. */
export type ListenerName = 'loopback' | 'network';

export interface ListenerOptions {
  readonly name: ListenerName;
  readonly address: string;
  /** 0 takes any free port. */
  readonly port: number;
  readonly certificate: Certificate | null;
  readonly limits: ListenerLimits;
  readonly logger: Logger;
  /** Made once the port is known. */
  readonly gateFor: (port: number) => Gate;
  /** What it throws ends neither process nor listener: that request is answered with 500, and it is logged. */
  readonly onRequest: (
    request: IncomingMessage,
    response: ServerResponse,
    listener: Listener,
  ) => Promise<void>;
  /** What it throws ends that connection alone, and is logged. */
  readonly onUpgrade: (request: IncomingMessage, socket: Duplex, head: Buffer, listener: Listener) => void;
}

/** A server that listens. */
export interface Listener {
  readonly name: ListenerName;
  readonly port: number;
  readonly certificate: Certificate | null;
  readonly connections: number;
  readonly refused: RefusalCounts;
  /** Takes no new connections; those there are go on. */
  stopAccepting(): void;
  /** Also ends the connections: idle ones at once, WebSockets with 1001, requests under way after a short time. */
  close(): Promise<void>;
}

/** What Node's parser finds, with the status that says so; all else is 400. */
const clientErrors: Readonly<Record<string, 408 | 431>> = {
  HPE_HEADER_OVERFLOW: 431,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
};

/** A WebSocket close frame with status 1001 ("going away"), unmasked as servers send it. */
const GOING_AWAY = Buffer.from([0x88, 0x02, 0x03, 0xe9]);

/**
 * Listens for HTTP and WebSocket upgrades. What does not pass the gate is refused before anything of it is read.
 * Fails with `listener-failed` where the port is taken or may not be used.
 */
export function openListener(options: ListenerOptions): Promise<Result<Listener>> {
  const { name, address, limits, certificate, logger } = options;
  const settings = {
    maxHeaderSize: limits.headerBytes,
    headersTimeout: Math.min(limits.headersTimeout, limits.requestTimeout),
    requestTimeout: limits.requestTimeout,
    keepAliveTimeout: limits.keepAliveTimeout,
    connectionsCheckingInterval: Math.min(1_000, limits.headersTimeout),
    requireHostHeader: true,
  };
  const server: Server =
    certificate === null
      ? createServer(settings)
      : createTlsServer({
          ...settings,
          cert: certificate.certificate,
          key: certificate.key,
          minVersion: 'TLSv1.2',
          handshakeTimeout: limits.headersTimeout,
        });
  server.maxConnections = limits.connections;
  const refused = createRefusalCounts();
  const sockets = new Set<Socket>();
  const perAddress = new Map<string, number>();
  const upgraded = new Set<Duplex>();
  // Asked for at once: with the last connection gone, the server may be closed before anybody waits for it.
  const ended = new Promise((resolve) => server.once('close', resolve));
  let closing: Promise<void> | null = null;

  server.on('connection', (socket: Socket) => {
    const address = socket.remoteAddress ?? '';
    const count = (perAddress.get(address) ?? 0) + 1;
    // By the loopback listener, a proxy brings everybody from one address.
    if (name === 'network' && count > limits.connectionsPerAddress) {
      refused.count('too-many-connections');
      socket.destroy();
      return;
    }
    perAddress.set(address, count);
    sockets.add(socket);
    socket.once('close', () => {
      sockets.delete(socket);
      const left = (perAddress.get(address) ?? 1) - 1;
      if (left > 0) perAddress.set(address, left);
      else perAddress.delete(address);
    });
  });
  server.on('drop', () => refused.count('too-many-connections'));
  server.on('tlsClientError', (_error, socket: Duplex) => {
    refused.count('tls-handshake');
    socket.destroy();
  });
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Duplex) => {
    refused.count('malformed-request');
    if (!socket.writable || error.code === 'ECONNRESET') socket.destroy();
    else refuseUpgrade(socket, clientErrors[error.code ?? ''] ?? 400);
  });

  const stopAccepting = (): void => {
    if (server.listening) server.close();
  };

  const end = async (): Promise<void> => {
    stopAccepting();
    server.closeIdleConnections();
    for (const socket of upgraded) socket.end(GOING_AWAY);
    const deadline = setTimeout(() => {
      for (const socket of sockets) socket.destroy();
    }, limits.closeTimeout);
    await ended;
    clearTimeout(deadline);
  };

  const answer = async (
    request: IncomingMessage,
    response: ServerResponse,
    listener: Listener,
  ): Promise<void> => {
    try {
      await options.onRequest(request, response, listener);
    } catch (error) {
      logger.error(traceOf(error), 'a request met an unexpected error');
      if (response.headersSent) {
        response.destroy();
        return;
      }
      response.setHeader('connection', 'close');
      sendJson(response, 500, { ok: false, error: appError('host-failed', {}) });
    }
  };

  const whenListening = (listener: Listener, gate: Gate): void => {
    server.on('request', (request, response) => {
      if (gate(request)) {
        void answer(request, response, listener);
        return;
      }
      refused.count('origin-refused');
      response.setHeader('connection', 'close');
      sendJson(response, 403, { ok: false, error: appError('origin-refused', {}) });
    });
    server.on('upgrade', (request, socket, head) => {
      socket.on('error', () => socket.destroy());
      if (!gate(request)) {
        refused.count('origin-refused');
        refuseUpgrade(socket, 403);
        return;
      }
      upgraded.add(socket);
      socket.once('close', () => upgraded.delete(socket));
      try {
        options.onUpgrade(request, socket, head, listener);
      } catch (error) {
        logger.error(traceOf(error), 'an upgrade met an unexpected error');
        socket.destroy();
      }
    });
  };

  const listenerOn = (port: number): Listener => ({
    name,
    port,
    certificate,
    refused,
    get connections() {
      return sockets.size;
    },
    stopAccepting,
    close() {
      closing ??= end();
      return closing;
    },
  });

  return new Promise((resolve) => {
    const refuse = (error: NodeJS.ErrnoException): void =>
      resolve(
        fail(
          appError('listener-failed', {
            address: `${address}:${String(options.port)}`,
            reason: error.code ?? 'unknown',
          }),
        ),
      );
    server.once('error', refuse);
    server.listen({ host: address, port: options.port, exclusive: true }, () => {
      server.off('error', refuse);
      const bound = server.address();
      if (bound === null || typeof bound === 'string') throw new Error('a TCP listener has no port');
      const listener = listenerOn(bound.port);
      whenListening(listener, options.gateFor(bound.port));
      resolve(ok(listener));
    });
  });
}
