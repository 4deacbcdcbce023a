import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { germanShell } from '../../renderer/words/de/shell.ts';
import { englishShell } from '../../renderer/words/en/shell.ts';
import { isStale, runBuild } from './start/build-when-stale.ts';
import { desktopBuild, rendererBuild } from './start/build-steps.ts';
import { findElectron } from './start/find-electron.ts';
import { serveDesk } from './start/serve-desk.ts';
import { readStartOptions, type StartOptions } from './start/start-options.ts';

const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');
const out = (line: string): void => void process.stdout.write(`${line}\n`);

/**
 * `npm start`: builds what is stale, then shows the app in a window of its own, or in the browser where that cannot
 * be had. Returns the exit code.
 */
async function start(argv: readonly string[], signal: AbortSignal): Promise<number> {
  const options = readStartOptions(argv, process.env['INIT_CWD'] ?? process.cwd());
  const words = (options?.language === 'en' ? englishShell : germanShell).start;
  if (options === null) {
    out(words.usage);
    return 2;
  }
  if (options.file !== null && !existsSync(options.file)) {
    out(words.fileMissing(options.file));
    return 1;
  }
  const electron = options.browser
    ? ({ found: false, reason: 'asked-for' } as const)
    : await findElectron(() => out(words.fetching), signal);
  if (signal.aborted) return 1;
  if (!electron.found && electron.reason !== 'asked-for') out(words.noWindow(words.reasons[electron.reason]));
  const steps = electron.found ? [rendererBuild(root), desktopBuild(root)] : [rendererBuild(root)];
  const stale = steps.filter(isStale);
  if (stale.length > 0) out(words.building);
  for (const step of stale) {
    if (await runBuild(step, root)) continue;
    out(words.buildFailed);
    return 1;
  }
  if (electron.found) {
    const code = await runElectron(electron.program, options);
    if (code !== null) return code;
    out(words.noWindow(words.reasons['not-startable']));
  }
  return serveDesk({ ...{ options, words, root, out, signal } });
}

/** Runs the desktop program to its end; null where it cannot be started at all. */
function runElectron(program: string, { file, language }: StartOptions): Promise<number | null> {
  return new Promise((resolve) => {
    const args = [
      join(root, 'dist/desktop'),
      ...(language === null ? [] : [`--lang=${language}`]),
      ...(file === null ? [] : [file]),
    ];
    const child = spawn(program, args, { stdio: 'inherit' });
    child.once('error', () => resolve(null));
    child.once('exit', (code) => resolve(code ?? 0));
  });
}

const interrupt = new AbortController();
// Ctrl+C reaches the desktop program by itself; a second one ends this process as usual.
process.once('SIGINT', () => interrupt.abort());
process.once('SIGTERM', () => interrupt.abort());
process.exitCode = await start(process.argv.slice(2), interrupt.signal);
