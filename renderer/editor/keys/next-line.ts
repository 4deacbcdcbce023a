import type { EditorView } from '@tiptap/pm/view';

/** A place in the text, seen as its line goes on behind it (1) or has come to it (-1): where lines break there are both. */
export interface LinePlace {
  readonly at: number;
  readonly side: 1 | -1;
}

/**
 * The place in the line above or below that is nearest to a column, in pixels of the window; null at the edge of the
 * text. Browsers lose their way here at the marks of footnotes and at parts that they have not laid out yet.
 */
export function nextLine(view: EditorView, from: LinePlace, column: number, down: boolean): number | null {
  const { doc } = view.state;
  const here = view.coordsAtPos(from.at, from.side);
  const step = down ? 1 : -1;
  let line: { readonly top: number; readonly bottom: number } | undefined;
  let nearest: { readonly at: number; readonly distance: number } | undefined;
  for (let at = from.at + step; at >= 0 && at <= doc.content.size; at += step) {
    // Not within a footnote, which is a text in a text.
    if (!doc.resolve(at).parent.isTextblock) continue;
    const box = view.coordsAtPos(at, 1);
    const middle = (box.top + box.bottom) / 2;
    if (line === undefined) {
      if (down ? middle <= here.bottom : middle >= here.top) continue;
      line = box;
    } else if (middle < line.top || middle > line.bottom) break;
    const distance = Math.abs(box.left - column);
    if (nearest === undefined || distance < nearest.distance) nearest = { at, distance };
  }
  return nearest?.at ?? null;
}
