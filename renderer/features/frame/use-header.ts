import { useMemo, useSyncExternalStore } from 'react';
import type { Doc } from 'yjs';
import type { DocumentHeader } from '../../../shared/editions/edition.ts';
import { readHeader } from '../../../shared/rooms/text-room.ts';
import { sharedTypes } from '../../../shared/rooms/rooms.ts';

/** Title, subtitle and municipality of the draft, followed. */
export function useHeader(doc: Doc): DocumentHeader {
  const store = useMemo(() => {
    const map = doc.getMap(sharedTypes.text.header);
    let current = readHeader(doc);
    return {
      current: () => current,
      subscribe: (listener: () => void) => {
        const look = (): void => {
          current = readHeader(doc);
          listener();
        };
        look();
        map.observe(look);
        return () => map.unobserve(look);
      },
    };
  }, [doc]);
  return useSyncExternalStore(store.subscribe, store.current);
}
