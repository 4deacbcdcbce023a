import { BrowserWindow, screen } from 'electron';
import { realpathSync } from 'node:fs';
import {
  writeDeskAddress,
  writeWorkspaceAddress,
  type DeskIntent,
  type LocalDoor,
} from '../../shared/api/app-address.ts';
import type { OpenedWorkspace } from '../../shared/api/desk-contract.ts';
import type { AppCommandId } from '../../shared/app/app-commands.ts';
import { webPreferences } from './secure-contents.ts';
import type { ShellSettings } from './shell-settings.ts';
import { placeWindow } from './window-bounds.ts';

/** What a window shows. */
export type WindowRole = { readonly kind: 'start' } | { readonly kind: 'workspace'; readonly path: string };

export interface WindowsDeps {
  readonly settings: ShellSettings;
  readonly preload: string;
  readonly icon: string;
  /** Where the start screen is; null before the desk has run. */
  readonly desk: () => LocalDoor | null;
  readonly workspaces: () => readonly OpenedWorkspace[];
  /** Another window came to the front, none is left, or what can be done in one has changed. */
  readonly onFront: () => void;
  /** Asks whether a page that holds what is not stored yet may be closed. */
  readonly mayLeave: () => boolean;
  /** The last window of a file was closed. */
  readonly onLeft: (path: string) => void;
}

/** The window in front, and what can be done in it. */
export interface FrontWindow {
  readonly window: Electron.BrowserWindow;
  readonly role: WindowRole;
  /** Null where its page has not said so. */
  readonly commands: ReadonlySet<AppCommandId> | null;
}

/** The windows of the program. */
export interface Windows {
  /** Shows the start screen with something to do, in the window that shows it or a new one; a file's own window if it has one. */
  showStart(intent: DeskIntent | null): void;
  /** See `LeitbildShell.showWorkspace`. */
  showWorkspace(path: string, caller: Electron.BrowserWindow): boolean;
  /** Of the window in front; null where none is. */
  front(): FrontWindow | null;
  all(): readonly Electron.BrowserWindow[];
  /** A file may have moved under its windows; they are known by the address of its host. */
  follow(): void;
  /** A page of the window has asked for something: it has come to life. */
  noteAlive(window: Electron.BrowserWindow): void;
  /** What can be done in a window, as its page says; that holds until it shows another page. */
  noteCommands(window: Electron.BrowserWindow, commands: readonly AppCommandId[]): void;
  /** Loads again what could not be loaded, or not wholly, while the desk was away. */
  reloadFailed(): void;
}

const sizes = { start: { width: 1_040, height: 720 }, workspace: { width: 1_440, height: 900 } } as const;
/** A page that crashes again sooner, in milliseconds, is left as it is. */
const RELOAD_AGAIN_AFTER = 10_000;
const smallest = { minWidth: 640, minHeight: 480 } as const;

