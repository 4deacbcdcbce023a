import { execFileSync } from 'node:child_process';
import { existsSync, globSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

const root = new URL('../../../', import.meta.url).pathname;
const folder = join(root, 'dist/renderer');
const lock = join(root, 'node_modules/.cache/renderer-build-lock');
/** A lock that is older was left by a build that was killed. */
const STALE_LOCK = 60_000;

/** The folder of the built renderer, built anew where a source is newer than it. Several test files may ask at once. */
export function builtRenderer(): string {
  // While another builds, its page may be there before all that the page loads.
  while (isBuilding() || isStale()) {
    if (!takeLock()) {
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100);
      continue;
    }
    try {
      if (isStale()) {
        execFileSync('npm', ['run', '-s', 'build:renderer'], {
          cwd: root,
          // As it is delivered: within a test React would be built for developers.
          env: { ...process.env, NODE_ENV: 'production' },
          stdio: ['ignore', 'ignore', 'inherit'],
        });
      }
    } finally {
      rmSync(lock, { recursive: true, force: true });
    }
  }
  return folder;
}

function isBuilding(): boolean {
  const begun = statSync(lock, { throwIfNoEntry: false })?.mtimeMs;
  return begun !== undefined && Date.now() - begun <= STALE_LOCK;
}

function isStale(): boolean {
  const page = join(folder, 'index.html');
  if (!existsSync(page)) return true;
  const built = statSync(page).mtimeMs;
  const sources = globSync(
    ['renderer/**/*', 'shared/**/*.ts', 'package-lock.json', '.config/vite.config.ts'],
    {
      cwd: root,
    },
  );
  return sources.some((source) => statSync(join(root, source)).mtimeMs > built);
}

function takeLock(): boolean {
  try {
    mkdirSync(lock);
    return true;
  } catch {
    if (existsSync(lock) && Date.now() - statSync(lock).mtimeMs > STALE_LOCK) {
      rmSync(lock, { recursive: true, force: true });
    }
    return false;
  }
}
