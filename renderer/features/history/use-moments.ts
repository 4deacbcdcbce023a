import { useCallback, useEffect, useState } from 'react';
import type { HostEvent } from '../../../shared/api/events.ts';
import type { AppError } from '../../../shared/errors/errors.ts';
import type { Moment } from '../../../shared/history/moment.ts';
import { useApi, useHostEvent } from '../../client/session-context.tsx';

/** The version history, newest first, as far as it was read. */
export interface Moments {
  /** Null until the first page is there. */
  readonly moments: readonly Moment[] | null;
  readonly error: AppError | null;
  /** Reads older ones; null where there are none. */
  readonly more: (() => void) | null;
}

const PAGE = '50';

/** Reads the history, and what is added to it while it is shown. */
export function useMoments(): Moments {
  const api = useApi();
  const [moments, setMoments] = useState<readonly Moment[] | null>(null);
  const [next, setNext] = useState<string | null>(null);
  const [error, setError] = useState<AppError | null>(null);
  const [recorded, setRecorded] = useState(0);
  useHostEvent(
    useCallback((event: HostEvent) => {
      if (event.type === 'moment-recorded') setRecorded((count) => count + 1);
    }, []),
  );
  useEffect(() => {
    let isGone = false;
    void api('history.list', { limit: PAGE }).then((page) => {
      if (isGone) return;
      if (!page.ok) {
        setError(page.error);
        return;
      }
      setError(null);
      setMoments((before) => merged(page.value.moments, before ?? []));
      setNext((before) => before ?? page.value.next);
    });
    return () => {
      isGone = true;
    };
  }, [api, recorded]);
  const more = useCallback(() => {
    if (next === null) return;
    void api('history.list', { limit: PAGE, before: next }).then((page) => {
      if (!page.ok) return;
      setMoments((before) => merged(before ?? [], page.value.moments));
      setNext(page.value.next);
    });
  }, [api, next]);
  return { moments, error, more: next === null ? null : more };
}

/** Newest first, each once. */
function merged(newer: readonly Moment[], older: readonly Moment[]): readonly Moment[] {
  const known = new Set(newer.map(({ id }) => id));
  return [...newer, ...older.filter(({ id }) => !known.has(id))];
}
