import { execFileSync, spawnSync } from 'node:child_process';

/** Whether a program can be started; where not, says on standard error which tests will be skipped and why. */
export function hasTool(name: string): boolean {
  const found = spawnSync(name, ['--version'], { stdio: 'ignore' }).error === undefined;
  if (!found) process.stderr.write(`skipping tests that need ${name}, which is not installed here\n`);
  return found;
}

/** Runs a program and returns what it wrote to standard output; throws where it ends with an error. */
export function runTool(name: string, ...args: readonly string[]): string {
  return execFileSync(name, args, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    maxBuffer: 2 ** 28,
  });
}
