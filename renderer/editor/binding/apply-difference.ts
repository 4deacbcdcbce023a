import { Fragment, Slice, type Node } from '@tiptap/pm/model';
import type { Transaction } from '@tiptap/pm/state';

/**
 * Adds to a transaction the steps that turn its document into `target`, each as small as its place allows, so that
 * carets, marks of search hits and other decorations away from a change stay where they are. Parts that are the very
 * same node in both cost nothing. Both documents must be of one schema, and `target` valid.
 */
export function applyDifference(tr: Transaction, target: Node): Transaction {
  differChildren(tr, tr.doc, target, 0);
  return tr;
}

/** Works from the end to the beginning, so that positions before a step stay right. */
function differChildren(tr: Transaction, before: Node, after: Node, contentFrom: number): void {
  if (before.content.eq(after.content)) return;
  if (before.inlineContent || before.isLeaf) {
    replaceInline(tr, before, after, contentFrom);
    return;
  }
  const [old, young] = [before.children, after.children];
  const shorter = Math.min(old.length, young.length);
  let start = 0;
  while (start < shorter && old[start] === young[start]) start += 1;
  let end = 0;
  while (end < shorter - start && old.at(-1 - end) === young.at(-1 - end)) end += 1;
  const oldMiddle = old.slice(start, old.length - end);
  const youngMiddle = young.slice(start, young.length - end);
  const from = contentFrom + sizeOf(old.slice(0, start));
  if (isPairwise(oldMiddle, youngMiddle)) {
    let at = from + sizeOf(oldMiddle);
    for (let index = oldMiddle.length - 1; index >= 0; index -= 1) {
      const [one, other] = [oldMiddle[index], youngMiddle[index]];
      if (!one || !other) continue;
      at -= one.nodeSize;
      if (one === other) continue;
      differChildren(tr, one, other, at + 1);
      differAttributes(tr, one, other, at);
    }
    return;
  }
  tr.replace(from, from + sizeOf(oldMiddle), new Slice(Fragment.fromArray(youngMiddle), 0, 0));
}

function isPairwise(old: readonly Node[], young: readonly Node[]): boolean {
  return (
    old.length === young.length &&
    old.every((node, index) => {
      const other = young[index];
      return other !== undefined && node.type === other.type && node.attrs['id'] === other.attrs['id'];
    })
  );
}

function differAttributes(tr: Transaction, before: Node, after: Node, at: number): void {
  for (const [name, value] of Object.entries(after.attrs)) {
    if (before.attrs[name] !== value) tr.setNodeAttribute(at, name, value);
  }
}

function replaceInline(tr: Transaction, before: Node, after: Node, contentFrom: number): void {
  const start = before.content.findDiffStart(after.content);
  const ends = before.content.findDiffEnd(after.content);
  if (start === null || !ends) return;
  // Where a letter was typed beside its like, the two ends overlap.
  const overlap = Math.max(0, start - Math.min(ends.a, ends.b));
  tr.replace(contentFrom + start, contentFrom + ends.a + overlap, after.slice(start, ends.b + overlap));
}

function sizeOf(nodes: readonly Node[]): number {
  return nodes.reduce((sum, node) => sum + node.nodeSize, 0);
}
