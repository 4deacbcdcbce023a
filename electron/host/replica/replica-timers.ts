import { clearTimeout, setTimeout } from 'node:timers';

/** The passing of time as a replica needs it; tests step it by hand. */
export interface ReplicaTimers {
  /** Milliseconds that never go back. */
  now(): number;
  /** Calls `work` after that many milliseconds, unless the function handed back is called before. */
  after(milliseconds: number, work: () => void): () => void;
}

/** Real time. Waiting does not keep a process alive. */
export const realTimers: ReplicaTimers = {
  now: () => performance.now(),
  after(milliseconds, work) {
    const timer = setTimeout(work, milliseconds).unref();
    return () => clearTimeout(timer);
  },
};
