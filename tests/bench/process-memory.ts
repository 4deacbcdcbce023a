import { readdirSync, readFileSync } from 'node:fs';

/**
 * The most memory that a process held so far, in MiB: `VmHWM`, which begins anew with the program (`maxRSS` of
 * `getrusage` would count what the parent held when it forked). 0 where the process is gone.
 */
export function peakMemoryOf(pid: number): number {
  const kilobytes = /^VmHWM:\s+(\d+) kB/mu.exec(readProcess(pid, 'status'))?.[1];
  return Number(kilobytes ?? 0) / 1024;
}

/** All processes below one, itself left out. Linux only. */
export function descendantsOf(pid: number): readonly number[] {
  const parents = readdirSync('/proc')
    .filter((name) => /^\d+$/u.test(name))
    // The name of the program, in parentheses, may hold anything.
    .map(
      (name) => [Number(name), Number(/\) \S (\d+) /u.exec(readProcess(Number(name), 'stat'))?.[1])] as const,
    );
  const below = (parent: number): number[] =>
    parents.filter(([, above]) => above === parent).flatMap(([child]) => [child, ...below(child)]);
  return below(pid);
}

function readProcess(pid: number, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch (error) {
    // A process that has ended meanwhile has nothing to tell.
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ESRCH'))
      return '';
    throw error;
  }
}
