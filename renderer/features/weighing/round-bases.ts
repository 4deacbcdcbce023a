import type { ApiClient } from '../../../shared/api/client.ts';
import { readText, type ReadText } from '../../../shared/decisions/read-text.ts';
import type { RoundId } from '../../../shared/ids/ids.ts';
import type { BaseOf } from '../../../shared/weighing/proposed-edits.ts';

/** The text that a round asked about: asked for, not to be had now, or the text; `null` where the host has none. */
type Base = 'loading' | 'failed' | ReadText | null;

/** The texts that rounds asked about, as they are known now. A new value whenever something of it changes. */
export interface KnownBases {
  readonly baseOf: BaseOf;
  /** Why `baseOf` has no text of a round; null where it has, and where the host has none. */
  missing(round: RoundId): 'loading' | 'failed' | null;
  readonly hasFailed: boolean;
}

/** Texts that rounds asked about, each fetched once when it is first wanted. */
export interface RoundBases {
  readonly current: () => KnownBases;
  readonly subscribe: (listener: () => void) => () => void;
  readonly want: (rounds: readonly RoundId[]) => void;
  /** Asks again for those that could not be had. */
  readonly retry: () => void;
}

export function createRoundBases(api: ApiClient): RoundBases {
  const bases = new Map<RoundId, Base>();
  const listeners = new Set<() => void>();
  let known = knownBases(bases);
  const set = (round: RoundId, base: Base): void => {
    bases.set(round, base);
    known = knownBases(bases);
    for (const listener of [...listeners]) listener();
  };
  const fetchBase = async (round: RoundId): Promise<void> => {
    set(round, 'loading');
    const answer = await api('rounds.base', { round });
    if (answer.ok) set(round, readText(answer.value.base.document));
    else set(round, answer.error.code === 'round-unknown' ? null : 'failed');
  };
  return {
    current: () => known,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    want(rounds) {
      for (const round of rounds) if (!bases.has(round)) void fetchBase(round);
    },
    retry() {
      for (const [round, base] of [...bases]) if (base === 'failed') void fetchBase(round);
    },
  };
}

function knownBases(now: ReadonlyMap<RoundId, Base>): KnownBases {
  const bases = new Map(now);
  return {
    baseOf: (round) => {
      const base = bases.get(round);
      return base === undefined || typeof base === 'string' ? null : base;
    },
    missing: (round) => {
      const base = bases.get(round);
      return typeof base === 'string' ? base : null;
    },
    hasFailed: [...bases.values()].includes('failed'),
  };
}
