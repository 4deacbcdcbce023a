import { Fragment, type Node } from '@tiptap/pm/model';
import type { Transform } from '@tiptap/pm/transform';
import type { CreateId } from '../ids/ids.ts';
import { leitbildSchema } from '../schema/leitbild-schema.ts';
import { alignsFromStart } from './align-lines.ts';
import { rewordBlock } from './reword-block.ts';
import { strikeNode, strikeTargetAt, type StruckNode } from './strike-node.ts';
import { textBlocksOf, type TextBlock } from './text-blocks.ts';

/** What could not be done about a wording: its lines do not go with the blocks, or the place cannot be without its words. */
export type WordingFault = 'blocks' | 'needed';

/** What a wording took out of the text as whole nodes; those that cannot be put back again by themselves are `null`. */
export type StruckNodes = readonly (StruckNode | null)[];

type Reworded = StruckNodes | WordingFault;

/**
 * Gives the blocks of a node these lines: block by block where they are as many. Further lines become paragraphs or
 * subpoints at its end, and blocks without a line go, from the end on, where nothing but paragraphs and subpoints is
 * concerned and the others go with their lines. On a fault the transform is left half done.
 */
export function rewordNode(
  tr: Transform,
  at: number,
  lines: readonly string[],
  createId: CreateId,
): Reworded {
  const node = tr.doc.nodeAt(at);
  if (!node) return 'blocks';
  const all = textBlocksOf(node, at);
  const filled = all.filter(({ words }) => words.trim() !== '');
  const blocks = filled.length > 0 ? filled : all.slice(0, 1);
  const words = blocks.map((block) => block.words);
  if (blocks.length === 0) return 'blocks';
  if (blocks.length !== lines.length && !alignsFromStart(words, lines)) return 'blocks';
  if (lines.length > blocks.length) {
    const [last] = all.slice(-1);
    const extra = last && appended(tr.doc, { node, at }, last, lines.slice(blocks.length), createId);
    if (!extra) return 'blocks';
    tr.insert(at + node.nodeSize - 1, extra);
  }
  const struck: (StruckNode | null)[] = [];
  for (const block of blocks.slice(lines.length).toReversed()) {
    const target = strikeTargetAt(tr.doc, block.from);
    const isSimple = target !== null && SIMPLE.has(target.node.type.name);
    if (!isSimple || target.from <= at) return 'blocks';
    struck.push(strikeNode(tr, target));
  }
  reword(tr, blocks.slice(0, lines.length), lines);
  return struck;
}

/** Gives a stretch of text that may run over several blocks as many lines. On a fault nothing is done. */
export function rewordStretch(
  tr: Transform,
  parts: readonly StretchPart[],
  lines: readonly string[],
): Reworded {
  if (parts.length !== lines.length) return 'blocks';
  for (const [index, { block, start, end }] of [...parts.entries()].toReversed()) {
    rewordBlock(tr, block.from, { start, end }, lines[index] ?? '');
  }
  return [];
}

/** The words of a stretch that lie in one block. */
export interface StretchPart {
  readonly block: TextBlock;
  readonly start: number;
  readonly end: number;
}

/** Takes a stretch of text out; blocks that it holds wholly go with what stands in them. */
export function strikeStretch(tr: Transform, parts: readonly StretchPart[]): StruckNodes {
  const struck: (StruckNode | null)[] = [];
  for (const { block, start, end } of parts.toReversed()) {
    const isWhole = start === 0 && end === block.words.length;
    const target = isWhole ? strikeTargetAt(tr.doc, block.from) : null;
    if (target) struck.push(strikeNode(tr, target));
    else rewordBlock(tr, block.from, withOneSpace(block.words, start, end), '');
  }
  return struck;
}

const SIMPLE: ReadonlySet<string> = new Set([
  'paragraph',
  'subpoint',
  'listItem',
  'bulletList',
  'orderedList',
]);

function reword(tr: Transform, blocks: readonly TextBlock[], lines: readonly string[]): void {
  for (const [index, { from, words }] of [...blocks.entries()].toReversed()) {
    rewordBlock(tr, from, { start: 0, end: words.length }, lines[index] ?? '');
  }
}

/** What further lines become: more of what stands last in the node; `null` where that is no single paragraph. */
function appended(
  doc: Node,
  { node, at }: { readonly node: Node; readonly at: number },
  last: TextBlock,
  lines: readonly string[],
  createId: CreateId,
): Fragment | null {
  const ids = new Set<unknown>();
  doc.descendants((each) => void ids.add(each.attrs['id']));
  const freshId = (): string => {
    let id = createId();
    while (ids.has(id)) id = createId();
    ids.add(id);
    return id;
  };
  const { paragraph, subpoint } = leitbildSchema.nodes;
  const place = doc.resolve(last.from);
  const end = at + node.nodeSize - 1;
  const paragraphs = lines.map((line) => paragraph.create({ id: freshId() }, leitbildSchema.text(line)));
  if (last.node.type !== paragraph) return null;
  if (last.from + last.node.nodeSize === end && place.parent === node) return Fragment.fromArray(paragraphs);
  const isOnly = place.parent.type === subpoint && place.parent.childCount === 1;
  if (!isOnly || place.depth === 0 || place.after() !== end) return null;
  return Fragment.fromArray(paragraphs.map((each) => subpoint.create({ id: freshId() }, each)));
}

/** Of the two spaces that words leave behind, one goes with them; so does one before a punctuation mark or the end. */
function withOneSpace(words: string, start: number, end: number): { start: number; end: number } {
  const before = words.charAt(start - 1);
  const after = words.charAt(end);
  if (before === ' ' && /^[\s.,;:!?)]?$/u.test(after)) return { start: start - 1, end };
  if (start === 0 && after === ' ') return { start, end: end + 1 };
  return { start, end };
}
