import type { EditorView } from '@tiptap/pm/view';

/** A caret that we draw ourselves, where the browser has none. */
export interface ReadingCaret {
  /**
   * Draws it from now on, wherever the selection is a place and no words. Where a line is broken there are two: the end
   * of the upper line (-1), or the beginning of the lower one (1).
   */
  show(side?: 1 | -1): void;
  hide(): void;
  /** Takes it to where the selection is now. */
  follow(): void;
  close(): void;
}

/** Makes the caret of a text that may only be read. It lies over the text, so that the text stays as it is. */
export function createReadingCaret(view: EditorView): ReadingCaret {
  const element = document.createElement('div');
  element.className = 'reading-caret';
  element.setAttribute('aria-hidden', 'true');
  let isShown = false;
  let side: 1 | -1 = 1;

  const follow = (): void => {
    const frame = view.dom.parentElement;
    const { selection } = view.state;
    if (!isShown || view.editable || !selection.empty || frame === null) {
      element.remove();
      return;
    }
    const { left, top, bottom } = view.coordsAtPos(selection.head, side);
    const around = frame.getBoundingClientRect();
    element.style.left = `${String(left - around.left)}px`;
    element.style.top = `${String(top - around.top)}px`;
    element.style.height = `${String(bottom - top)}px`;
    if (!element.isConnected) frame.append(element);
  };
  // Zoom, another width, pictures that have come.
  const resized = new ResizeObserver(follow);
  resized.observe(view.dom);

  return {
    follow,
    show(at = 1) {
      isShown = true;
      side = at;
      follow();
    },
    hide() {
      isShown = false;
      follow();
    },
    close() {
      resized.disconnect();
      element.remove();
    },
  };
}
