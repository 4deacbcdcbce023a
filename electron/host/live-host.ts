import { tmpdir } from 'node:os';
import { clearInterval, setInterval } from 'node:timers';
import { AppFailure } from '../../shared/errors/errors.ts';
import { fail, ok, type Result } from '../../shared/errors/result.ts';
import type { Phase } from '../../shared/rights/rights.ts';
import { readPhase } from '../../shared/rooms/phase-room.ts';
import { listInstitutions } from '../../shared/rooms/register-room.ts';
import { readAppFiles, type AppFiles } from './app/app-files.ts';
import { createAdmission } from './api/admission.ts';
import type { EventsLimits } from './api/events-hub.ts';
import { createHostApi, type HostApi } from './api/host-api.ts';
import type { WindowLimits } from './api/window-services.ts';
import { createParticipation } from './contributions/participation.ts';
import { createHistory, type History, type HistoryLimits } from './history/history.ts';
import type { AttemptLimits } from './invitations/attempt-limiter.ts';
import { createInvitations, type Invitations } from './invitations/invitations.ts';
import { makeToken } from './invitations/token.ts';
import { certificatePathOf } from './listeners/defaults.ts';
import type { ListenerLimits } from './listeners/limits.ts';
import { networkAddresses } from './listeners/network-addresses.ts';
import type { Sharing, SharingDoor } from './listeners/sharing.ts';
import { offlinePageBeside } from './packages/offline-page-file.ts';
import type { HostPorts, Logger } from './ports.ts';
import { createFollower, type Follower, type FollowerDeps } from './replica/follower.ts';
import { statusOfFile } from './replica/status-of-file.ts';
import type { SyncLimits } from './sync/sync-limits.ts';
import { createSyncServer, type SyncServer, type SyncServerDeps } from './sync/sync-server.ts';
import { attemptValue } from './workspace/attempt.ts';
import { openWorkspace } from './workspace/open-workspace.ts';
import type { Workspace } from './workspace/workspace.ts';

export interface LiveHostOptions {
  readonly path: string;
  readonly ports: HostPorts;
  readonly randomBytes: (size: number) => Uint8Array;
  /** Milliseconds that never run backwards. */
  readonly monotonic: () => number;
  readonly logger: Logger;
  /** Port of the loopback listener; 0 takes any free one. */
  readonly port: number;
  /** What lets in as the window of this machine, for a host that comes back to its windows; made anew without it. */
  readonly secret?: string;
  /** Origin that a reverse proxy offers for the loopback listener, or null. */
  readonly publicOrigin: string | null;
  /** Where the certificate is kept, null for memory only; beside the workspace unless said otherwise. */
  readonly certificatePath?: string | null;
  /** Where the host before this one was shared, when it crashed or went on in this file; else sharing begins by a call alone. */
  readonly resumeSharing?: SharingDoor | null;
  /** Told where the host is shared from now on; null where nobody wants it shared any more. */
  readonly onSharing?: (door: SharingDoor | null) => void;
  /** Under which other machines reach this one, the one for links first; this machine's own unless said otherwise. */
  readonly addresses?: () => readonly string[];
  /** Folder of the built renderer, which is handed out to windows and guests; without it there is the API alone. */
  readonly appFolder?: string;
  /** Asked to start this host's successor on another file, under the same address; without it nobody can go on elsewhere. */
  readonly moveTo?: (path: string) => void;
  /** Where a private folder for uploads and results is made; the system's own unless said otherwise. */
  readonly temporaryFolder?: string;
  readonly limits?: {
    readonly listener?: Partial<ListenerLimits>;
    readonly events?: Partial<EventsLimits>;
    readonly window?: Partial<WindowLimits>;
    readonly history?: Partial<HistoryLimits>;
    readonly sync?: Partial<SyncLimits>;
    readonly attempts?: AttemptLimits;
    readonly follower?: Pick<FollowerDeps, 'timers' | 'backoff'>;
  };
}

