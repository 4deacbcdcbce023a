import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type WebSocket } from 'ws';
import {
  audiences,
  eventSchema,
  type HostEvent,
  type PersonalEvent,
  type SharedEvent,
} from '../../../shared/api/events.ts';
import { closeCodes, type CloseReason } from '../../../shared/host/close-reasons.ts';
import type { Principal } from '../../../shared/rights/rights.ts';
import { refuseUpgrade } from '../listeners/refuse-upgrade.ts';
import { chooseProtocol } from '../sync/room-request.ts';

/** Who wants to listen, or why they may not. */
export type EventsAdmission =
  { readonly ok: true; readonly principal: Principal } | { readonly ok: false; readonly reason: CloseReason };

/** The WebSockets at `/events`. */
export interface EventsHub {
  /** Takes a connection; one that may not be here is accepted and closed with its reason, which a browser can read. */
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer, outcome: EventsAdmission): void;
  /** Tells everyone whom the event concerns. Throws where the event does not fit its schema. */
  emit(event: SharedEvent): void;
  /** Tells one principal, in all its windows. Throws where the event does not fit its schema. */
  tell(principalId: string, event: PersonalEvent): void;
  end(principalId: string, reason: CloseReason): void;
  readonly connections: number;
  /** Closes all with 1001; those that do not answer are cut off. */
  close(): Promise<void>;
}

export interface EventsLimits {
  readonly connections: number;
  readonly connectionsPerPrincipal: number;
  /** Connections that are being told why they may not be here. */
  readonly refusals: number;
  /** Bytes that may wait for a slow reader. */
  readonly backlog: number;
  /** Milliseconds between pings; who did not answer the one before is cut off. */
  readonly pingEvery: number;
  /** Milliseconds that a client may take to answer a close. */
  readonly closeWithin: number;
}

export const eventsLimits: EventsLimits = {
  connections: 1_000,
  connectionsPerPrincipal: 200,
  refusals: 100,
  backlog: 256 * 1024,
  pingEvery: 30_000,
  closeWithin: 1_000,
};

/** Clients say nothing here; one byte more than nothing closes. */
const MAX_PAYLOAD = 64;
const GOING_AWAY = 1001;

/** Makes the hub of a host. */
export function createEventsHub(limits: EventsLimits = eventsLimits): EventsHub {
  const server = new WebSocketServer({
    noServer: true,
    maxPayload: MAX_PAYLOAD,
    perMessageDeflate: false,
    handleProtocols: chooseProtocol,
  });
  const clients = new Map<WebSocket, Principal>();
  const open = new Set<WebSocket>();
  const answered = new WeakSet<WebSocket>();
  let closing = false;

  const shut = (socket: WebSocket, code: number, reason: string): void => {
    clients.delete(socket);
    socket.close(code, reason);
    const timer = setTimeout(() => socket.terminate(), limits.closeWithin);
    socket.once('close', () => clearTimeout(timer));
  };

  const take = (socket: WebSocket, outcome: EventsAdmission): void => {
    open.add(socket);
    socket.once('close', () => {
      open.delete(socket);
      clients.delete(socket);
    });
    socket.on('error', () => socket.terminate());
    if (!outcome.ok) {
      shut(socket, closeCodes[outcome.reason], outcome.reason);
      return;
    }
    if (closing) {
      shut(socket, GOING_AWAY, '');
      return;
    }
    const { id } = outcome.principal;
    if ([...clients.values()].filter((one) => one.id === id).length >= limits.connectionsPerPrincipal) {
      shut(socket, closeCodes['rate-limited'], 'rate-limited');
      return;
    }
    clients.set(socket, outcome.principal);
    answered.add(socket);
    socket.on('pong', () => answered.add(socket));
    socket.on('message', () => shut(socket, closeCodes['message-invalid'], 'message-invalid'));
  };

  const send = (event: HostEvent, isMeant: (principal: Principal) => boolean): void => {
    const text = JSON.stringify(eventSchema.parse(event));
    for (const [socket, principal] of clients) {
      if (!isMeant(principal)) continue;
      if (socket.bufferedAmount > limits.backlog) socket.terminate();
      else socket.send(text);
    }
  };

  const pinging = setInterval(() => {
    for (const socket of clients.keys()) {
      if (!answered.delete(socket)) socket.terminate();
      else socket.ping();
    }
  }, limits.pingEvery);
  pinging.unref();

  return {
    handleUpgrade(request, socket, head, outcome) {
      const isFull = outcome.ok
        ? clients.size >= limits.connections
        : open.size - clients.size >= limits.refusals;
      if (isFull) {
        refuseUpgrade(socket, 503);
        return;
      }
      server.handleUpgrade(request, socket, head, (client) => take(client, outcome));
    },
    emit(event) {
      const audience = audiences[event.type];
      send(event, ({ role }) => audience.includes(role));
    },
    tell(principalId, event) {
      send(event, ({ id }) => id === principalId);
    },
    end(principalId, reason) {
      for (const [socket, { id }] of clients) {
        if (id === principalId) shut(socket, closeCodes[reason], reason);
      }
    },
    get connections() {
      return clients.size;
    },
    async close() {
      closing = true;
      clearInterval(pinging);
      const ended = [...open].map((socket) => new Promise((resolve) => socket.once('close', resolve)));
      for (const socket of clients.keys()) shut(socket, GOING_AWAY, '');
      await Promise.all(ended);
      server.close();
    },
  };
}
