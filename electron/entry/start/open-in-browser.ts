import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { redirectPage } from './redirect-page.ts';

export interface OpenInBrowserOptions {
  readonly address: string;
  readonly words: Parameters<typeof redirectPage>[1];
  /** After how many milliseconds the browser has read the page that leads there. */
  readonly within: number;
}

/** How long a browser that has to be started first may take. */
export const BROWSER_STARTS_WITHIN = 60_000;

/**
 * Opens an address with the user's own browser; where there is none, the printed address remains. Programs are started
 * with arguments that every user of the machine can read, so the address with its secret stands in a page that only
 * this user may read, and the browser is given its path. `close` removes the page, as does time.
 */
export function openInBrowser({ address, words, within }: OpenInBrowserOptions): { close(): void } {
  const folder = mkdtempSync(join(privateFolder(), 'leitbild-'));
  const page = join(folder, 'leitbild.html');
  writeFileSync(page, redirectPage(address, words), { mode: 0o600, flag: 'wx' });
  const close = (): void => {
    clearTimeout(timer);
    rmSync(folder, { recursive: true, force: true });
  };
  const timer = setTimeout(close, within).unref();
  const [program, ...args] = openerCommand(pathToFileURL(page).href, process.platform);
  const child = spawn(program, args, { stdio: 'ignore', detached: true });
  child.once('error', close);
  child.unref();
  return { close };
}

/**
 * What opens an address with the user's browser. A file is given as a `file:` address, in which blanks and quotes are
 * encoded, so that no system has to quote anything.
 */
export function openerCommand(url: string, platform: NodeJS.Platform): readonly [string, ...string[]] {
  switch (platform) {
    case 'win32':
      return ['rundll32', 'url.dll,FileProtocolHandler', url];
    case 'darwin':
      return ['open', url];
    default:
      return ['xdg-open', url];
  }
}

/** The folder that the system keeps for this user's session, else the one for temporary files. */
function privateFolder(): string {
  const { XDG_RUNTIME_DIR } = process.env;
  if (XDG_RUNTIME_DIR === undefined || process.platform === 'win32') return tmpdir();
  const found = statSync(XDG_RUNTIME_DIR, { throwIfNoEntry: false });
  return found?.isDirectory() === true && found.uid === process.getuid?.() ? XDG_RUNTIME_DIR : tmpdir();
}
