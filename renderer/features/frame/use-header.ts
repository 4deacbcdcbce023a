import { useMemo, useSyncExternalStore } from 'react';
import type { Doc } from 'yjs';
import type { DocumentHeader } from '../../../shared/editions/edition.ts';
import { sharedTypes } from '../../../shared/rooms/rooms.ts';
import { readHeader } from '../../../shared/rooms/text-room.ts';

/** Title, subtitle and municipality of the draft, followed. */
export function useHeader(doc: Doc): DocumentHeader {
  const store = useMemo(() => headerStore(doc), [doc]);
  return useSyncExternalStore(store.subscribe, store.current);
}

function headerStore(doc: Doc) {
  const map = doc.getMap(sharedTypes.text.header);
  let header = readHeader(doc);
  return {
    current: () => header,
    subscribe: (listener: () => void) => {
      const look = (): void => {
        header = readHeader(doc);
        listener();
      };
      look();
      map.observe(look);
      return () => map.unobserve(look);
    },
  };
}
