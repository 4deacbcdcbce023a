import { contextBridge, ipcRenderer, webUtils } from 'electron';
import type { LeitbildShell } from '../../shared/app/shell-bridge.ts';
import { channelOf, commandChannel, hostStateChannel } from './channel-names.ts';
import type { BridgeRequestName } from './bridge-channels.ts';

/** Asks the shell; what it takes and who may ask is checked there. */
function ask(name: BridgeRequestName, ...args: readonly unknown[]): Promise<never> {
  return ipcRenderer.invoke(channelOf(name), ...args) as Promise<never>;
}

/** Tells a page what comes by a channel, without handing it the event, through which it could reach more. */
function listen(channel: string, listener: (value: never) => void): () => void {
  const receive = (_event: unknown, value: unknown): void => listener(value as never);
  ipcRenderer.on(channel, receive);
  return () => void ipcRenderer.off(channel, receive);
}

const { platform } = process;

const leitbildShell: LeitbildShell = {
  platform: platform === 'linux' || platform === 'darwin' || platform === 'win32' ? platform : 'other',
  openDialog: (request) => ask('openDialog', request),
  saveDialog: (request) => ask('saveDialog', request),
  pathOfFile: (file) => (file instanceof File ? webUtils.getPathForFile(file) : ''),
  showInFolder: (path) => ask('showInFolder', path),
  openExternal: (url) => ask('openExternal', url),
  setTitle: (title, path) => ask('setTitle', title, path),
  offerCommands: (commands) => ask('offerCommands', commands),
  setLanguage: (language) => ask('setLanguage', language),
  showWorkspace: (path) => ask('showWorkspace', path),
  showStart: (intent) => ask('showStart', intent),
  notify: (message) => ask('notify', message),
  onMenuCommand: (listener) => listen(commandChannel, listener),
  onHostState: (listener) => listen(hostStateChannel, listener),
};

contextBridge.exposeInMainWorld('leitbildShell', leitbildShell);
