import { hostname } from 'node:os';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Doc } from 'yjs';
import type { HostStatus } from '../../../shared/api/contract.ts';
import type { SharedEvent } from '../../../shared/api/events.ts';
import { ok, type Result } from '../../../shared/errors/result.ts';
import type { CloseReason } from '../../../shared/host/close-reasons.ts';
import type { InvitationId } from '../../../shared/ids/ids.ts';
import type { RoomName } from '../../../shared/rooms/rooms.ts';
import type { AppFiles } from '../app/app-files.ts';
import type { History } from '../history/history.ts';
import type { Invitations } from '../invitations/invitations.ts';
import { createGate, isLoopbackHost, isNetworkHost } from '../listeners/gate.ts';
import { openListener, type Listener } from '../listeners/http-listener.ts';
import { listenerLimits, type ListenerLimits } from '../listeners/limits.ts';
import { listenerUrl } from '../listeners/network-url.ts';
import { refuseUpgrade } from '../listeners/refuse-upgrade.ts';
import { lastSharing, sharingSubject } from '../listeners/last-sharing.ts';
import { createSharing, type Sharing, type SharingDoor } from '../listeners/sharing.ts';
import type { HostPorts, Logger } from '../ports.ts';
import { createRegisterDesk } from '../register/register-desk.ts';
import { attemptValue } from '../workspace/attempt.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { readToken } from '../sync/room-request.ts';
import type { SyncServer } from '../sync/sync-server.ts';
import type { Admission } from './admission.ts';
import { createEventsHub, eventsLimits, type EventsLimits } from './events-hub.ts';
import type { HostServices, ReplicaService } from './host-services.ts';
import { createRequestHandler } from './request-handler.ts';
import { createWindowServices, type WindowLimits } from './window-services.ts';

/** What the API needs of the live rooms. */
export interface LiveRooms {
  /** Takes an upgrade to `/rooms/<room>`; `from` is its address, as the proxy says where there is one. */
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer, from: string): void;
  edit<T>(room: RoomName, work: (doc: Doc) => T): T;
  read<T>(room: RoomName, work: (doc: Doc) => T): T;
  editTogether: SyncServer['editTogether'];
  revoke(principalId: string, reason: CloseReason): void;
  status(): Pick<HostStatus, 'storage' | 'storageFailure' | 'rooms' | 'connections'>;
}

export interface HostApiDeps {
  readonly workspace: Workspace;
  readonly rooms: LiveRooms;
  readonly invitations: Invitations;
  readonly admission: Admission;
  readonly ports: HostPorts;
  readonly logger: Logger;
  /** Port of the loopback listener; 0 takes any free one. */
  readonly port: number;
  /** Origin that a reverse proxy offers for the loopback listener (`https://leitbild.example.org`), or null. */
  readonly publicOrigin: string | null;
  readonly certificatePath: string | null;
  /** Where the host whose place this one takes was shared; null begins without sharing. */
  readonly resumeSharing: SharingDoor | null;
  /** Told where the host is shared from now on; null where nobody wants it shared any more. */
  readonly onSharing: (door: SharingDoor | null) => void;
  /** Under which other machines reach this one, the one for links first. */
  readonly addresses: () => readonly string[];
  readonly replica: ReplicaService;
  readonly participation: Pick<HostServices, 'roundDesk' | 'submissions' | 'voiceSearch'>;
  readonly moveTo: HostServices['moveTo'];
  readonly history: History;
  /** The program that is handed out to windows and guests, or null. */
  readonly app: AppFiles | null;
  readonly randomBytes: (size: number) => Uint8Array;
  /** Milliseconds that never run backwards. */
  readonly monotonic: () => number;
  /** Where the private folder for uploads and results is made. */
  readonly temporaryFolder: string;
  /** The built page that goes out by mail; null where there is no built app. */
  readonly offlinePage: string | null;
  readonly window?: Partial<WindowLimits>;
  readonly limits?: Partial<ListenerLimits>;
  readonly events?: Partial<EventsLimits>;
}

/** Everything of a host that can be reached by HTTP. */
export interface HostApi {
  /** Address of the loopback listener. */
  readonly url: string;
  readonly sharing: Sharing;
  readonly connections: number;
  emit(event: SharedEvent): void;
  endSessions(id: InvitationId, reason: 'revoked' | 'token-expired'): void;
  /** Removes what has expired. Called once a second. */
  look(): void;
  /** No new connections by either listener, and no jobs any more. */
  stopAccepting(): void;
  close(): Promise<void>;
}

const LOOPBACK = '127.0.0.1';
const EVERY_ADDRESS = '0.0.0.0';

