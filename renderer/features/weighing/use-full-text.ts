import { useEffect, useState } from 'react';
import type { ContributionId } from '../../../shared/ids/ids.ts';
import { useApi } from '../../client/session-context.tsx';

/** Milliseconds without a key before the host is asked. */
const PAUSE = 250;

/**
 * What the host finds for a query, once writing it has paused: null for no query, undefined while it is asked. Asked
 * anew when `voices` change.
 */
export function useFullText(query: string, voices: object): ReadonlySet<ContributionId> | null | undefined {
  const api = useApi();
  const wanted = query.trim();
  const [answer, setAnswer] = useState<{
    readonly query: string;
    readonly ids: readonly ContributionId[];
  } | null>(null);
  useEffect(() => {
    if (wanted === '') return;
    let current = true;
    const timer = setTimeout(() => {
      void api('contributions.search', { query: wanted }).then((found) => {
        if (current) setAnswer({ query: wanted, ids: found.ok ? found.value : [] });
      });
    }, PAUSE);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [api, wanted, voices]);
  if (wanted === '') return null;
  return answer?.query === wanted ? new Set(answer.ids) : undefined;
}
