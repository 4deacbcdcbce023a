import {
  NodeSelection,
  Plugin,
  PluginKey,
  TextSelection,
  type EditorState,
  type Transaction,
} from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { createFinder, type FindMatches, type Match, type SearchQuery } from './find-matches.ts';

export interface SearchState {
  readonly query: SearchQuery | null;
  readonly matches: readonly Match[];
  /** Index of the match that was gone to; -1 where none was. */
  readonly current: number;
  readonly decorations: DecorationSet;
  readonly find: FindMatches | null;
}

type SearchAction = { readonly query: SearchQuery | null } | { readonly current: number };

const searchKey = new PluginKey<SearchState>('search');
const NOTHING: SearchState = {
  query: null,
  matches: [],
  current: -1,
  decorations: DecorationSet.empty,
  find: null,
};

/** What is searched for in a state, and where it was found. */
export function searchOf(state: EditorState): SearchState {
  return searchKey.getState(state) ?? NOTHING;
}

/** Marks what is searched for. Costs nothing while nothing is. */
export function searchPlugin(): Plugin<SearchState> {
  return new Plugin<SearchState>({
    key: searchKey,
    state: {
      init: () => NOTHING,
      apply: (tr, old) => {
        const action = tr.getMeta(searchKey) as SearchAction | undefined;
        if (action && 'query' in action) {
          return action.query === null ? NOTHING : shown(tr, action.query, createFinder(action.query), -1);
        }
        if (!old.query || !old.find || (!tr.docChanged && !action)) return old;
        if (action) return shown(tr, old.query, old.find, action.current);
        const place = old.matches[old.current];
        const at = place && tr.mapping.map(place.from, 1);
        const next = shown(tr, old.query, old.find, -1);
        const current = at === undefined ? -1 : next.matches.findIndex(({ from }) => from === at);
        return current === -1 ? next : shown(tr, old.query, old.find, current);
      },
    },
    props: { decorations: (state) => searchOf(state).decorations },
  });
}

function shown(tr: Transaction, query: SearchQuery, find: FindMatches, current: number): SearchState {
  const matches = find(tr.doc);
  const decorations = matches.map(({ from, to, footnote }, index) => {
    const attrs = { class: index === current ? 'search-match search-current' : 'search-match' };
    if (footnote === null) return Decoration.inline(from, to, attrs);
    const node = tr.doc.nodeAt(footnote);
    return Decoration.node(footnote, footnote + (node?.nodeSize ?? 0), attrs);
  });
  return { query, matches, current, decorations: DecorationSet.create(tr.doc, decorations), find };
}

/** Begins or ends a search. */
export function searchFor(tr: Transaction, query: SearchQuery | null): Transaction {
  return tr.setMeta(searchKey, { query } satisfies SearchAction);
}

/** Goes to a match: it is selected and brought into view. */
export function goToMatch(tr: Transaction, { from, to, footnote }: Match, index: number): Transaction {
  const selection =
    footnote === null ? TextSelection.create(tr.doc, from, to) : NodeSelection.create(tr.doc, footnote);
  return tr
    .setSelection(selection)
    .setMeta(searchKey, { current: index } satisfies SearchAction)
    .scrollIntoView();
}

/** Replaces matches, from the last to the first; the new words take the marks of the old ones. */
export function replaceMatches(tr: Transaction, matches: readonly Match[], replacement: string): Transaction {
  for (const { from, to } of matches.toReversed()) {
    if (replacement === '') tr.delete(from, to);
    else tr.insertText(replacement, from, to);
  }
  return tr;
}
