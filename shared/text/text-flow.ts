import type { Node } from '@tiptap/pm/model';
import { isNodeId, type NodeId } from '../ids/ids.ts';

/** Where the text of one node that can be pointed at stands in the flow. */
export interface TextSpan {
  readonly id: NodeId;
  readonly origins: readonly NodeId[];
  /** Offsets into `TextFlow.text`; `end` is the offset after the last character. */
  readonly start: number;
  readonly end: number;
  /** Position before the node in the document, and after it. */
  readonly from: number;
  readonly to: number;
}

/**
 * The words of a document as one string, with the way back to positions. Blocks follow each other without anything
 * between, so that splitting or joining them does not change the text. A line break counts as a space, a reference
 * as nothing. Footnotes come after the text, each apart behind a U+0000. What no anchor may quote (control
 * characters, half surrogate pairs) stands as U+FFFD. Offsets are UTF-16 code units.
 */
export interface TextFlow {
  readonly text: string;
  /** In document order, footnotes last; of nodes that share an id, the first. */
  readonly spans: ReadonlyMap<NodeId, TextSpan>;
  /** Offsets at which a block of text begins, ascending. */
  readonly blocks: readonly number[];
  /** The offsets of a range of document positions; a range within one footnote lies in that footnote. */
  offsetsOf(from: number, to: number): { readonly start: number; readonly end: number };
  /** The document positions of a range of offsets that is not empty. */
  positionsOf(start: number, end: number): { readonly from: number; readonly to: number };
  /** The smallest node whose text holds a range that is not empty; `undefined` where none does. */
  holderOf(start: number, end: number): TextSpan | undefined;
}

/** Characters that stand one to one for what the document holds from `from` on. */
interface Run {
  readonly start: number;
  readonly end: number;
  readonly from: number;
}

/** A footnote's own text, or the main text. */
interface Strand {
  readonly runs: Run[];
  readonly from: number;
  readonly to: number;
}

const UNQUOTABLE = /[\p{Cc}\p{Surrogate}\u202a-\u202e\u2066-\u2069]/gu;

/** Reads the flow of a document. Costs one pass; make it once for many anchors. */
export function textFlowOf(doc: Node): TextFlow {
  const spans = new Map<NodeId, TextSpan>();
  const blocks: number[] = [];
  const strands: Strand[] = [];
  let text = '';

  const readStrand = (parent: Node, from: number, span: (read: () => void) => void): void => {
    const strand: Strand = { runs: [], from, to: from + parent.content.size };
    const footnotes: { readonly node: Node; readonly from: number }[] = [];
    const append = (words: string, at: number): void => {
      strand.runs.push({ start: text.length, end: text.length + words.length, from: at });
      text += words.replace(UNQUOTABLE, '\ufffd');
    };
    const read = (node: Node, contentFrom: number): void => {
      if (node.inlineContent) blocks.push(text.length);
      node.forEach((child, offset) => {
        const at = contentFrom + offset;
        if (child.isText) append(child.text ?? '', at);
        else if (child.type.name === 'hardBreak') append(' ', at);
        else if (child.type.name === 'footnote') footnotes.push({ node: child, from: at });
        else if (child.type.name !== 'reference') readSpan(child, at, () => read(child, at + 1));
      });
    };
    strands.push(strand);
    span(() => read(parent, from));
    for (const { node, from: at } of footnotes) {
      text += '\0';
      readStrand(node, at + 1, (work) => readSpan(node, at, work));
    }
  };

  const readSpan = (node: Node, from: number, work: () => void): void => {
    const { id, origins } = node.attrs as { readonly id?: unknown; readonly origins?: readonly NodeId[] };
    const start = text.length;
    const isNew = isNodeId(id) && !spans.has(id);
    const span = { start, end: start, from, to: from + node.nodeSize, origins: origins ?? [] };
    if (isNew) spans.set(id, { id, ...span });
    work();
    if (isNew) spans.set(id, { id, ...span, end: text.length });
  };

  readStrand(doc, 0, (work) => work());
  const runs = strands.flatMap((strand) => strand.runs);

  return {
    text,
    spans,
    blocks,
    offsetsOf(from, to) {
      const strand = strands.findLast((one) => one.from <= from && to <= one.to) ?? { runs: [] };
      return { start: offsetIn(strand.runs, from), end: offsetIn(strand.runs, to) };
    },
    positionsOf(start, end) {
      const first = runs[countWhile(runs, (run) => run.end <= start)];
      const last = runs[countWhile(runs, (run) => run.start < end) - 1];
      if (!first || !last || start >= end) throw new RangeError('no such range of the text');
      return { from: first.from + start - first.start, to: last.from + end - last.start };
    },
    holderOf: (start, end) => [...spans.values()].findLast((span) => span.start <= start && end <= span.end),
  };
}

/** How many runs at the beginning fulfil what none after them does; found by halving, for texts have thousands. */
function countWhile(runs: readonly Run[], holds: (run: Run) => boolean): number {
  let low = 0;
  let high = runs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const run = runs[middle];
    if (run && holds(run)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How far the text of the runs goes before a position. Runs follow each other in the document. */
function offsetIn(runs: readonly Run[], position: number): number {
  const run = runs.findLast((one) => one.from < position);
  if (!run) return runs[0]?.start ?? 0;
  return Math.min(run.end, run.start + position - run.from);
}
