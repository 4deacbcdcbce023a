import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { chromium, type BrowserContext } from 'playwright-core';

/** Folder of everything that a real program would keep for its user; the test gives it. */
export const home = process.env['STAND_IN_HOME'] ?? '';

let opened: Promise<BrowserContext> | null = null;

/** The one Chromium whose pages are the windows. */
export function context(): Promise<BrowserContext> {
  opened ??= chromium.launchPersistentContext(join(home, 'chromium'), {
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
  return opened;
}

/** The real preload, given an `electron` that speaks with the shell by two functions of the page. */
export function preloadScript(preload: string): string {
  return `(() => {
    if (window.top !== window) return;
    const listeners = new Map();
    window.standInDeliver = (channel, args) => {
      for (const listener of listeners.get(channel) ?? []) listener({}, ...args);
    };
    const electron = {
      contextBridge: { exposeInMainWorld: (name, value) => { window[name] = value; } },
      ipcRenderer: {
        invoke: (channel, ...args) => window.standInInvoke(channel, args),
        on: (channel, listener) => listeners.set(channel, [...(listeners.get(channel) ?? []), listener]),
        off: (channel, listener) =>
          listeners.set(channel, (listeners.get(channel) ?? []).filter((one) => one !== listener)),
      },
      webUtils: { getPathForFile: (file) => '/dragged/' + file.name },
    };
    const process = { platform: ${JSON.stringify(process.platform)} };
    ((require, process) => { ${readFileSync(preload, 'utf8')} })((name) => {
      if (name !== 'electron') throw new Error('a sandboxed preload has no ' + name);
      return electron;
    }, process);
  })();`;
}
