import type { OpenedWorkspace } from '../../../shared/api/desk-contract.ts';
import type { LocalDoor } from '../../../shared/api/app-address.ts';
import type { HostState } from '../../../shared/app/shell-bridge.ts';
import { deskReportSchema, type DeskCommand, type DeskStart } from './desk-messages.ts';

/** A process of the desk, as Electron's utility process and Node's child process can both be had. */
export interface DeskChild {
  send(command: DeskCommand): void;
  onMessage(listener: (message: unknown) => void): void;
  /** Settles when it has ended, also where it could not be started. */
  readonly ended: Promise<void>;
  kill(): void;
}

export interface SuperviseDeskDeps {
  readonly fork: () => DeskChild;
  readonly start: Omit<DeskStart, 'type' | 'door' | 'reopen'>;
  /** Where it is to listen, and what lets in; null leaves both to the desk. */
  readonly door: DeskStart['door'];
  /** Milliseconds that never go back. */
  readonly now: () => number;
  readonly onState: (state: HostState) => void;
  /** Told the code of an error where it could not start. */
  readonly onFailed: (code: string) => void;
  readonly onOpened: (workspace: OpenedWorkspace) => void;
  readonly onClosed: (path: string) => void;
}

/** Keeps a desk running. */
export interface SupervisedDesk {
  readonly state: HostState;
  /** Where the start screen is; null before the first start has succeeded. */
  readonly door: LocalDoor | null;
  /** The files that are open, or will be again once the desk is back. */
  workspaces(): readonly OpenedWorkspace[];
  /** Settles when the desk first runs, or will not. */
  readonly started: Promise<HostState>;
  /** Settles when it is first given up. */
  readonly givenUp: Promise<void>;
  /** Begins anew after the desk was given up. */
  retry(): void;
  /** Lets it close all files and end; ended by force where it does not within some seconds. */
  stop(): Promise<void>;
}

/** So many crashes within so many milliseconds, and it is given up. */
const CRASHES = 4;
const WITHIN = 60_000;
const STOP_WITHIN = 12_000;

/**
 * Starts the desk and starts it again whenever it dies, under the same address and secret, with the same files open
 * under theirs, and shared where they were. So windows and guests need only wait. Gives up where it keeps dying. What
 * was shared is kept here and nowhere else, so that nothing is shared by itself when the program is started afresh.
 */
export function superviseDesk(deps: SuperviseDeskDeps): SupervisedDesk {
  let state: HostState = 'restarting';
  let door: LocalDoor | null = null;
  let child: DeskChild | null = null;
  let stopping: Promise<void> | null = null;
  let crashes: readonly number[] = [];
  const open = new Map<string, OpenedWorkspace>();
  const shared = new Map<string, DeskStart['reopen'][number]['sharing']>();
  let settleFirst: (state: HostState) => void = () => undefined;
  const started = new Promise<HostState>((resolve) => (settleFirst = resolve));

  let settleGivenUp: () => void = () => undefined;
  const givenUp = new Promise<void>((resolve) => (settleGivenUp = resolve));

  const change = (next: HostState): void => {
    if (next === 'failed') settleGivenUp();
    if (next !== 'restarting') settleFirst(next);
    if (state === next) return;
    state = next;
    deps.onState(next);
  };

  const receive = (message: unknown): void => {
    const report = deskReportSchema.parse(message);
    switch (report.type) {
      case 'ready':
        door = { url: report.url, secret: report.secret };
        change('running');
        break;
      case 'opened':
        open.set(report.workspace.path, report.workspace);
        deps.onOpened(report.workspace);
        break;
      case 'closed':
        open.delete(report.path);
        shared.delete(report.path);
        deps.onClosed(report.path);
        break;
      case 'shared':
        shared.set(report.path, report.sharing);
        break;
      case 'failed':
        deps.onFailed(report.code);
        // It will not do better by being tried again at once.
        crashes = Array.from({ length: CRASHES }, () => deps.now());
        break;
    }
  };

  const launch = (): void => {
    const launched = deps.fork();
    child = launched;
    launched.onMessage(receive);
    void launched.ended.then(() => {
      child = null;
      if (stopping !== null) return;
      crashes = [...crashes, deps.now()].filter((at) => at > deps.now() - WITHIN);
      // What has never run will not do better by being tried again.
      if (door === null || crashes.length >= CRASHES) {
        change('failed');
        return;
      }
      change('restarting');
      launch();
    });
    launched.send({
      type: 'start',
      door: door === null ? deps.door : doorOf(door),
      reopen: [...open.values()].map((workspace) => ({
        path: workspace.path,
        door: doorOf(workspace),
        sharing: shared.get(workspace.path) ?? null,
      })),
      ...deps.start,
    });
  };
  launch();

  const stop = async (): Promise<void> => {
    const running = child;
    if (running === null) return;
    running.send({ type: 'stop' });
    const deadline = setTimeout(() => running.kill(), STOP_WITHIN);
    await running.ended;
    clearTimeout(deadline);
  };

  return {
    get state() {
      return state;
    },
    get door() {
      return door;
    },
    workspaces: () => [...open.values()],
    ...{ started, givenUp },
    retry() {
      if (child !== null || stopping !== null) return;
      crashes = [];
      change('restarting');
      launch();
    },
    stop: () => (stopping ??= stop()),
  };
}

function doorOf({ url, secret }: LocalDoor): { readonly port: number; readonly secret: string } {
  return { port: Number(new URL(url).port), secret };
}
