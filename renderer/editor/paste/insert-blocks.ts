import { Fragment, type Mark, type Node, type Schema } from '@tiptap/pm/model';
import type { Command, Transaction } from '@tiptap/pm/state';
import { caretAt, commandOf, mapperOf, nearest, placeAt } from '../commands/places.ts';
import type { PastedBlock, PastedInline } from './pasted-blocks.ts';

/**
 * Puts pasted blocks into the text in place of the selection, as what its place can hold. In a goal the first goes on
 * in its text, further paragraphs become goals and items their subpoints; where all is a list, its outermost items
 * become goals. In a section or chapter headings become sections. Elsewhere they are bold paragraphs. What stood
 * behind the caret stands behind all. In a signature or footnote all is one text, with line breaks.
 */
export function insertBlocks(blocks: readonly PastedBlock[]): Command {
  return commandOf((tr, state) => {
    if (blocks.length === 0) return false;
    if (!tr.selection.empty) tr.deleteSelection();
    const { $from } = tr.selection;
    if (!$from.parent.inlineContent) return false;
    const { schema } = state;
    const [first, ...rest] = blocks;
    if (first === undefined) return false;
    const isOne = rest.length === 0 && (first.kind === 'paragraph' || $from.parent.type.name !== 'paragraph');
    const isLine = !$from.parent.isTextblock || $from.parent.type.name.startsWith('signature');
    if (isOne || isLine) {
      const all = blocks.flatMap((block, index) => [...(index > 0 ? [BREAK] : []), ...block.content]);
      insertInline(tr, inlineNodes(all, schema));
      return true;
    }
    const item = nearest($from, 'goal', 'subpoint');
    if (item && $from.depth === item.depth + 1) insertItems(tr, item.node.type.name, blocks, schema);
    else insertParts(tr, blocks, schema);
    return true;
  });
}

const BREAK: PastedInline = { kind: 'break' };

function insertInline(tr: Transaction, nodes: readonly Node[]): void {
  const { $from } = tr.selection;
  const allowed = nodes.filter((node) => $from.parent.type.contentMatch.matchType(node.type) !== null);
  tr.insert($from.pos, Fragment.fromArray(allowed));
  caretAt(tr, $from.pos + Fragment.fromArray(allowed).size);
}

/** In a goal or subpoint: the first text at the caret, then siblings with subpoints. */
function insertItems(tr: Transaction, type: string, blocks: readonly PastedBlock[], schema: Schema): void {
  const map = mapperOf(tr);
  const [first, ...rest] = blocks;
  const { $from } = tr.selection;
  const holder = placeAt($from, $from.depth - 1);
  const tail = $from.parent.slice($from.parentOffset).content;
  tr.delete($from.pos, $from.end());
  const start = tr.selection.from;
  const nodes = inlineNodes(first?.content ?? [], schema);
  tr.insert(start, Fragment.fromArray(nodes));
  const onlyItems = blocks.every((block) => block.kind === 'item');
  const items = itemTree(rest, onlyItems ? 1 : 0, onlyItems && first?.kind === 'item' ? first.level : 1);
  const at = map($from.end());
  if (items.length === 0) {
    tr.insert(at, tail);
    caretAt(tr, at);
    return;
  }
  // Items before the first sibling stand under the goal at the caret.
  const firstSibling = items.findIndex(({ depth }) => depth === 0);
  const lead = firstSibling === -1 ? items : items.slice(0, firstSibling);
  const siblings = items.slice(lead.length);
  if (lead.length > 0) {
    const place = afterParagraphs(tr, map(holder.from, -1));
    tr.insert(place, nest(lead, 'subpoint', schema, 1));
  }
  const end = map(holder.to);
  const nodesAfter = nest(siblings, type, schema, 0);
  if (nodesAfter.length > 0) tr.insert(end, nodesAfter);
  const size = Fragment.fromArray(nodesAfter).size;
  const caret = lastTextEnd(tr.doc, end + size);
  if (tail.size > 0) tr.insert(caret, tail);
  caretAt(tr, caret);
}

interface Item {
  readonly depth: number;
  readonly content: readonly PastedInline[];
}

/** Depth 0 stands beside the goal at the caret, 1 under the one before, and so on. */
function itemTree(blocks: readonly PastedBlock[], itemsBeginAt: 0 | 1, outermost: number): readonly Item[] {
  return blocks.map((block) => {
    if (block.kind !== 'item') return { depth: 0, content: block.content };
    const below = Math.max(0, block.level - outermost);
    return { depth: itemsBeginAt === 1 ? below : below + 1, content: block.content };
  });
}

/** Goals or subpoints with what stands under them as subpoints. */
function nest(items: readonly Item[], type: string, schema: Schema, depth: number): Node[] {
  const nodes: Node[] = [];
  let index = 0;
  while (index < items.length) {
    const item = items[index];
    if (!item) break;
    let end = index + 1;
    while (end < items.length && (items[end]?.depth ?? 0) > depth) end += 1;
    const below = nest(items.slice(index + 1, end), 'subpoint', schema, depth + 1);
    nodes.push(
      create(schema, type, [create(schema, 'paragraph', inlineNodes(item.content, schema)), ...below]),
    );
    index = end;
  }
  return nodes;
}

function afterParagraphs(tr: Transaction, holderFrom: number): number {
  const holder = tr.doc.nodeAt(holderFrom);
  let at = holderFrom + 1;
  for (const child of holder?.children ?? []) {
    if (child.type.name !== 'paragraph') break;
    at += child.nodeSize;
  }
  return at;
}

