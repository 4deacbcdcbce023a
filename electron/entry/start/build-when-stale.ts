import { spawn } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';

/** Something that is built: from which files, into which, and by what. */
export interface BuildStep {
  /** Files and folders it is made of. */
  readonly sources: readonly string[];
  /** The file that is written last. */
  readonly product: string;
  /** Arguments of Node. */
  readonly command: readonly string[];
}

/** Whether a product is missing or older than anything it is made of. */
export function isStale({ sources, product }: Pick<BuildStep, 'sources' | 'product'>): boolean {
  const made = statSync(product, { throwIfNoEntry: false })?.mtimeMs;
  return made === undefined || sources.some((source) => newestIn(source) > made);
}

/** Runs a build; false where it fails, and then its output has been shown. */
export function runBuild({ command }: BuildStep, root: string): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, command, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    const output: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => output.push(chunk));
    child.once('error', () => resolve(false));
    child.once('close', (code) => {
      if (code !== 0) process.stderr.write(Buffer.concat(output));
      resolve(code === 0);
    });
  });
}

function newestIn(path: string): number {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) return 0;
  if (!found.isDirectory()) return found.mtimeMs;
  return readdirSync(path).reduce(
    (newest, name) => Math.max(newest, newestIn(join(path, name))),
    found.mtimeMs,
  );
}
