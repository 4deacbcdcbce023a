import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { desktopBuild } from '../../electron/entry/start/build-steps.ts';
import { isStale } from '../../electron/entry/start/build-when-stale.ts';
import { builtRenderer } from './app/built-renderer.ts';
import { createBuildLock } from './build-lock.ts';

const root = new URL('../..', import.meta.url).pathname.replace(/\/$/, '');
const step = desktopBuild(root);
const lock = createBuildLock(root, 'desktop');

/** The folder of the built desktop program, with the renderer beside it, built anew where a source is newer. */
export function builtDesktop(): string {
  builtRenderer();
  while (isStale(step)) {
    lock.attempt(() => {
      if (!isStale(step)) return;
      execFileSync(process.execPath, [...step.command], {
        cwd: root,
        stdio: ['ignore', 'ignore', 'inherit'],
      });
    });
  }
  return dirname(step.product);
}

/**
 * A copy of the built desktop program with its renderer, which no build that runs meanwhile takes away. Lies where its
 * packages are found. The caller removes `folder`.
 */
export function copyOfDesktop(): { readonly folder: string; readonly program: string } {
  builtDesktop();
  const folder = mkdtempSync(join(root, 'dist/.copy-'));
  cpSync(join(root, 'dist/desktop'), join(folder, 'desktop'), { recursive: true });
  cpSync(join(root, 'dist/renderer'), join(folder, 'renderer'), { recursive: true });
  return { folder, program: join(folder, 'desktop') };
}
