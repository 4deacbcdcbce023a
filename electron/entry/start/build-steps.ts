import { join } from 'node:path';
import type { BuildStep } from './build-when-stale.ts';

/** Builds the renderer into `dist/renderer`. */
export function rendererBuild(root: string): BuildStep {
  const at = (path: string): string => join(root, path);
  return {
    sources: ['renderer', 'shared', '.config/vite.config.ts', 'package-lock.json'].map(at),
    product: at('dist/renderer/index.html'),
    command: [
      at('node_modules/vite/bin/vite.js'),
      'build',
      '--config',
      at('.config/vite.config.ts'),
      '--logLevel',
      'warn',
    ],
  };
}

/** Builds shell and host into `dist/desktop`, as the desktop program runs them. */
export function desktopBuild(root: string): BuildStep {
  const at = (path: string): string => join(root, path);
  return {
    sources: [
      'electron',
      'shared',
      'renderer/words',
      'resources',
      '.config/build-desktop.ts',
      'package-lock.json',
    ].map(at),
    product: at('dist/desktop/package.json'),
    command: [at('.config/build-desktop.ts')],
  };
}
