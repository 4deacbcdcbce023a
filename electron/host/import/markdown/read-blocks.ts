import type { Heading, List, ListItem, Node, Paragraph, RootContent } from 'mdast';
import { splitHeadingNumber } from '../heading-number.ts';
import type { SourceBlock, SourceWord } from '../source-document.ts';
import { createWordCollector } from '../token-log.ts';
import type { Attributes } from './attributes.ts';
import { readInline, type ReadingContext } from './read-inline.ts';

/**
 * Takes the tree of a Markdown file apart into blocks, in reading order.
 * `itemDepth` is the depth of the list item that the nodes stand in, 0 outside of lists.
 */
export function readBlocks(
  nodes: readonly RootContent[],
  context: ReadingContext,
  itemDepth = 0,
): SourceBlock[] {
  return nodes.flatMap((node) => readBlock(node, context, itemDepth));
}

function readBlock(node: RootContent, context: ReadingContext, itemDepth: number): SourceBlock[] {
  const line = lineOf(node, context);
  switch (node.type) {
    case 'heading':
      return [readHeading(node, context, itemDepth)];
    case 'paragraph':
      return readParagraph(node, context, itemDepth);
    case 'list':
      return readList(node, context, itemDepth + 1);
    case 'blockquote':
      return readBlocks(node.children, context, itemDepth);
    case 'footnoteDefinition':
      return [readFootnote(node.label ?? node.identifier, node.children, line, context)];
    case 'code':
      context.warn('style-unknown', line, node.value.slice(0, 80));
      return [literal(node.value, line + 1, context, itemDepth)];
    case 'html':
      if (node.value.startsWith('<!--') && node.value.trimEnd().endsWith('-->')) {
        context.warn('comment-left-out', line, node.value.slice(0, 80));
        return [];
      }
      context.warn('style-unknown', line, node.value.slice(0, 80));
      return [literal(node.value, line, context, itemDepth)];
    default:
      return [];
  }
}

function readHeading(node: Heading, context: ReadingContext, itemDepth: number): SourceBlock {
  const line = lineOf(node, context);
  const { words, attributes } = readInline(node.children, line, context);
  const { kind, portrait } = attributes;
  const opens = kind === undefined ? attributes.opens : { goalKind: kind };
  const numbered = opens === undefined ? splitHeadingNumber(words) : { words };
  return {
    type: 'heading',
    level: attributes.level ?? node.depth,
    line,
    page: 0,
    ...numbered,
    ...identityOf(attributes),
    ...itemDepthOf(itemDepth),
    ...(opens === undefined ? {} : { opens }),
    ...(portrait === undefined ? {} : { portrait }),
  };
}

function readParagraph(node: Paragraph, context: ReadingContext, itemDepth: number): SourceBlock[] {
  const line = lineOf(node, context);
  const signed = itemDepth === 0 ? withoutSignatureDash(node, context.source) : null;
  const { words, attributes } = readInline((signed ?? node).children, line, context);
  if (words.length === 0 && isOnlyLeftOut(node)) return [];
  const base = { line, page: 0, ...identityOf(attributes), ...itemDepthOf(itemDepth) };
  if (!signed) return [{ type: 'paragraph', words, ...base }];
  return [{ type: 'signature', words: [], lines: linesOf(words), ...base }];
}

/**
 * The paragraph without the dash that makes it a signature; `null` where it is none. A dash that was written as a
 * character reference is meant as text.
 */
function withoutSignatureDash(node: Paragraph, source: string): Paragraph | null {
  const [first, ...rest] = node.children;
  if (first?.type !== 'text' || !/^—(?: |\n|$)/.test(first.value)) return null;
  if (source[first.position?.start.offset ?? -1] !== '—') return null;
  return { ...node, children: [{ ...first, value: first.value.slice(1) }, ...rest] };
}

function linesOf(words: readonly SourceWord[]): SourceWord[][] {
  const lines: SourceWord[][] = [[]];
  for (const { breakBefore, ...word } of words) {
    if (breakBefore) lines.push([]);
    if (word.text !== '' || word.footnoteMark !== undefined) lines.at(-1)?.push(word);
  }
  return lines;
}

/** Whether nothing of a paragraph remains because it held but pictures or comments. */
function isOnlyLeftOut(node: Paragraph): boolean {
  return node.children.every(
    (child) =>
      child.type === 'image' ||
      child.type === 'imageReference' ||
      child.type === 'html' ||
      (child.type === 'text' && child.value.trim() === ''),
  );
}

function readList(list: List, context: ReadingContext, depth: number): SourceBlock[] {
  return list.children.flatMap((item, index) => {
    const { block, rest } = readItem(item, context, depth);
    const opening = {
      ...(index === 0 ? { startsList: true } : {}),
      ...(index === 0 && list.ordered ? { start: list.start ?? 1 } : {}),
    };
    return [
      { ...block, ...opening, type: 'listItem' as const, depth, ordered: list.ordered ?? false },
      ...readBlocks(rest, context, depth),
    ];
  });
}

function readItem(item: ListItem, context: ReadingContext, depth: number) {
  const [first, ...rest] = item.children;
  const line = lineOf(item, context);
  const outer = itemDepthOf(depth - 1);
  if (first?.type !== 'paragraph') {
    return { block: { words: [], line, page: 0, ...outer }, rest: item.children };
  }
  const { words, attributes } = readInline(first.children, line, context);
  return { block: { words, line, page: 0, ...identityOf(attributes), ...outer }, rest };
}

/** Reads a footnote; whatever blocks it has become lines of one paragraph, as the schema has them. */
function readFootnote(
  mark: string,
  nodes: readonly RootContent[],
  line: number,
  context: ReadingContext,
): SourceBlock {
  const words: SourceWord[] = [];
  let identity: ReturnType<typeof identityOf> = {};
  const visit = (node: RootContent): void => {
    if (node.type === 'paragraph' || node.type === 'heading') {
      const inline = readInline(node.children, lineOf(node, context), context);
      identity = { ...identity, ...identityOf(inline.attributes) };
      append(inline.words);
    } else if ('children' in node) (node.children as RootContent[]).forEach(visit);
    else if (node.type === 'code' || node.type === 'html') {
      append(literal(node.value, lineOf(node, context), context, 0).words);
    }
  };
  const append = (more: readonly SourceWord[]): void => {
    const [first, ...rest] = more;
    if (!first) return;
    words.push(words.length === 0 ? first : { ...first, breakBefore: true }, ...rest);
  };
  nodes.forEach(visit);
  return { type: 'footnote', mark, words, line, page: 0, ...identity };
}

function literal(value: string, line: number, context: ReadingContext, itemDepth: number): SourceBlock {
  const collector = createWordCollector(context.log);
  value.split('\n').forEach((text, index) => {
    if (index > 0) collector.lineBreak();
    collector.text(text, line + index);
  });
  return { type: 'paragraph', words: collector.take(), line, page: 0, ...itemDepthOf(itemDepth) };
}

function identityOf({ id, origins, within }: Attributes) {
  return {
    ...(id === undefined ? {} : { id }),
    ...(origins === undefined ? {} : { origins }),
    ...(within === undefined ? {} : { within }),
  };
}

function itemDepthOf(itemDepth: number): { itemDepth?: number } {
  return itemDepth > 0 ? { itemDepth } : {};
}

function lineOf(node: Node, context: ReadingContext): number {
  return (node.position?.start.line ?? 1) + context.lineOffset;
}
