import type { Mark, Node } from '@tiptap/pm/model';
import type { Transform } from '@tiptap/pm/transform';
import { leitbildSchema } from '../schema/leitbild-schema.ts';
import { textFlowOf, type TextFlow } from '../text/text-flow.ts';
import { wordEdits, type WordEdit } from './word-edits.ts';

/** Offsets into the words of one block. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/**
 * Gives a stretch of a block other words, by the smallest edit of words. What stays keeps its marks; footnotes and
 * references stay where they stand, also where the words around them go. New words look like those whose place they
 * take, or like those before them. `words` must be without line feeds.
 */
export function rewordBlock(tr: Transform, from: number, { start, end }: Stretch, words: string): void {
  const block = tr.doc.nodeAt(from);
  if (!block) throw new RangeError('no block at this position');
  const flow = textFlowOf(block);
  const edits = wordEdits(flow.text.slice(start, end), words);
  for (const edit of edits.toReversed()) {
    performEdit(tr, from + 1, block, flow, {
      ...edit,
      start: start + edit.start,
      end: start + edit.end,
    });
  }
}

function performEdit(tr: Transform, base: number, block: Node, flow: TextFlow, edit: WordEdit): void {
  const { start, end, insert } = edit;
  if (start === end) {
    const at = base + insertionPoint(block, flow, start, insert);
    tr.insert(at, leitbildSchema.text(insert, tr.doc.resolve(at).marks()));
    return;
  }
  const range = flow.positionsOf(start, end);
  const pieces: { readonly from: number; readonly to: number; readonly marks: readonly Mark[] }[] = [];
  block.forEach((child, offset) => {
    const from = Math.max(offset, range.from);
    const to = Math.min(offset + child.nodeSize, range.to);
    const counts = child.isText || child.type.name === 'hardBreak';
    if (from < to && counts) pieces.push({ from, to, marks: child.isText ? child.marks : [] });
  });
  for (const { from, to } of pieces.toReversed()) tr.delete(base + from, base + to);
  if (insert === '') return;
  const [first, ...others] = pieces.map(({ marks }) => marks);
  const common = (first ?? []).filter((mark) => others.every((marks) => mark.isInSet(marks)));
  tr.insert(base + range.from, leitbildSchema.text(insert, common));
}

/**
 * Where words go in between two others that stay. A mark of a footnote belongs to the word before it, so what begins
 * with a space comes behind it.
 */
function insertionPoint(block: Node, flow: TextFlow, at: number, insert: string): number {
  const length = (flow.text.split('\0', 1)[0] ?? '').length;
  if (length === 0) return 0;
  const isApart = /^\s/u.test(insert);
  if (at === 0) return flow.positionsOf(0, 1).from;
  if (!isApart) return flow.positionsOf(at - 1, at).to;
  return at < length ? flow.positionsOf(at, at + 1).from : block.content.size;
}
