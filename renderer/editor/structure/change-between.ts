import type { Node } from '@tiptap/pm/model';

/** What a change means for numbers, headings and ids; found without looking at parts that stayed the same node. */
export type Change =
  | { readonly kind: 'none' }
  /** Letters in one block of text or footnote, and nothing but letters. */
  | { readonly kind: 'text'; readonly before: Node; readonly after: Node; readonly from: number }
  | { readonly kind: 'structure' };

const NONE: Change = { kind: 'none' };
const STRUCTURE: Change = { kind: 'structure' };

/** Compares two states of one document. `from` is the position before the block of text that changed. */
export function changeBetween(before: Node, after: Node): Change {
  if (before === after) return NONE;
  let [old, young] = [before, after];
  let from = -1;
  for (;;) {
    if (!sameMarkup(old, young)) return STRUCTURE;
    const changed = onlyChangedChild(old, young);
    if (changed === -1) return NONE;
    const isWithin = changed !== undefined && !old.child(changed).isText && !young.child(changed).isText;
    if (!isWithin) {
      if (!old.inlineContent || !sameButText(old, young)) return STRUCTURE;
      return { kind: 'text', before: old, after: young, from };
    }
    from += 1;
    for (let index = 0; index < changed; index += 1) from += young.child(index).nodeSize;
    [old, young] = [old.child(changed), young.child(changed)];
    // What has no content was replaced by another of its kind: a reference by one to another target.
    if (old.isLeaf) return STRUCTURE;
  }
}

/** The index of the one child that differs; -1 where none does, `undefined` where several do. */
function onlyChangedChild(before: Node, after: Node): number | undefined {
  if (before.childCount !== after.childCount) return undefined;
  let changed = -1;
  for (let index = 0; index < before.childCount; index += 1) {
    if (before.child(index) === after.child(index)) continue;
    if (changed !== -1) return undefined;
    changed = index;
  }
  return changed;
}

function sameMarkup(before: Node, after: Node): boolean {
  return (
    before.type === after.type && (before.attrs === after.attrs || before.hasMarkup(after.type, after.attrs))
  );
}

/** Whether two blocks hold the same footnotes, references and breaks, in the same order. */
function sameButText(before: Node, after: Node): boolean {
  const [old, young] = [solids(before), solids(after)];
  return old.length === young.length && old.every((node, index) => node === young[index]);
}

function solids(block: Node): readonly Node[] {
  return block.children.filter((child) => !child.isText);
}
