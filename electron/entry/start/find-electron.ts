import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { z } from 'zod';

/** Why there can be no window of our own; `renderer/words` has a phrase for each. */
export type NoWindowReason =
  'not-installed' | 'no-screen' | 'unreachable' | 'download-failed' | 'not-startable' | 'asked-for';

/** Electron's program, or why there is none. */
export type ElectronFinding =
  | { readonly found: true; readonly program: string }
  | { readonly found: false; readonly reason: NoWindowReason };

/** How long the server of the program may take to answer; nobody waits longer for a window that cannot be had. */
const PROBE_WITHIN = 2_500;
/** How long fetching may take altogether. */
const FETCH_WITHIN = 15 * 60_000;

const packageSchema = z.object({ version: z.string() });

/**
 * Finds Electron's program, fetching it where that can be done: since version 42 its package comes without, and gets
 * it on first use. Asks first, briefly, whether the server answers or the program lies in Electron's cache, so that a
 * machine without internet does not wait. `onFetch` is told before a download begins.
 */
export async function findElectron(onFetch: () => void, signal: AbortSignal): Promise<ElectronFinding> {
  const folder = packageFolder();
  if (folder === null) return { found: false, reason: 'not-installed' };
  if (!hasScreen()) return { found: false, reason: 'no-screen' };
  const present = programIn(folder);
  if (present !== null) return { found: true, program: present };
  const { version } = packageSchema.parse(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')));
  const name = `electron-v${version}-${process.platform}-${process.arch}.zip`;
  if (!isCached(name) && !(await answers(addressOf(version, name)))) {
    return { found: false, reason: 'unreachable' };
  }
  onFetch();
  const fetched = await install(folder, signal);
  const program = fetched ? programIn(folder) : null;
  return program === null ? { found: false, reason: 'download-failed' } : { found: true, program };
}

function packageFolder(): string | null {
  try {
    return dirname(createRequire(import.meta.url).resolve('electron/package.json'));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'MODULE_NOT_FOUND') return null;
    throw error;
  }
}

function hasScreen(): boolean {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  return process.platform !== 'linux' || Boolean(DISPLAY) || Boolean(WAYLAND_DISPLAY);
}

/** As Electron's own package looks for it, without fetching it. */
function programIn(folder: string): string | null {
  const name = join(folder, 'path.txt');
  const path = existsSync(name) ? readFileSync(name, 'utf8') : 'electron';
  const program = join(process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? join(folder, 'dist'), path);
  return existsSync(program) ? program : null;
}

function isCached(name: string): boolean {
  const root = process.env['electron_config_cache'] ?? cacheRoot();
  return (
    existsSync(root) &&
    readdirSync(root, { recursive: true, encoding: 'utf8' }).some((path) => path.endsWith(name))
  );
}

function cacheRoot(): string {
  if (process.platform === 'win32') {
    return join(process.env['LOCALAPPDATA'] ?? join(homedir(), 'AppData', 'Local'), 'electron', 'Cache');
  }
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Caches', 'electron');
  return join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'electron');
}

function addressOf(version: string, name: string): string {
  const mirror = process.env['ELECTRON_MIRROR'] ?? process.env['npm_config_electron_mirror'];
  return `${mirror ?? 'https://github.com/electron/electron/releases/download/'}v${version}/${name}`;
}

async function answers(address: string): Promise<boolean> {
  try {
    const answer = await fetch(address, { method: 'HEAD', signal: AbortSignal.timeout(PROBE_WITHIN) });
    return answer.ok;
  } catch (error) {
    if (error instanceof Error) return false;
    throw error;
  }
}

function install(folder: string, signal: AbortSignal): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(folder, 'install.js')], {
      stdio: ['ignore', 'ignore', 'ignore'],
      signal: AbortSignal.any([signal, AbortSignal.timeout(FETCH_WITHIN)]),
    });
    child.once('error', () => resolve(false));
    child.once('close', (code) => resolve(code === 0));
  });
}
