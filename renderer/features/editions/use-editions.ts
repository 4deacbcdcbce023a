import { useCallback, useEffect, useState } from 'react';
import type { EditionLine } from '../../../shared/api/contract.ts';
import type { HostEvent } from '../../../shared/api/events.ts';
import type { AppError } from '../../../shared/errors/errors.ts';
import { useApi, useHostEvent } from '../../client/session-context.tsx';

/** The editions of the file. */
export interface Editions {
  /** Newest first; null until they are known. */
  readonly list: readonly EditionLine[] | null;
  readonly failure: AppError | null;
}

/** Asks for the editions and follows what is frozen meanwhile, whoever freezes it. */
export function useEditions(): Editions {
  const api = useApi();
  const [editions, setEditions] = useState<Editions>({ list: null, failure: null });
  const [asked, setAsked] = useState(0);
  useEffect(() => {
    let left = false;
    void api('editions.list', {}).then((answered) => {
      if (left) return;
      if (answered.ok) setEditions({ list: [...answered.value].reverse(), failure: null });
      else setEditions(({ list }) => ({ list, failure: answered.error }));
    });
    return () => {
      left = true;
    };
  }, [api, asked]);
  useHostEvent(
    useCallback((event: HostEvent) => {
      if (event.type === 'edition-frozen') setAsked((count) => count + 1);
    }, []),
  );
  return editions;
}
