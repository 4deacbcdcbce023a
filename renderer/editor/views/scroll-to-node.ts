import { TextSelection } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import type { NodeId } from '../../../shared/ids/ids.ts';
import { placeOf } from '../commands/places.ts';
import { focusText } from '../keys/read-by-keys.ts';

/** Brings a node to the top of what scrolls; with `focus` the caret goes to its beginning. */
export function scrollToNode(view: EditorView, id: NodeId, focus: boolean): void {
  const place = placeOf(view.state.doc, id);
  if (!place) return;
  if (focus) {
    const $start = view.state.doc.resolve(Math.min(place.from + 1, view.state.doc.content.size));
    view.dispatch(view.state.tr.setSelection(TextSelection.between($start, $start)));
    focusText(view);
  }
  const dom = view.nodeDOM(place.from);
  if (!(dom instanceof HTMLElement)) return;
  dom.scrollIntoView({ block: 'start' });
  // What was out of view is laid out only now, so the node may lie elsewhere than it seemed.
  requestAnimationFrame(() => {
    if (dom.isConnected) dom.scrollIntoView({ block: 'start' });
  });
}
