import type { EditorView } from '@tiptap/pm/view';

const MARGIN = 8;

/** Puts an element that stands beside the text right below a position of it, within the width of the text. */
export function placeBelow(view: EditorView, element: HTMLElement, position: number): void {
  const at = view.coordsAtPos(position);
  const frame = (element.offsetParent ?? document.documentElement).getBoundingClientRect();
  const text = view.dom.getBoundingClientRect();
  const left = Math.max(text.left + MARGIN, Math.min(at.left, text.right - element.offsetWidth - MARGIN));
  element.style.left = `${String(left - frame.left)}px`;
  element.style.top = `${String(at.bottom - frame.top + 6)}px`;
}