/** Makes the windows of the program; none is open yet. */
export function createWindows(deps: WindowsDeps): Windows {
  const roles = new Map<Electron.BrowserWindow, WindowRole>();
  const offered = new Map<Electron.BrowserWindow, ReadonlySet<AppCommandId>>();
  const failed = new Set<Electron.BrowserWindow>();
  /** Windows whose page runs: one of which only a part could be loaded shows nothing, and no event tells. */
  const alive = new Set<Electron.BrowserWindow>();
  let loads = 0;

  /** A load of its own even where only what stands behind `#` differs, which would be no load at all. */
  const load = (window: Electron.BrowserWindow, address: string): void => {
    loads += 1;
    // Its failure is told by `did-fail-load`.
    window.loadURL(address.replace('/#', `/?${String(loads)}#`)).catch(() => undefined);
  };
  const bringToFront = (window: Electron.BrowserWindow): void => {
    if (window.isMinimized()) window.restore();
    window.show();
    window.focus();
  };
  const showing = (path: string): Electron.BrowserWindow | undefined =>
    [...roles].find(([, role]) => role.kind === 'workspace' && role.path === path)?.[0];

  const remember = (window: Electron.BrowserWindow): void => {
    const kind = roles.get(window)?.kind;
    if (kind === undefined) return;
    const bounds = { ...window.getNormalBounds(), maximized: window.isMaximized() };
    deps.settings.change({ windows: { ...deps.settings.current.windows, [kind]: bounds } });
  };

  /** Where a window of a kind was last, and where it goes now. */
  const placeOf = (kind: WindowRole['kind']) => {
    const last = deps.settings.current.windows[kind];
    const areas = screen.getAllDisplays().map(({ workArea }) => workArea);
    return { last, place: placeWindow(last, sizes[kind], areas) };
  };
  const leave = (role: WindowRole | undefined): void => {
    if (role?.kind === 'workspace' && showing(role.path) === undefined) deps.onLeft(role.path);
  };
  /** A page may go from the start screen to a file and back by itself. */
  const noteWhere = (window: Electron.BrowserWindow, url: string): void => {
    const origin = URL.canParse(url) ? new URL(url).origin : null;
    const opened = deps.workspaces().find((workspace) => workspace.url === origin);
    const before = roles.get(window);
    if (opened !== undefined) {
      roles.set(window, { kind: 'workspace', path: opened.path });
      if (before?.kind === 'start') fit(window, 'workspace');
    } else if (origin === deps.desk()?.url) roles.set(window, { kind: 'start' });
    leave(before);
    deps.onFront();
  };

  /** Gives a window the room that what it shows now wants, where the user has not given it all there is. */
  const fit = (window: Electron.BrowserWindow, kind: WindowRole['kind']): void => {
    if (window.isMaximized() || window.isFullScreen()) return;
    const { last, place } = placeOf(kind);
    if (place.x !== undefined && place.y !== undefined)
      window.setBounds({ ...place, x: place.x, y: place.y });
    else {
      window.setSize(place.width, place.height);
      window.center();
    }
    if (last?.maximized === true) window.maximize();
  };

  const watch = (window: Electron.BrowserWindow): void => {
    window.on('close', () => remember(window));
    window.on('focus', deps.onFront);
    window.on('closed', () => {
      const role = roles.get(window);
      roles.delete(window);
      offered.delete(window);
      failed.delete(window);
      alive.delete(window);
      leave(role);
      deps.onFront();
    });
    const { webContents } = window;
    // Electron would not close such a window, and say nothing.
    webContents.on('will-prevent-unload', (event) => {
      if (deps.mayLeave()) event.preventDefault();
    });
    webContents.on('did-navigate', (_navigated, url) => {
      alive.delete(window);
      offered.delete(window);
      noteWhere(window, url);
    });
    webContents.on('did-fail-load', (_event, code, _text, _url, isMain) => {
      // -3 is a load that another one took the place of.
      if (isMain && code !== -3) failed.add(window);
    });
    webContents.on('did-finish-load', () => failed.delete(window));
    let reloadedAt = Number.NEGATIVE_INFINITY;
    webContents.on('render-process-gone', (_event, { reason }) => {
      // A page that dies as soon as it shows would do so for ever.
      if (reason === 'clean-exit' || performance.now() - reloadedAt < RELOAD_AGAIN_AFTER) return;
      reloadedAt = performance.now();
      webContents.reload();
    });
    // A second window on the same file, for the projector.
    webContents.on('did-create-window', (child) => {
      const role = roles.get(window);
      if (role !== undefined) roles.set(child, role);
      watch(child);
    });
  };

  const create = (role: WindowRole, address: string): void => {
    const { last, place } = placeOf(role.kind);
    const window = new BrowserWindow({
      ...place,
      ...smallest,
      show: false,
      icon: deps.icon,
      title: 'Leitbild-Werkstatt',
      backgroundColor: '#ffffff',
      webPreferences: webPreferences(deps.preload),
    });
    roles.set(window, role);
    watch(window);
    window.once('ready-to-show', () => {
      if (last?.maximized === true) window.maximize();
      window.show();
    });
    load(window, address);
  };

  return {
    showStart(intent) {
      const desk = deps.desk();
      if (desk === null) return;
      const address = writeDeskAddress(desk, intent, deps.settings.current.language);
      const open = intent?.kind === 'open' ? showing(realPathOf(intent.path)) : undefined;
      const start = open ?? [...roles].find(([, { kind }]) => kind === 'start')?.[0];
      if (start === undefined) {
        create({ kind: 'start' }, address);
        return;
      }
      if (open === undefined && intent !== null) load(start, address);
      bringToFront(start);
    },
    showWorkspace(path, caller) {
      const desk = deps.desk();
      const opened = deps.workspaces().find((workspace) => workspace.path === path);
      if (desk === null || opened === undefined) return false;
      const role = { kind: 'workspace', path } as const;
      const there = showing(path);
      if (there !== undefined && there !== caller) {
        bringToFront(there);
        if (roles.get(caller)?.kind === 'start') caller.close();
      } else if (roles.get(caller)?.kind === 'start') {
        remember(caller);
        roles.set(caller, role);
        fit(caller, role.kind);
        load(caller, writeWorkspaceAddress(opened, desk));
        deps.onFront();
      } else if (there === undefined) {
        create(role, writeWorkspaceAddress(opened, desk));
      }
      return true;
    },
    front() {
      const window = BrowserWindow.getFocusedWindow() ?? [...roles.keys()].at(-1);
      const role = window && roles.get(window);
      if (window === undefined || role === undefined) return null;
      return { window, role, commands: offered.get(window) ?? null };
    },
    all: () => [...roles.keys()],
    follow() {
      for (const window of roles.keys()) noteWhere(window, window.webContents.getURL());
    },
    noteAlive: (window) => alive.add(window),
    noteCommands(window, commands) {
      offered.set(window, new Set(commands));
      deps.onFront();
    },
    reloadFailed() {
      for (const window of roles.keys()) {
        if (failed.has(window) || !alive.has(window)) window.webContents.reload();
      }
    },
  };
}

/** The window that a page stands in. */
export function windowOf(contents: Electron.WebContents): Electron.BrowserWindow | null {
  return BrowserWindow.fromWebContents(contents);
}

function realPathOf(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    // It may have been deleted, and its window be open still.
    return path;
  }
}
