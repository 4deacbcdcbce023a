/** How long to wait between attempts to reach another host, in milliseconds. */
export interface BackoffLimits {
  readonly first: number;
  readonly atMost: number;
}

export const defaultBackoff: BackoffLimits = { first: 500, atMost: 60_000 };

/** Waits that double up to a limit. */
export interface Backoff {
  /** The next wait: between half and all of what is due, so that many replicas do not come back in one moment. */
  next(): number;
  /** Begins anew, after a success. */
  reset(): void;
}

/** `random` gives numbers from 0 (included) to 1 (excluded). */
export function createBackoff(limits: BackoffLimits, random: () => number): Backoff {
  let due = limits.first;
  return {
    next() {
      const wait = (due / 2) * (1 + random());
      due = Math.min(due * 2, limits.atMost);
      return Math.round(wait);
    },
    reset() {
      due = limits.first;
    },
  };
}
