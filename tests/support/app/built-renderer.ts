import { execFileSync } from 'node:child_process';
import { existsSync, globSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { createBuildLock } from '../build-lock.ts';

const root = new URL('../../../', import.meta.url).pathname;
const folder = join(root, 'dist/renderer');
const lock = createBuildLock(root, 'renderer');

/** The folder of the built renderer, built anew where a source is newer than it. Several test files may ask at once. */
export function builtRenderer(): string {
  // While another builds, its page may be there before all that the page loads.
  while (lock.isTaken || isStale()) {
    lock.attempt(() => {
      if (!isStale()) return;
      execFileSync('npm', ['run', '-s', 'build:renderer'], {
        cwd: root,
        // As it is delivered: within a test React would be built for developers.
        env: { ...process.env, NODE_ENV: 'production' },
        stdio: ['ignore', 'ignore', 'inherit'],
      });
    });
  }
  return folder;
}

function isStale(): boolean {
  const page = join(folder, 'index.html');
  if (!existsSync(page)) return true;
  const built = statSync(page).mtimeMs;
  const sources = globSync(
    ['renderer/**/*', 'shared/**/*.ts', 'package-lock.json', '.config/vite*.config.ts'],
    {
      cwd: root,
    },
  );
  return sources.some((source) => statSync(join(root, source)).mtimeMs > built);
}
