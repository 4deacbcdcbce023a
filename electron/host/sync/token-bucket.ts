/** Counts something that may come at a rate, with bursts. Times are milliseconds of a clock that never goes back. */
export interface TokenBucket {
  /** Takes that many; false where they are not there, and then nothing is taken. */
  take(amount: number, now: number): boolean;
  /** Takes that many, even where they are not there; false where nothing was left before. Never more than a burst is owed. */
  spend(amount: number, now: number): boolean;
  /** Whether nothing was taken lately, so that the bucket can be forgotten. */
  isFull(now: number): boolean;
}

/** Starts full with `burst` and gains `perSecond`. */
export function createTokenBucket(perSecond: number, burst: number, now: number): TokenBucket {
  let level = burst;
  let last = now;
  const refill = (time: number): void => {
    if (time <= last) return;
    level = Math.min(burst, level + ((time - last) * perSecond) / 1000);
    last = time;
  };
  return {
    take(amount, time) {
      refill(time);
      if (level < amount) return false;
      level -= amount;
      return true;
    },
    spend(amount, time) {
      refill(time);
      const hadSome = level > 0;
      level = Math.max(level - amount, -burst);
      return hadSome;
    },
    isFull(time) {
      refill(time);
      return level >= burst;
    },
  };
}
