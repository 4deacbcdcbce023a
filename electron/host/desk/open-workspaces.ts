import { realpathSync } from 'node:fs';
import { basename, extname, resolve } from 'node:path';
import type { OpenedWorkspace } from '../../../shared/api/desk-contract.ts';
import { ok, type Result } from '../../../shared/errors/result.ts';
import { readHeader } from '../../../shared/rooms/text-room.ts';
import type { LiveHost } from '../live-host.ts';
import type { SharingDoor } from '../listeners/sharing.ts';
import { attemptValue } from '../workspace/attempt.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** Where a host was, so that it can come back to its windows. */
export interface FormerDoor {
  readonly port: number;
  readonly secret: string;
}

/** Where a host was, for its windows and for its guests; `sharing` is null where it was not shared. */
export interface FormerHost extends FormerDoor {
  readonly sharing: SharingDoor | null;
}

/** Starts the host of a file; at its former doors where they are given. */
export type StartHost = (
  path: string,
  former: FormerHost | null,
  /** How its windows go on in another file. */
  moveTo: (target: string) => void,
) => Promise<Result<LiveHost>>;

export interface OpenWorkspacesDeps {
  readonly startHost: StartHost;
  /** Told of each host that has started, also of one that goes on in another file. */
  readonly onOpened: (workspace: OpenedWorkspace, title: string) => void;
  readonly onClosed: (path: string, title: string) => void;
}

/** The files that are open on this machine, each with its one host. */
export interface OpenWorkspaces {
  list(): readonly OpenedWorkspace[];
  has(path: string): boolean;
  /** What is in a file that is open here; null for any other. */
  workspaceOf(path: string): Workspace | null;
  /**
   * Opens a file, or finds it open under whatever name it was reached by. Fails as `createLiveHost` does. With `former`
   * it comes back where it was; where that port is taken by now, anywhere.
   */
  open(path: string, former?: FormerHost): Promise<Result<OpenedWorkspace>>;
  /**
   * Lets the windows and guests of a file go on in another one: closes its host and starts it on the other file under
   * the same addresses, so that all come back by themselves and hand over what they could not store.
   */
  move(path: string, target: string): Promise<Result<OpenedWorkspace>>;
  /** Closes a file; one that is not open is closed already. Fails as closing fails; it is closed all the same. */
  close(path: string): Promise<Result<void>>;
  closeAll(): Promise<void>;
}

interface Entry {
  readonly host: LiveHost;
  readonly opened: OpenedWorkspace;
}

/** Makes the list, empty. */
export function createOpenWorkspaces({ startHost, onOpened, onClosed }: OpenWorkspacesDeps): OpenWorkspaces {
  const entries = new Map<string, Entry>();
  /** What is under way for a file; the next thing waits for it. */
  const pending = new Map<string, Promise<unknown>>();

  const inTurn = <T>(key: string, work: () => Promise<T>): Promise<T> => {
    const before = pending.get(key) ?? Promise.resolve();
    const done = before.then(work);
    const settled = done.catch(() => undefined);
    pending.set(key, settled);
    void settled.then(() => {
      if (pending.get(key) === settled) pending.delete(key);
    });
    return done;
  };

  const start = async (path: string, former: FormerHost | null): Promise<Result<OpenedWorkspace>> => {
    const moveTo = (target: string): void => void move(path, target);
    let started = await startHost(path, former, moveTo);
    if (!started.ok && started.error.code === 'listener-failed' && former !== null && former.port !== 0) {
      started = await startHost(path, { ...former, port: 0 }, moveTo);
    }
    if (!started.ok) return started;
    const host = started.value;
    const name = basename(path, extname(path));
    const opened = { url: host.url, secret: host.secret, path, name };
    entries.set(realPathOf(path), { host, opened });
    onOpened(opened, titleOf(host));
    return ok(opened);
  };

  const end = async (key: string): Promise<Result<void>> => {
    const entry = entries.get(key);
    if (entry === undefined) return ok(undefined);
    const title = titleOf(entry.host);
    const closed = await entry.host.close();
    entries.delete(key);
    onClosed(entry.opened.path, title);
    return closed;
  };

  /** A file that was deleted while it was open is still found by the name it had. */
  const keyFor = (path: string): string => (entries.has(resolve(path)) ? resolve(path) : realPathOf(path));

  const move = (path: string, target: string): Promise<Result<OpenedWorkspace>> => {
    const key = keyFor(path);
    return inTurn(key, async () => {
      const entry = entries.get(key);
      const former = entry === undefined ? null : doorsOf(entry.host);
      // What could not be written stays with the windows; the file that is left behind is beyond help.
      await end(key);
      return start(realPathOf(target), former);
    });
  };

  return {
    list: () => [...entries.values()].map(({ opened }) => opened),
    has: (path) => entries.has(keyFor(path)),
    workspaceOf: (path) => entries.get(keyFor(path))?.host.workspace ?? null,
    open(path, former) {
      const key = keyFor(path);
      return inTurn(key, async () => {
        const open = entries.get(key);
        return open === undefined ? start(realPathOf(path), former ?? null) : ok(open.opened);
      });
    },
    move,
    close: (path) => inTurn(keyFor(path), () => end(keyFor(path))),
    async closeAll() {
      await Promise.all([...pending.values()]);
      await Promise.all([...entries.keys()].map((key) => inTurn(key, () => end(key))));
    },
  };
}

function doorsOf({ url, secret, sharing }: LiveHost): FormerHost {
  return { port: Number(new URL(url).port), secret, sharing: sharing.door };
}

/** One name for one file, whatever links lead to it. */
function realPathOf(path: string): string {
  try {
    return realpathSync.native(path);
  } catch (error) {
    if (error instanceof Error && 'code' in error) return resolve(path);
    throw error;
  }
}

/** Empty where there is none, or where the file no longer tells. */
function titleOf({ workspace }: LiveHost): string {
  const title = attemptValue(() => {
    const doc = workspace.rooms.load('text');
    try {
      return readHeader(doc).title;
    } finally {
      doc.destroy();
    }
  });
  return title.ok ? title.value : '';
}
