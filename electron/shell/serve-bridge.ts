import {
  dialog,
  ipcMain,
  Notification,
  shell,
  type IpcMainInvokeEvent,
  type OpenDialogOptions,
} from 'electron';
import { existsSync } from 'node:fs';
import { isAbsolute } from 'node:path';
import type { DeskIntent } from '../../shared/api/app-address.ts';
import { bridgeRequests, type BridgeArguments, type BridgeRequestName } from './bridge-channels.ts';
import { channelOf } from './channel-names.ts';
import { isExternalAddress, type OwnAddresses } from './own-addresses.ts';
import { windowOf, type Windows } from './windows.ts';

export interface BridgeDeps {
  readonly own: OwnAddresses;
  readonly windows: Windows;
  readonly onLanguage: (language: 'de' | 'en') => void;
}

type Handlers = {
  readonly [Name in BridgeRequestName]: (
    window: Electron.BrowserWindow,
    ...args: BridgeArguments<Name>
  ) => unknown;
};

/**
 * Carries out what pages ask by the preload: only for the main frame of a window of ours that shows a page of ours, and
 * only what fits its schema. Everything else is rejected.
 */
export function serveBridge({ own, windows, onLanguage }: BridgeDeps): void {
  const handlers: Handlers = {
    async openDialog(window, request) {
      const options: OpenDialogOptions = { ...dialogOptions(request), properties: ['openFile'] };
      const { canceled, filePaths } = await dialog.showOpenDialog(window, options);
      return canceled ? null : (filePaths[0] ?? null);
    },
    async saveDialog(window, request) {
      const { canceled, filePath } = await dialog.showSaveDialog(window, dialogOptions(request));
      return canceled || filePath === '' ? null : filePath;
    },
    showInFolder(_window, path) {
      if (isAbsolute(path) && existsSync(path)) shell.showItemInFolder(path);
    },
    async openExternal(_window, url) {
      if (!isExternalAddress(url)) return false;
      await shell.openExternal(url);
      return true;
    },
    setTitle(window, title, path) {
      window.setTitle(title);
      window.setRepresentedFilename(path ?? '');
    },
    offerCommands(window, commands) {
      windows.noteCommands(window, commands);
    },
    setLanguage(_window, language) {
      onLanguage(language);
    },
    showWorkspace: (window, path) => windows.showWorkspace(path, window),
    showStart(_window, request) {
      windows.showStart(intentOf(request));
    },
    notify(window, { title, body }) {
      if (!Notification.isSupported()) return;
      const notification = new Notification({ title, body });
      notification.on('click', () => window.show());
      notification.show();
    },
  };

  for (const name of Object.keys(bridgeRequests) as BridgeRequestName[]) {
    ipcMain.handle(channelOf(name), (event, ...args: unknown[]) => {
      const window = callerOf(event, own);
      windows.noteAlive(window);
      return carryOut(bridgeRequests[name], handlers[name] as Handler, window, args);
    });
  }
}

/** A handler as one of the list: its arguments are those of its own schema, by which they were parsed. */
type Handler = (window: Electron.BrowserWindow, ...args: readonly unknown[]) => unknown;

function carryOut(
  schema: { parse(args: readonly unknown[]): readonly unknown[] },
  handler: Handler,
  window: Electron.BrowserWindow,
  args: readonly unknown[],
): unknown {
  return handler(window, ...schema.parse(args));
}

function callerOf({ sender, senderFrame }: IpcMainInvokeEvent, own: OwnAddresses): Electron.BrowserWindow {
  const window = windowOf(sender);
  if (
    window === null ||
    senderFrame === null ||
    senderFrame.parent !== null ||
    !own.isOwnPage(senderFrame.url)
  ) {
    throw new Error('not asked by a page of ours');
  }
  return window;
}

function dialogOptions(request: BridgeArguments<'openDialog'>[0]) {
  const { title, filters, defaultPath } = request;
  return {
    title,
    filters: filters.map(({ name, extensions }) => ({ name, extensions: [...extensions] })),
    ...(defaultPath !== undefined && { defaultPath }),
  };
}

function intentOf(request: BridgeArguments<'showStart'>[0]): DeskIntent | null {
  if (request === null) return null;
  if (request === 'new') return { kind: 'new' };
  return 'open' in request ? { kind: 'open', path: request.open } : { kind: 'join', link: request.join };
}
