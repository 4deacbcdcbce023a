import type { ReplicaTimers } from '../../../../electron/host/replica/replica-timers.ts';

/** Time that stands still until a test moves it. */
export interface SteppedTimers extends ReplicaTimers {
  /** How long until the next thing is due; `null` where nothing is. */
  readonly next: number | null;
  advance(milliseconds: number): void;
}

export function createSteppedTimers(): SteppedTimers {
  let time = 0;
  let due: { readonly at: number; readonly work: () => void }[] = [];
  return {
    now: () => time,
    after(milliseconds, work) {
      const entry = { at: time + milliseconds, work };
      due.push(entry);
      return () => {
        due = due.filter((other) => other !== entry);
      };
    },
    get next() {
      return due.length === 0 ? null : Math.min(...due.map(({ at }) => at)) - time;
    },
    advance(milliseconds) {
      time += milliseconds;
      const ready = due.filter(({ at }) => at <= time);
      due = due.filter(({ at }) => at > time);
      for (const { work } of ready) work();
    },
  };
}
