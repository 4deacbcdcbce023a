import type { EditorView } from '@tiptap/pm/view';

/** A stretch of a document, in positions. */
export interface ShownRange {
  readonly from: number;
  readonly to: number;
}

/** Positions before and after what is in the window: about half a page each, so that a line more asks for nothing. */
const AROUND = 1_500;

/**
 * Tells which part of the text is in the window, with some lines around it, whenever something outside of what was told
 * comes into view by scrolling, resizing or being laid out. Gives back what ends it.
 */
export function watchShownRange(view: EditorView, tell: (range: ShownRange) => void): () => void {
  let told: ShownRange | null = null;
  let frame: number | null = null;
  const look = (): void => {
    frame = null;
    const shown = view.isDestroyed || view.composing ? null : shownRange(view);
    if (shown === null || (told !== null && told.from <= shown.from && shown.to <= told.to)) return;
    told = {
      from: Math.max(0, shown.from - AROUND),
      to: Math.min(view.state.doc.content.size, shown.to + AROUND),
    };
    tell(told);
  };
  const soon = (): void => {
    frame ??= requestAnimationFrame(look);
  };
  const closing = new AbortController();
  const { signal } = closing;
  document.addEventListener('scroll', soon, { capture: true, passive: true, signal });
  window.addEventListener('resize', soon, { signal });
  const laidOut = new ResizeObserver(soon);
  laidOut.observe(view.dom);
  return () => {
    closing.abort();
    laidOut.disconnect();
    if (frame !== null) cancelAnimationFrame(frame);
  };
}

/** Null where nothing of the text is in the window; up to its ends where it cannot be told. */
function shownRange(view: EditorView): ShownRange | null {
  const box = view.dom.getBoundingClientRect();
  let top = Math.max(0, box.top);
  let bottom = Math.min(window.innerHeight, box.bottom);
  for (let around = view.dom.parentElement; around !== null; around = around.parentElement) {
    if (getComputedStyle(around).overflowY === 'visible') continue;
    const clip = around.getBoundingClientRect();
    top = Math.max(top, clip.top);
    bottom = Math.min(bottom, clip.bottom);
  }
  if (bottom - top < 2) return null;
  const at = (y: number): number | undefined =>
    view.posAtCoords({ left: box.left + box.width / 2, top: y })?.pos;
  return { from: at(top + 1) ?? 0, to: at(bottom - 1) ?? view.state.doc.content.size };
}
