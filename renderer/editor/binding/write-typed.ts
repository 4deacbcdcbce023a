import type { Node, ResolvedPos } from '@tiptap/pm/model';
import type { XmlElement } from 'yjs';
import { XmlText } from 'yjs';

/**
 * Writes letters that were typed before the caret at that very place. A comparison of texts cannot tell which of equal
 * letters is the new one; taken for another, it would part the word that somebody else is writing there. Does nothing
 * where more than that has changed; marks are left to whoever writes the rest.
 */
export function writeTyped(element: XmlElement, node: Node, caret: ResolvedPos): void {
  if (caret.parent !== node) return;
  const run = runBefore(node, caret.parentOffset);
  const text = run && element.toArray()[run.index];
  if (!run || !(text instanceof XmlText)) return;
  const before = lettersOf(text);
  const count = run.letters.length - (before?.length ?? Infinity);
  const from = run.offset - count;
  if (count <= 0 || from < 0) return;
  if (run.letters.slice(0, from) + run.letters.slice(run.offset) !== before) return;
  text.insert(from, run.letters.slice(from, run.offset));
}

interface Run {
  /** Which child of the element holds it. */
  readonly index: number;
  readonly letters: string;
  /** Where the caret is among the letters. */
  readonly offset: number;
}

/** The letters around a place of a block: texts beside each other are one child in the room. */
function runBefore(node: Node, caret: number): Run | undefined {
  let index = -1;
  let from = 0;
  let letters: string | undefined;
  for (const child of [...node.children, undefined]) {
    if (child?.isText) {
      if (letters === undefined) index += 1;
      letters = (letters ?? '') + (child.text ?? '');
      continue;
    }
    if (letters !== undefined) {
      if (caret > from && caret <= from + letters.length) return { index, letters, offset: caret - from };
      from += letters.length;
      letters = undefined;
    }
    if (child) {
      index += 1;
      from += child.nodeSize;
    }
  }
  return undefined;
}

function lettersOf(text: XmlText): string | undefined {
  const parts = (text.toDelta() as { insert: unknown }[]).map(({ insert }) => insert);
  return parts.every((part) => typeof part === 'string') ? parts.join('') : undefined;
}
