import { Doc } from 'yjs';

/**
 * A text with a long history: single insertions of a few letters at scattered places, one edit in six a deletion. The
 * same in each run (Lehmer's generator). `updates` holds one update per edit.
 */
export function longHistory(edits: number): { readonly doc: Doc; readonly updates: readonly Uint8Array[] } {
  const doc = new Doc();
  const text = doc.getText('t');
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  let state = 4711;
  const next = (below: number): number => {
    state = (state * 48271) % 2147483647;
    return state % below;
  };
  for (let edit = 0; edit < edits; edit += 1) {
    if (edit % 6 === 5 && text.length > 10) text.delete(next(text.length - 3), 2);
    else text.insert(next(text.length + 1), 'abc'.slice(0, 1 + next(3)));
  }
  return { doc, updates };
}
