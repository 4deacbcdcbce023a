import { useEffect } from 'react';
import type { Doc } from 'yjs';
import { useWords } from '../../client/use-words.ts';
import { shellOf } from '../../client/shell.ts';
import { useHeader } from './use-header.ts';

/** Names the window after the Leitbild, in the browser's tab and in the desktop program. */
export function useWindowTitle(doc: Doc): void {
  const words = useWords();
  const header = useHeader(doc);
  const title = header.title === '' ? words.frame.untitled : header.title;
  const named = header.municipality === '' ? title : `${title} – ${header.municipality}`;
  useEffect(() => {
    document.title = named;
    void shellOf(window)?.setTitle(named, null);
  }, [named]);
}
