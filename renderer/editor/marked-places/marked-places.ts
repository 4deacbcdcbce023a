import { Plugin, PluginKey, type EditorState, type Transaction } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { watchShownRange, type ShownRange } from './watch-shown-range.ts';

/** Words of the text that something outside of it is about: positions in the document. */
export interface MarkedPlace {
  readonly from: number;
  readonly to: number;
}

interface Marks {
  readonly all: DecorationSet;
  /** Those near the window: the browser goes through every piece of text of the document with each key. */
  readonly shown: DecorationSet;
  /** What is near the window; `null` as long as that is not known, so that all are shown. */
  readonly range: ShownRange | null;
}

type Told = { readonly places: readonly MarkedPlace[] } | { readonly range: ShownRange };

const placesKey = new PluginKey<Marks>('markedPlaces');

/**
 * Marks places of the text that are told from outside. While somebody writes they go along with their words; where the
 * words went is found out outside, and told anew.
 */
export function markedPlacesPlugin(): Plugin<Marks> {
  return new Plugin<Marks>({
    key: placesKey,
    state: {
      init: () => ({ all: DecorationSet.empty, shown: DecorationSet.empty, range: null }),
      apply: (tr, old) => {
        const told = tr.getMeta(placesKey) as Told | undefined;
        if (told !== undefined) {
          const all = 'places' in told ? marksOf(tr, told.places) : old.all.map(tr.mapping, tr.doc);
          const range = 'range' in told ? told.range : mapped(tr, old.range);
          return { all, range, shown: marksWithin(tr, all, range) };
        }
        if (!tr.docChanged) return old;
        return {
          all: old.all.map(tr.mapping, tr.doc),
          shown: old.shown.map(tr.mapping, tr.doc),
          range: mapped(tr, old.range),
        };
      },
    },
    props: { decorations: (state: EditorState) => placesKey.getState(state)?.shown },
    view: (view) => {
      let end: (() => void) | null = null;
      const show = (range: ShownRange): void => {
        const told: Told = { range };
        view.dispatch(view.state.tr.setMeta(placesKey, told).setMeta('addToHistory', false));
      };
      return {
        // Who has nothing marked need not be asked where the window stands.
        update: ({ state }) => {
          if (placesKey.getState(state)?.all !== DecorationSet.empty) end ??= watchShownRange(view, show);
        },
        destroy: () => end?.(),
      };
    },
  });
}

/** Tells what is to be marked, in place of what was. */
export function markPlaces(tr: Transaction, places: readonly MarkedPlace[]): Transaction {
  const told: Told = { places };
  return tr.setMeta(placesKey, told).setMeta('addToHistory', false);
}

function mapped({ mapping }: Transaction, range: ShownRange | null): ShownRange | null {
  return range && { from: mapping.map(range.from, -1), to: mapping.map(range.to) };
}

function marksWithin({ doc }: Transaction, all: DecorationSet, range: ShownRange | null): DecorationSet {
  return range === null ? all : DecorationSet.create(doc, all.find(range.from, range.to));
}

/** Stretches that are marked by one, or by several; however many there are, they do not overlap. */
function marksOf(tr: Transaction, places: readonly MarkedPlace[]): DecorationSet {
  const size = tr.doc.content.size;
  const edges = new Map<number, number>();
  const add = (at: number, by: number): void => void edges.set(at, (edges.get(at) ?? 0) + by);
  for (const { from, to } of places) {
    if (from < 0 || to > size || from >= to) continue;
    add(from, 1);
    add(to, -1);
  }
  const marks: Decoration[] = [];
  let depth = 0;
  let start = 0;
  for (const [at, by] of [...edges].sort(([a], [b]) => a - b)) {
    if (levelOf(depth + by) === levelOf(depth)) {
      depth += by;
      continue;
    }
    if (depth > 0) marks.push(Decoration.inline(start, at, { class: levelOf(depth) }));
    depth += by;
    start = at;
  }
  return DecorationSet.create(tr.doc, marks);
}

/** How a stretch is marked that so many places cover. */
function levelOf(depth: number): string {
  if (depth === 0) return '';
  return depth > 1 ? 'marked-place marked-often' : 'marked-place';
}
