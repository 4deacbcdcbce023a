import type { SyncLimits } from './sync-limits.ts';
import { createTokenBucket, type TokenBucket } from './token-bucket.ts';

/** Lets only so many connects per second through from each address. */
export interface ConnectGate {
  admits(address: string, now: number): boolean;
}

export function createConnectGate(limits: SyncLimits): ConnectGate {
  const buckets = new Map<string, TokenBucket>();
  const forgetSome = (now: number): void => {
    for (const [address, bucket] of buckets) if (bucket.isFull(now)) buckets.delete(address);
    // Whoever comes from ten thousand addresses at once is not to fill the memory; the oldest start anew.
    for (const address of buckets.keys()) {
      if (buckets.size < limits.maxAddresses) return;
      buckets.delete(address);
    }
  };
  return {
    admits(address, now) {
      let bucket = buckets.get(address);
      if (bucket === undefined) {
        if (buckets.size >= limits.maxAddresses) forgetSome(now);
        bucket = createTokenBucket(limits.connectsPerSecond, limits.connectBurst, now);
        buckets.set(address, bucket);
      }
      return bucket.take(1, now);
    },
  };
}
