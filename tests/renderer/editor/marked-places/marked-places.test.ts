import { EditorState } from '@tiptap/pm/state';
import type { DecorationSet } from '@tiptap/pm/view';
import { expect, it } from 'vitest';
import {
  markedPlacesPlugin,
  markPlaces,
  type MarkedPlace,
} from '../../../../renderer/editor/marked-places/marked-places.ts';
import { editorSchema } from '../../../support/editor/headless-editor.ts';
import { sampleDocument } from '../../../support/sample-document.ts';

const doc = editorSchema.nodeFromJSON(sampleDocument());

/** The first words of the document that are long enough, as a range. */
function wordsAt(length: number): MarkedPlace {
  let from = -1;
  doc.descendants((node, at) => {
    if (from < 0 && node.isText && (node.text?.length ?? 0) > length) from = at;
    return from < 0;
  });
  return { from, to: from + length };
}

function marked(places: readonly MarkedPlace[]): EditorState {
  const state = EditorState.create({ doc, plugins: [markedPlacesPlugin()] });
  return state.apply(markPlaces(state.tr, places));
}

function marksOf(state: EditorState): readonly (readonly [string, boolean])[] {
  const set = state.plugins[0]?.props.decorations?.call(state.plugins[0], state) as DecorationSet;
  return set.find().map((mark) => {
    const { class: name } = (
      mark as unknown as { readonly type: { readonly attrs: { readonly class: string } } }
    ).type.attrs;
    return [state.doc.textBetween(mark.from, mark.to), name.includes('marked-often')] as const;
  });
}

it('EDT22: what several are about is marked once, and as such', () => {
  const { from, to } = wordsAt(12);
  const text = doc.textBetween(from, to);
  const state = marked([
    { from, to: from + 8 },
    { from: from + 4, to },
  ]);
  expect(marksOf(state)).toEqual([
    [text.slice(0, 4), false],
    [text.slice(4, 8), true],
    [text.slice(8), false],
  ]);
});

it('EDT22: marks go along with their words and are replaced as a whole; what is no place is left out', () => {
  const { from, to } = wordsAt(12);
  const text = doc.textBetween(from, to);
  const state = marked([{ from, to }]);
  const typed = state.apply(state.tr.insertText('Neu: ', from));
  expect(marksOf(typed)).toEqual([[text, false]]);
  expect(marksOf(typed.apply(markPlaces(typed.tr, [{ from: 5, to: 5 }])))).toEqual([]);
  expect(marksOf(marked([{ from: -1, to: 3 }]))).toEqual([]);
  expect(marksOf(marked([{ from: 1, to: doc.content.size + 9 }]))).toEqual([]);
});
