import { Plugin, PluginKey, type EditorState, type Transaction } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';

/** Words of the text that something outside of it is about: positions in the document. */
export interface MarkedPlace {
  readonly from: number;
  readonly to: number;
}

const placesKey = new PluginKey<DecorationSet>('markedPlaces');

/**
 * Marks places of the text that are told from outside. While somebody writes they go along with their words; where the
 * words went is found out outside, and told anew.
 */
export function markedPlacesPlugin(): Plugin<DecorationSet> {
  return new Plugin<DecorationSet>({
    key: placesKey,
    state: {
      init: () => DecorationSet.empty,
      apply: (tr, old) => {
        const told = tr.getMeta(placesKey) as readonly MarkedPlace[] | undefined;
        if (told !== undefined) return marksOf(tr, told);
        return tr.docChanged ? old.map(tr.mapping, tr.doc) : old;
      },
    },
    props: { decorations: (state: EditorState) => placesKey.getState(state) },
  });
}

/** Tells what is to be marked, in place of what was. */
export function markPlaces(tr: Transaction, places: readonly MarkedPlace[]): Transaction {
  return tr.setMeta(placesKey, places).setMeta('addToHistory', false);
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
