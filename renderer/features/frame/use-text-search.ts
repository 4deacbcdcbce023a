import { useCallback, useMemo, useState } from 'react';
import { createSearch, type LeitbildEditor } from '../../editor/index.ts';
import type { SearchBarProps } from '../search/search-bar.tsx';

/** The search bar above the text and the commands that open it and go on in it. */
export interface OpenSearch {
  /** What the bar needs; null while it is not there. */
  readonly bar: Omit<SearchBarProps, 'mayWrite' | 'announce'> | null;
  /** Null until there is a text. */
  readonly find: ((withReplace: boolean) => void) | null;
  /** Null while nothing is looked for. */
  readonly findNext: ((step: 1 | -1) => void) | null;
}

/** Opens the search with what is selected, and keeps what was looked for when it is opened again. */
export function useTextSearch(editor: LeitbildEditor | null): OpenSearch {
  const [searching, setSearching] = useState<Searching | null>(null);
  const search = useMemo(() => (editor === null ? null : createSearch(editor)), [editor]);
  const open = useCallback(
    (withReplace: boolean): void => {
      if (editor === null) return;
      setSearching((before) => {
        const selected = selectedWords(editor);
        const goesOn = before !== null && (withReplace || selected === '');
        return { initial: goesOn ? before.initial : selected, withReplace };
      });
    },
    [editor],
  );
  return useMemo(() => {
    const find = editor === null ? null : open;
    if (editor === null || search === null || searching === null) return { bar: null, find, findNext: null };
    return {
      find,
      findNext: (step) => (step === 1 ? search.next() : search.previous()),
      bar: {
        ...{ search, ...searching },
        onReplace: (withReplace) => setSearching({ ...searching, withReplace }),
        onClose() {
          setSearching(null);
          editor.tiptap.commands.focus();
        },
      },
    };
  }, [editor, search, searching, open]);
}

interface Searching {
  readonly initial: string;
  readonly withReplace: boolean;
}

/** What is selected in the text, if it is short enough to be looked for. */
function selectedWords({ tiptap }: LeitbildEditor): string {
  const { from, to } = tiptap.state.selection;
  const words = tiptap.state.doc.textBetween(from, to, '\n');
  return words.includes('\n') || words.length > 120 ? '' : words;
}
