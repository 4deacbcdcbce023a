import { useEffect, useRef, useState } from 'react';
import type { ContributionId } from '../../../shared/ids/ids.ts';
import { useApi } from '../../client/session-context.tsx';

/** How a search stands. */
export interface FullText {
  readonly state: 'none' | 'searching' | 'found' | 'failed';
  /** What was found last, also while more is typed; null for no query, and until the first answer. */
  readonly found: ReadonlySet<ContributionId> | null;
}

interface Answer {
  readonly query: string;
  readonly found: ReadonlySet<ContributionId> | null;
}

/**
 * What the host finds for a query. It is asked with each letter, but never twice at a time: of what is typed while it
 * answers, only the last waits. Asked anew when `voices` change.
 */
export function useFullText(query: string, voices: object): FullText {
  const api = useApi();
  const wanted = query.trim();
  const [answer, setAnswer] = useState<Answer | null>(null);
  const busy = useRef<Promise<void>>(Promise.resolve());
  useEffect(() => {
    if (wanted === '') return;
    let current = true;
    const isWanted = (): boolean => current;
    busy.current = busy.current.then(async () => {
      if (!isWanted()) return;
      const said = await api('contributions.search', { query: wanted });
      if (isWanted()) setAnswer({ query: wanted, found: said.ok ? new Set(said.value) : null });
    });
    return () => {
      current = false;
    };
  }, [api, wanted, voices]);
  if (wanted === '') return { state: 'none', found: null };
  const found = answer?.found ?? null;
  if (answer?.query !== wanted) return { state: 'searching', found };
  return { state: found === null ? 'failed' : 'found', found };
}
