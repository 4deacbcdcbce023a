import { useCallback, useEffect, useState } from 'react';
import type { HostEvent } from '../../../shared/api/events.ts';
import { numberedText, type NumberedText } from '../../client/live-text.ts';
import { useApi, useHostEvent } from '../../client/session-context.tsx';

/** The edition that was frozen last, with its numbers. */
export interface LastEdition {
  readonly label: string;
  readonly text: NumberedText;
}

/** Reads it once, and again when another is frozen. `undefined` while it is not known, null where there is none. */
export function useLastEdition(): LastEdition | null | undefined {
  const api = useApi();
  const [edition, setEdition] = useState<LastEdition | null | undefined>(undefined);
  const [frozen, setFrozen] = useState(0);
  useHostEvent(
    useCallback((event: HostEvent) => {
      if (event.type === 'edition-frozen') setFrozen((count) => count + 1);
    }, []),
  );
  useEffect(() => {
    const asking = new AbortController();
    const isOver = (): boolean => asking.signal.aborted;
    const read = async (): Promise<void> => {
      const list = await api('editions.list', {});
      if (!list.ok || isOver()) return;
      const last = list.value.at(-1);
      if (last === undefined) {
        setEdition(null);
        return;
      }
      const shown = await api('editions.show', { label: last.label });
      if (!shown.ok || isOver()) return;
      const { document, profile } = shown.value.content;
      setEdition({ label: last.label, text: numberedText(document, profile) });
    };
    void read();
    return () => asking.abort();
  }, [api, frozen]);
  return edition;
}