/** A workspace with its rooms, API and listeners: what `leitbild serve`, the desktop app and tests run. */
export interface LiveHost {
  /** Address of the loopback listener. */
  readonly url: string;
  /** What lets in as the window of this machine; made anew at each start unless it was given. */
  readonly secret: string;
  readonly workspace: Workspace;
  readonly rooms: SyncServer;
  readonly invitations: Invitations;
  readonly sharing: Sharing;
  /** Looks for invitations that have expired and for a change of the disk's health. Called once a second. */
  look(): void;
  /**
   * Stops accepting, stores what is pending, ends connections with 1001, and closes the file, within a few seconds.
   * Fails as closing the file fails. Closing twice is harmless.
   */
  close(): Promise<Result<void>>;
}

const LOOK_EVERY = 1_000;
/** How long the rooms may take to close before their connections are cut off. */
const CLOSE_WITHIN = 5_000;

/** Opens a workspace and brings it to life. Fails as opening fails, and with `listener-failed`. */
export async function createLiveHost(options: LiveHostOptions): Promise<Result<LiveHost>> {
  const app = options.appFolder === undefined ? ok(null) : readAppFiles(options.appFolder, 'workspace');
  if (!app.ok) return app;
  const opened = openWorkspace(options.path, { ports: options.ports });
  if (!opened.ok) return opened;
  try {
    const host = await bringToLife(opened.value, options, app.value);
    if (!host.ok) opened.value.close();
    return host;
  } catch (error) {
    opened.value.close();
    if (error instanceof AppFailure) return fail(error.error);
    throw error;
  }
}

