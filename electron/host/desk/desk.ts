import { createHash } from 'node:crypto';
import { deskContract, type DeskCallName, type OpenedWorkspace } from '../../../shared/api/desk-contract.ts';
import { appError } from '../../../shared/errors/errors.ts';
import { fail, ok, type Result } from '../../../shared/errors/result.ts';
import type { Principal } from '../../../shared/rights/rights.ts';
import { createCallServer } from '../api/call-server.ts';
import type { AppFiles } from '../app/app-files.ts';
import { makeToken, isSameHash } from '../invitations/token.ts';
import { createGate, isLoopbackHost } from '../listeners/gate.ts';
import { openListener } from '../listeners/http-listener.ts';
import { listenerLimits } from '../listeners/limits.ts';
import { listenerUrl } from '../listeners/network-url.ts';
import { refuseUpgrade } from '../listeners/refuse-upgrade.ts';
import type { HostPorts, Logger } from '../ports.ts';
import { deskHandlers } from './desk-handlers.ts';
import type { DeskInput, DeskServices, DeskSetting, JoinHost } from './desk-services.ts';
import type { Dictionaries } from './dictionaries.ts';
import { createHandOver } from './hand-over.ts';
import {
  createOpenWorkspaces,
  type FormerDoor,
  type OpenWorkspaces,
  type StartHost,
} from './open-workspaces.ts';
import type { RecentFiles } from './recent-files.ts';

export interface DeskOptions {
  readonly setting: DeskSetting;
  readonly ports: HostPorts;
  readonly randomBytes: (size: number) => Uint8Array;
  readonly logger: Logger;
  readonly app: AppFiles;
  readonly dictionaries: Dictionaries;
  readonly recent: RecentFiles;
  readonly startHost: StartHost;
  readonly join: JoinHost;
  /** Where an earlier desk was, to come back to its windows; null takes any free port and a new secret. */
  readonly door: FormerDoor | null;
  readonly onOpened: (workspace: OpenedWorkspace) => void;
  readonly onClosed: (path: string) => void;
}

/** The process behind the start screen: its listener, and the hosts of the files that are open. */
export interface Desk {
  readonly url: string;
  readonly secret: string;
  readonly workspaces: OpenWorkspaces;
  /** Closes all files, each into one file, then the listener. */
  close(): Promise<void>;
}

const LOOPBACK = '127.0.0.1';
/** Whoever holds the secret is the person at this machine. */
const person: Principal = { id: 'local', role: 'moderator', institution: null };

/** Opens the desk's listener. Fails with `listener-failed`. */
export async function createDesk(options: DeskOptions): Promise<Result<Desk>> {
  const { app, dictionaries, recent, ports, logger, setting, door } = options;
  const secret = door?.secret ?? makeToken(options.randomBytes);
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  const expected = digest(secret);

  const noted = (written: Promise<Result<void>>): void => {
    void written.then((result) => {
      if (!result.ok)
        logger.warn({ code: result.error.code }, 'the list of recent files could not be written');
    });
  };
  const workspaces = createOpenWorkspaces({
    startHost: options.startHost,
    onOpened(opened, title) {
      noted(recent.note({ path: opened.path, title, openedAt: ports.clock.now() }));
      options.onOpened(opened);
    },
    onClosed(path, title) {
      noted(recent.retitle(path, title));
      options.onClosed(path);
    },
  });
  const services: DeskServices = {
    ...{ setting, ports, recent, workspaces },
    join: options.join,
    open: (path) => workspaces.open(path),
  };

  const identify = (token: string): Result<Principal> =>
    isSameHash(digest(token), expected) ? ok(person) : fail(appError('token-unknown', {}));
  const handOver = createHandOver({ workspaces, identify, logger });
  const answerCall = createCallServer<Principal>({
    ...{ calls: deskContract, identify },
    mayCall: () => true,
    carryOut: (name, input) => carryOut(name as DeskCallName, input as DeskInput<DeskCallName>, services),
    // The person at this machine named the path, and is told all of it.
    toPublic: (error) => error,
    ...{ limits: listenerLimits, logger },
  });

  const opened = await openListener({
    name: 'loopback',
    address: LOOPBACK,
    port: door?.port ?? 0,
    certificate: null,
    limits: listenerLimits,
    gateFor: (port) => createGate({ scheme: 'http', isOwnHost: isLoopbackHost(port), publicOrigin: null }),
    logger,
    async onRequest(request, response, listener) {
      response.on('error', () => request.destroy());
      if (app.answer(request, response) || dictionaries.answer(request, response)) return;
      if (await handOver(request, response, listener)) return;
      await answerCall(request, response, listener);
    },
    onUpgrade: (_request, socket) => refuseUpgrade(socket, 404),
  });
  if (!opened.ok) return opened;
  const listener = opened.value;

  return ok({
    ...{ url: listenerUrl('http', LOOPBACK, listener.port), secret, workspaces },
    async close() {
      await workspaces.closeAll();
      await Promise.all([listener.close(), recent.settled()]);
    },
  });
}

function carryOut<Name extends DeskCallName>(
  name: Name,
  input: DeskInput<Name>,
  services: DeskServices,
): Promise<Result<unknown>> {
  return deskHandlers[name](input, services);
}