/** In other parts: paragraphs, lists and, where they may stand, sections. */
function insertParts(tr: Transaction, blocks: readonly PastedBlock[], schema: Schema): void {
  const map = mapperOf(tr);
  const { $from } = tr.selection;
  const holder = placeAt($from, $from.depth - 1);
  const isHeading = $from.parent.type.name === 'heading';
  const tail = isHeading ? Fragment.empty : $from.parent.slice($from.parentOffset).content;
  const [first, ...others] = blocks;
  const goesOn = first?.kind === 'paragraph' || (isHeading && first !== undefined);
  const rest = goesOn ? others : blocks;
  const after = $from.after();
  if (tail.size > 0) tr.delete($from.pos, $from.end());
  if (goesOn) tr.insert($from.pos, Fragment.fromArray(inlineNodes(first.content, schema)));
  const at = map(after);
  const group = holder.node.type.name === 'goalGroup';
  const mayHoldSections = ['chapter', 'section'].includes(holder.node.type.name);
  const nodes = group
    ? nest(itemTree(rest, rest.every(({ kind }) => kind === 'item') ? 1 : 0, 1), 'goal', schema, 0)
    : partNodes(rest, schema, mayHoldSections);
  tr.insert(at, nodes);
  const isBlank = !isHeading && !goesOn && $from.parent.content.size === 0;
  const end = nodes.length > 0 ? lastTextEnd(tr.doc, at + Fragment.fromArray(nodes).size) : at - 1;
  if (tail.size > 0) tr.insert(end, tail);
  caretAt(tr, end);
  const { parent, index } = placeAt($from, $from.depth);
  if (isBlank && nodes.length > 0 && parent.canReplace(index, index + 1)) tr.delete($from.before(), after);
}

function partNodes(blocks: readonly PastedBlock[], schema: Schema, mayHoldSections: boolean): Node[] {
  const nodes: Node[] = [];
  let index = 0;
  while (index < blocks.length) {
    const block = blocks[index];
    if (!block) break;
    let end = index + 1;
    if (block.kind === 'item') {
      while (blocks[end]?.kind === 'item') end += 1;
      nodes.push(...listNodes(blocks.slice(index, end), schema));
    } else if (block.kind === 'heading' && mayHoldSections) {
      const { level } = block;
      const isWithin = (next: PastedBlock | undefined): boolean =>
        next !== undefined && (next.kind !== 'heading' || next.level > level);
      while (isWithin(blocks[end])) end += 1;
      const heading = create(schema, 'heading', inlineNodes(block.content, schema));
      nodes.push(
        create(schema, 'section', [heading, ...partNodes(blocks.slice(index + 1, end), schema, true)]),
      );
    } else {
      const strong = block.kind === 'heading';
      const content = strong ? block.content.map(asStrong) : block.content;
      nodes.push(create(schema, 'paragraph', inlineNodes(content, schema)));
    }
    index = end;
  }
  return nodes;
}

function asStrong(inline: PastedInline): PastedInline {
  return inline.kind === 'text' ? { ...inline, strong: true } : inline;
}

/** Items of a list with their levels as lists in lists. */
function listNodes(items: readonly PastedBlock[], schema: Schema): Node[] {
  const levels = items.flatMap((item) => (item.kind === 'item' ? [item.level] : []));
  const outermost = Math.min(...levels);
  const lists: Node[] = [];
  let open: { readonly ordered: boolean; readonly entries: Node[] } | undefined;
  const endList = (): void => {
    if (open) lists.push(create(schema, open.ordered ? 'orderedList' : 'bulletList', open.entries));
    open = undefined;
  };
  let index = 0;
  while (index < items.length) {
    const item = items[index];
    if (item?.kind !== 'item') break;
    let end = index + 1;
    const isBelow = (next: PastedBlock | undefined): boolean =>
      next?.kind === 'item' && next.level > outermost;
    while (isBelow(items[end])) end += 1;
    const below = end > index + 1 ? listNodes(items.slice(index + 1, end), schema) : [];
    if (open?.ordered !== item.ordered) endList();
    open ??= { ordered: item.ordered, entries: [] };
    const text = create(schema, 'paragraph', inlineNodes(item.content, schema));
    open.entries.push(create(schema, 'listItem', [text, ...below]));
    index = end;
  }
  endList();
  return lists;
}

function inlineNodes(content: readonly PastedInline[], schema: Schema): Node[] {
  return content.flatMap((inline): Node[] => {
    switch (inline.kind) {
      case 'text':
        return inline.text === '' ? [] : [schema.text(inline.text, marksOf(inline, schema))];
      case 'break':
        return [create(schema, 'hardBreak', [])];
      case 'footnote': {
        const inner = inlineNodes(inline.content, schema).filter((node) => node.type.name !== 'footnote');
        return [create(schema, 'footnote', inner)];
      }
    }
  });
}

function marksOf(inline: Extract<PastedInline, { kind: 'text' }>, schema: Schema): readonly Mark[] {
  return [
    ...(inline.strong ? [schema.mark('strong')] : []),
    ...(inline.emphasis ? [schema.mark('emphasis')] : []),
    ...(inline.href === undefined ? [] : [schema.mark('link', { href: inline.href })]),
  ];
}

function create(schema: Schema, type: string, content: readonly Node[]): Node {
  return schema.node(type, null, [...content]);
}

/** Where the last text before a position ends. */
function lastTextEnd(doc: Node, position: number): number {
  let end = position;
  doc.nodesBetween(0, position, (node, at) => {
    if (node.isTextblock && at + node.nodeSize <= position) end = at + node.nodeSize - 1;
    return !node.isTextblock;
  });
  return end;
}
