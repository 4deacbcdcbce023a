import type { LeitbildEditor } from '../leitbild-editor.ts';
import type { SearchQuery } from './find-matches.ts';
import { goToMatch, replaceMatches, searchFor, searchOf } from './search-plugin.ts';

/** Find and replace in one editor's text. */
export interface TextSearch {
  /** Marks all places of a query; `null` ends the search. */
  set(query: SearchQuery | null): void;
  /** How many places were found. */
  readonly count: number;
  /** Which of them was gone to, counted from 1; 0 where none was. */
  readonly current: number;
  /** Goes to the next or previous place from the caret, round the end of the text; `false` where there is none. */
  next(): boolean;
  previous(): boolean;
  /** Replaces the place that was gone to and goes to the next; `false` where nothing was replaced. */
  replace(text: string): boolean;
  /** Replaces every place in one step of undo; says how many. */
  replaceAll(text: string): number;
  /** Calls back when places come, go, or another one is gone to. */
  onChange(listener: () => void): () => void;
}

/** Makes the search of an editor. Nothing is to be closed: `set(null)` ends it. */
export function createSearch({ tiptap }: LeitbildEditor): TextSearch {
  const state = () => searchOf(tiptap.state);

  const go = (step: 1 | -1): boolean => {
    const { matches, current } = state();
    if (matches.length === 0) return false;
    const { from, to } = tiptap.state.selection;
    const selected = matches[current];
    const isThere = selected !== undefined && (selected.footnote ?? selected.from) === from;
    const nearest =
      step === 1
        ? matches.findIndex((match) => match.from >= to)
        : matches.findLastIndex((match) => match.to <= from);
    const wanted = isThere
      ? current + step
      : nearest === -1
        ? step === 1
          ? 0
          : matches.length - 1
        : nearest;
    const index = (wanted + matches.length) % matches.length;
    const match = matches[index];
    if (!match) return false;
    tiptap.view.dispatch(goToMatch(tiptap.state.tr, match, index));
    return true;
  };

  return {
    set: (query) => tiptap.view.dispatch(searchFor(tiptap.state.tr, query)),
    get count() {
      return state().matches.length;
    },
    get current() {
      return state().current + 1;
    },
    next: () => go(1),
    previous: () => go(-1),
    replace(text) {
      const { matches, current } = state();
      const match = matches[current];
      if (!match || !tiptap.isEditable) return false;
      tiptap.view.dispatch(replaceMatches(tiptap.state.tr, [match], text));
      go(1);
      return true;
    },
    replaceAll(text) {
      const { matches } = state();
      if (matches.length === 0 || !tiptap.isEditable) return 0;
      tiptap.view.dispatch(replaceMatches(tiptap.state.tr, matches, text));
      return matches.length;
    },
    onChange(listener) {
      let before = state();
      const look = (): void => {
        const now = state();
        const isSame = now.matches.length === before.matches.length && now.current === before.current;
        before = now;
        if (!isSame) listener();
      };
      tiptap.on('transaction', look);
      return () => {
        tiptap.off('transaction', look);
      };
    },
  };
}