async function bringToLife(
  workspace: Workspace,
  options: LiveHostOptions,
  app: AppFiles | null,
): Promise<Result<LiveHost>> {
  const { path, ports, randomBytes, monotonic, logger, publicOrigin, limits = {} } = options;
  const secret = options.secret ?? makeToken(randomBytes);
  const invitations = createInvitations({
    ...{ workspace, ports, randomBytes, monotonic },
    ...(limits.attempts && { limits: limits.attempts }),
    onUnnoted: ({ code }) => logger.warn({ code }, 'the use of an invitation could not be noted'),
  });
  const upstream = workspace.upstreams.current();
  const admission = createAdmission({
    ...{ secret, invitations, behindProxy: publicOrigin !== null },
    upstreamPrincipal: upstream?.principal ?? null,
  });
  const authenticate: SyncServerDeps['authenticate'] = (token, address) =>
    admission.admit(token, { local: isLoopbackAddress(address), address });

  let api: HostApi | null = null;
  let phase: Phase | null = null;
  let history: History | null = null;
  let follower: Follower | null = null;
  const onCommitted: SyncServerDeps['onCommitted'] = (room, doc, updates) => {
    if (room === 'text') history?.onCommitted(doc, updates);
    if (room === 'process') noticePhase(readPhase(doc));
    participation.onCommitted(room, doc);
    follower?.onCommitted(room, doc);
  };
  /** A phase is set by a call or by a moderator's own client; either way it is told and written down here. */
  const noticePhase = (next: Phase): void => {
    const before = phase;
    phase = next;
    if (before === null || isSamePhase(before, next)) return;
    api?.emit({ type: 'phase-changed', phase: next });
    const subject = `text-${next.text} contributions-${next.contributions} voices-${next.voices}`;
    const noted = attemptValue(() =>
      workspace.audit.append({ at: ports.clock.now(), action: 'phase-set', subject }),
    );
    if (!noted.ok) logger.error({ code: noted.error.code }, 'a change of phase could not be written down');
  };

  const rooms = createSyncServer({
    ...{ workspace, authenticate, logger, onCommitted, now: monotonic },
    isRevoked: (id) => invitations.hasEnded(id),
    ...(limits.sync && { limits: limits.sync }),
  });
  const participation = createParticipation({ workspace, rooms, invitations, clock: ports.clock, logger });
  phase = rooms.status().phase;
  const recorded = createHistory({
    ...{ workspace, ports, logger, now: monotonic },
    readRoom: (room, work) => rooms.read(room, work),
    presence: () => rooms.presence('text'),
    institutionName: (id) =>
      rooms.read('process', (doc) => listInstitutions(doc).find((one) => one.id === id)?.name ?? ''),
    onRecorded: (moment) => api?.emit({ type: 'moment-recorded', moment }),
    ...(limits.history && { limits: limits.history }),
  });
  history = recorded;
  participation.catchUp();

  const made = await createHostApi({
    ...{ workspace, invitations, admission, ports, logger, publicOrigin, app },
    history: recorded,
    rooms: {
      handleUpgrade: (request, socket, head, from) => rooms.handleUpgrade(request, socket, head, from),
      edit: (room, work) => rooms.edit(room, work),
      read: (room, work) => rooms.read(room, work),
      editTogether: (names, work, keep) => rooms.editTogether(names, work, keep),
      revoke: (id, reason) => rooms.revoke(id, reason),
      status() {
        const now = rooms.status();
        const storage = now.storageFailure === null ? 'sound' : 'failed';
        const { storageFailure, connections } = now;
        return { storage, storageFailure, rooms: now.rooms.length, connections };
      },
    },
    moveTo: options.moveTo ?? null,
    participation,
    replica: {
      status: () => follower?.status() ?? statusOfFile(workspace),
      sync: () => follower?.sync(),
      leave: () => follower?.leave(),
    },
    ...{ randomBytes, monotonic, temporaryFolder: options.temporaryFolder ?? tmpdir() },
    offlinePage: options.appFolder === undefined ? null : offlinePageBeside(options.appFolder),
    port: options.port,
    certificatePath:
      options.certificatePath === undefined ? certificatePathOf(path) : options.certificatePath,
    resumeSharing: options.resumeSharing ?? null,
    addresses: options.addresses ?? networkAddresses,
    onSharing: options.onSharing ?? (() => undefined),
    ...(limits.listener && { limits: limits.listener }),
    ...(limits.events && { events: limits.events }),
    ...(limits.window && { window: limits.window }),
  });
  if (!made.ok) {
    participation.close();
    await rooms.close();
    return made;
  }
  const live = made.value;
  api = live;
  if (upstream !== null && upstream.token !== null) {
    follower = createFollower({
      ...{ workspace, sync: rooms, upstream: { ...upstream, token: upstream.token }, logger },
      ...{ clock: ports.clock, random: () => randomShare(randomBytes), ...limits.follower },
      onChanged: () => live.emit({ type: 'replica-changed' }),
      onEdition: (edition) => live.emit({ type: 'edition-frozen', ...edition }),
    });
  }

  let sound = true;
  const look = (): void => {
    for (const id of invitations.takeExpired()) live.endSessions(id, 'token-expired');
    live.look();
    recorded.look();
    rooms.look();
    participation.look();
    const { storageFailure } = rooms.status();
    const isSound = storageFailure === null;
    if (isSound === sound) return;
    sound = isSound;
    live.emit(isSound ? { type: 'storage-recovered' } : { type: 'storage-failed', code: storageFailure });
    if (isSound) participation.catchUp();
  };
  const looking = setInterval(look, LOOK_EVERY);
  looking.unref();

  const end = async (): Promise<Result<void>> => {
    clearInterval(looking);
    live.stopAccepting();
    follower?.close();
    const deadline = new AbortController();
    await Promise.race([
      rooms.close().then(() => deadline.abort()),
      patience(CLOSE_WITHIN, deadline.signal).then((late) => {
        if (late) logger.warn({}, 'connections did not end in time');
      }),
    ]);
    await live.close();
    participation.close();
    recorded.close();
    const closed = workspace.close();
    if (closed.ok) logger.info({}, 'host closed');
    else logger.error({ code: closed.error.code }, 'host closed, but not cleanly');
    return closed;
  };
  let ending: Promise<Result<void>> | null = null;

  logger.info({ port: Number(new URL(live.url).port) }, 'host open');
  return ok({
    ...{ url: live.url, secret, workspace, rooms, invitations, sharing: live.sharing, look },
    close: () => (ending ??= end()),
  });
}

/** True once the time is over, false where the signal came first. */
function patience(milliseconds: number, signal: AbortSignal): Promise<boolean> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(true), milliseconds);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve(false);
    });
  });
}

/** From 0 (included) to 1 (excluded). */
function randomShare(randomBytes: (size: number) => Uint8Array): number {
  return (randomBytes(1)[0] ?? 0) / 256;
}

function isLoopbackAddress(address: string): boolean {
  return address === '::1' || /^(::ffff:)?127\./.test(address);
}

function isSamePhase(left: Phase, right: Phase): boolean {
  return (
    left.text === right.text && left.contributions === right.contributions && left.voices === right.voices
  );
}
