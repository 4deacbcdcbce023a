import { mkdirSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Lets one of several test files build what all of them need. */
export interface BuildLock {
  /** Whether somebody is building. A lock that a killed build left is none after a minute. */
  readonly isTaken: boolean;
  /** Does the work as the only one, or waits a little and does nothing where another is at it. */
  attempt(work: () => void): void;
}

const STALE_AFTER = 60_000;
const WAIT = 100;

export function createBuildLock(root: string, name: string): BuildLock {
  const path = join(root, 'node_modules/.cache', `${name}-build-lock`);
  const age = (): number => Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? -Infinity);
  const take = (): boolean => {
    mkdirSync(dirname(path), { recursive: true });
    try {
      mkdirSync(path);
      return true;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      if (age() > STALE_AFTER) rmSync(path, { recursive: true, force: true });
      return false;
    }
  };
  return {
    get isTaken() {
      return age() <= STALE_AFTER;
    },
    attempt(work) {
      if (!take()) {
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, WAIT);
        return;
      }
      try {
        work();
      } finally {
        rmSync(path, { recursive: true, force: true });
      }
    },
  };
}
