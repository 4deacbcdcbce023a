/** Counts wrong tokens per remote address. */
export interface AttemptLimiter {
  /** Notes a wrong token; false where the address has used up its attempts. */
  allow(remoteAddress: string): boolean;
  /** How many addresses are remembered. */
  readonly size: number;
}

export interface AttemptLimits {
  /** How many wrong tokens an address may send at once. */
  readonly burst: number;
  /** In how many milliseconds one more is allowed again. */
  readonly refillMs: number;
  /** How many addresses are remembered; the one that was quiet longest is forgotten first. */
  readonly addresses: number;
}

const attemptLimits: AttemptLimits = { burst: 10, refillMs: 6_000, addresses: 10_000 };

/** Makes a limiter (token bucket per address). `monotonic` gives milliseconds that never run backwards. */
export function createAttemptLimiter(
  monotonic: () => number,
  { burst, refillMs, addresses }: AttemptLimits = attemptLimits,
): AttemptLimiter {
  const buckets = new Map<string, { readonly left: number; readonly at: number }>();
  return {
    allow(remoteAddress) {
      const key = networkOf(remoteAddress);
      const now = monotonic();
      const known = buckets.get(key);
      const filled = known ? Math.min(burst, known.left + (now - known.at) / refillMs) : burst;
      const allowed = filled >= 1;
      buckets.delete(key);
      buckets.set(key, { left: allowed ? filled - 1 : filled, at: now });
      if (buckets.size > addresses) {
        const [oldest] = buckets.keys();
        if (oldest !== undefined) buckets.delete(oldest);
      }
      return allowed;
    },
    get size() {
      return buckets.size;
    },
  };
}

/** One device may use a whole IPv6 network of 64 bits, so that network counts as one address. */
function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address);
  if (mapped) return mapped[1] ?? address;
  if (!address.includes(':')) return address.slice(0, 64);
  const [head = '', tail] = address.split('%', 1)[0]?.split('::') ?? [];
  const before = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length);
  const groups = [...before, ...Array.from({ length: zeros }, () => '0'), ...after];
  return groups
    .slice(0, 4)
    .map((group) => group.toLowerCase().replace(/^0+(?=.)/, ''))
    .join(':')
    .slice(0, 64);
}
