import { useEffect, useState } from 'react';
import { encodeStateAsUpdate, type Doc } from 'yjs';
import type { OpenedRound } from '../../shared/packages/open-package.ts';
import { createKeptWork, type KeptState } from './kept-work.ts';
import { roomOf } from './offline-room.ts';

/** How long after a key the work is kept. */
const SOON = 300;

/** The room in which the institution writes, kept in this browser while it is written, and whether that works. */
export function useOfflineWork({ inside, hash }: OpenedRound): {
  readonly doc: Doc;
  readonly kept: KeptState;
} {
  const [work] = useState(() => {
    const keeper = createKeptWork(() => window.localStorage, hash);
    const doc = roomOf(inside, keeper.load());
    return { keeper, doc, begins: keeper.save(encodeStateAsUpdate(doc)) };
  });
  const [kept, setKept] = useState(work.begins);
  useEffect(() => {
    const { doc, keeper } = work;
    let timer: number | null = null;
    const save = (): void => {
      if (timer !== null) window.clearTimeout(timer);
      timer = null;
      setKept(keeper.save(encodeStateAsUpdate(doc)));
    };
    const later = (): void => {
      timer ??= window.setTimeout(save, SOON);
    };
    const atOnce = (): void => {
      if (timer !== null) save();
    };
    doc.on('update', later);
    window.addEventListener('pagehide', atOnce);
    document.addEventListener('visibilitychange', atOnce);
    return () => {
      doc.off('update', later);
      window.removeEventListener('pagehide', atOnce);
      document.removeEventListener('visibilitychange', atOnce);
      atOnce();
    };
  }, [work]);
  return { doc: work.doc, kept };
}