/** Opens the loopback listener and carries the API. Fails with `listener-failed`. */
export async function createHostApi(deps: HostApiDeps): Promise<Result<HostApi>> {
  const { workspace, rooms, invitations, admission, ports, logger, publicOrigin } = deps;
  const limits = { ...listenerLimits, ...deps.limits };
  const events = createEventsHub({ ...eventsLimits, ...deps.events });
  const window = createWindowServices({
    ...{ workspace, ports, logger },
    ...{ randomBytes: deps.randomBytes, monotonic: deps.monotonic, temporaryFolder: deps.temporaryFolder },
    offlinePage: deps.offlinePage,
    readRoom: (room, work) => rooms.read(room, work),
    tell: (principal, event) => events.tell(principal, event),
    ...(deps.window && { limits: deps.window }),
  });
  let loopback: Listener | null = null;

  const endSessions = (id: InvitationId, reason: 'revoked' | 'token-expired'): void => {
    rooms.revoke(id, reason);
    events.end(id, reason);
    window.dropOf(id);
  };

  const status = (): HostStatus => ({
    ...rooms.status(),
    listeners: [loopback, sharing.listener].flatMap((listener) =>
      listener === null
        ? []
        : [{ name: listener.name, connections: listener.connections, refused: listener.refused.read() }],
    ),
  });

  const onUpgrade = (request: IncomingMessage, socket: Duplex, head: Buffer, listener: Listener): void => {
    const path = request.url?.split('?', 1)[0] ?? '';
    const source = admission.sourceOf(request, listener);
    const offered = readToken(request.headers['sec-websocket-protocol']);
    if (!source.local && offered.ok && admission.isSecret(offered.token)) {
      listener.refused.count('token-unknown');
      refuseUpgrade(socket, 401);
    } else if (path.startsWith('/rooms/')) {
      rooms.handleUpgrade(request, socket, head, source.address);
    } else if (path === '/events') {
      const outcome = offered.ok ? admission.admit(offered.token, source) : offered;
      if (!outcome.ok) listener.refused.count(outcome.reason);
      events.handleUpgrade(request, socket, head, outcome);
    } else {
      listener.refused.count('call-unknown');
      refuseUpgrade(socket, 404);
    }
  };

  const listen = (
    name: Listener['name'],
    port: number,
    certificate: Listener['certificate'],
  ): Promise<Result<Listener>> =>
    openListener({
      name,
      address: name === 'loopback' ? LOOPBACK : EVERY_ADDRESS,
      port,
      certificate,
      ...{ limits, logger },
      gateFor: (bound) =>
        createGate({
          scheme: certificate === null ? 'http' : 'https',
          isOwnHost: name === 'loopback' ? isLoopbackHost(bound) : isNetworkHost(hostname()),
          publicOrigin: name === 'loopback' ? publicOrigin : null,
        }),
      onRequest: (request, response, listener) => answer(request, response, listener),
      onUpgrade,
    });

  const log = (
    action: 'sharing-started' | 'sharing-moved' | 'sharing-stopped',
    subject: string,
  ): Result<void> => attemptValue(() => workspace.audit.append({ at: ports.clock.now(), action, subject }));

  const sharing = createSharing({
    open: (port, certificate) => listen('network', port, certificate),
    certificatePath: deps.certificatePath,
    publicOrigin,
    addresses: deps.addresses,
    now: () => ports.clock.now(),
    lastSharing: () => {
      const last = attemptValue(() => lastSharing(workspace.audit));
      return last.ok ? last.value : null;
    },
    onStarted: (url, at, fingerprint) => {
      const logged = log('sharing-started', sharingSubject(at));
      if (!logged.ok) return logged;
      logger.info({ tls: at.tls }, 'sharing started');
      deps.onSharing({ port: at.port, fingerprint });
      events.emit({ type: 'sharing-started', url, fingerprint });
      return ok(undefined);
    },
    onMoved: (url, at) => {
      const logged = log('sharing-moved', sharingSubject(at));
      logger.info({ noted: logged.ok }, 'sharing is under another address');
      events.emit({ type: 'sharing-moved', url });
    },
    onStopped: () => {
      logger.info({}, 'sharing stopped');
      deps.onSharing(null);
      events.emit({ type: 'sharing-stopped' });
      return log('sharing-stopped', 'network');
    },
    onLost: (code) => logger.warn({ code }, 'sharing could not go on'),
  });

  const services: HostServices = {
    workspace,
    ports,
    invitations,
    readRoom: (room, work) => {
      const doc = workspace.rooms.load(room);
      try {
        return work(doc);
      } finally {
        doc.destroy();
      }
    },
    editRoom: (room, work) => rooms.edit(room, work),
    emit: (event) => events.emit(event),
    endSessions: (id) => endSessions(id, 'revoked'),
    sharing,
    status,
    replica: deps.replica,
    ...deps.participation,
    registerDesk: createRegisterDesk({ workspace, invitations, ports, rooms }),
    window,
    history: deps.history,
    moveTo: deps.moveTo,
    live: rooms,
  };
  const answer = createRequestHandler({
    ...{ admission, services, limits, logger },
    ...{ app: deps.app, monotonic: deps.monotonic },
  });

  // Before any window can ask how it stands.
  if (deps.resumeSharing !== null) await sharing.resume(deps.resumeSharing);
  const opened = await listen('loopback', deps.port, null);
  if (!opened.ok) {
    await Promise.all([events.close(), window.close(), sharing.close()]);
    return opened;
  }
  const open = opened.value;
  loopback = open;

  return ok({
    url: listenerUrl('http', LOOPBACK, open.port),
    sharing,
    get connections() {
      return open.connections + (sharing.listener?.connections ?? 0);
    },
    emit: (event) => events.emit(event),
    endSessions,
    stopAccepting() {
      open.stopAccepting();
      sharing.stopAccepting();
      window.stop();
    },
    look() {
      window.look();
      sharing.look();
    },
    async close() {
      await window.close();
      await events.close();
      await Promise.all([open.close(), sharing.close()]);
    },
  });
}
