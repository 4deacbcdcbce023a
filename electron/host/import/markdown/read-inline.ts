import type { Definition, PhrasingContent } from 'mdast';
import { isNodeId } from '../../../../shared/ids/ids.ts';
import { isSafeHref } from '../../../../shared/schema/leitbild-schema.ts';
import type { ImportWarning, SourceWord } from '../source-document.ts';
import type { TokenLog, WordMarks } from '../token-log.ts';
import { createWordCollector } from '../token-log.ts';
import { parseAttributes, type Attributes } from './attributes.ts';

/** What all blocks of one file share while it is read. */
export interface ReadingContext {
  /** The text that the positions of the tree's nodes count in. */
  readonly source: string;
  readonly log: TokenLog;
  /** Added to every line, for a piece that was cut out of a file. */
  readonly lineOffset: number;
  readonly definitions: ReadonlyMap<string, Definition>;
  warn(code: ImportWarning['code'], line: number, detail: string): void;
}

export interface InlineContent {
  readonly words: SourceWord[];
  readonly attributes: Attributes;
}

const noAttributes: Attributes = { unknown: [] };

/** Reads the inline content of one block, and the attributes at its end. */
export function readInline(
  nodes: readonly PhrasingContent[],
  line: number,
  context: ReadingContext,
): InlineContent {
  const { rest, attributes } = splitAttributes(nodes);
  for (const part of attributes.unknown) context.warn('style-unknown', line, part.slice(0, 80));
  const collector = createWordCollector(context.log);

  const visit = (node: PhrasingContent, marks: WordMarks): void => {
    const at = (node.position?.start.line ?? line - context.lineOffset) + context.lineOffset;
    switch (node.type) {
      case 'text':
      case 'braces':
        collector.text(node.value, at, marks);
        break;
      case 'inlineCode':
        context.warn('style-unknown', at, `\`${node.value}\``.slice(0, 80));
        collector.text(node.value, at, marks);
        break;
      case 'html':
        if (/^<br\s*\/?>$/i.test(node.value)) collector.lineBreak();
        else if (node.value.startsWith('<!--')) context.warn('comment-left-out', at, node.value.slice(0, 80));
        else {
          context.warn('style-unknown', at, node.value.slice(0, 80));
          collector.text(node.value, at, marks);
        }
        break;
      case 'break':
        collector.lineBreak();
        break;
      case 'strong':
        node.children.forEach((child) => visit(child, { ...marks, strong: true }));
        break;
      case 'emphasis':
        node.children.forEach((child) => visit(child, { ...marks, emphasis: true }));
        break;
      case 'delete':
        node.children.forEach((child) => visit(child, marks));
        break;
      case 'footnoteReference':
        collector.footnote(node.label ?? node.identifier);
        break;
      case 'link':
        visitLink(node.url, node.title ?? '', node.children, at, marks);
        break;
      case 'linkReference': {
        const definition = context.definitions.get(node.identifier);
        visitLink(definition?.url ?? '', definition?.title ?? '', node.children, at, marks);
        break;
      }
      case 'image':
      case 'imageReference':
        context.warn('image-left-out', at, (node.alt ?? '').slice(0, 80));
        break;
    }
  };

  const visitLink = (
    url: string,
    title: string,
    children: readonly PhrasingContent[],
    at: number,
    marks: WordMarks,
  ): void => {
    const target = url.slice(1);
    if (url.startsWith('#') && isNodeId(target)) {
      const form = title === 'label' || title === 'title' ? title : 'number';
      collector.reference(printedText(children), at, { target, form }, marks);
      return;
    }
    const safe: boolean = isSafeHref(url);
    if (!safe) {
      context.warn(url.startsWith('#') ? 'reference-unresolved' : 'style-unknown', at, url.slice(0, 80));
    }
    const href = safe ? { href: url } : {};
    children.forEach((child) => visit(child, { ...marks, ...href }));
  };

  rest.forEach((node) => visit(node, {}));
  return { words: collector.take(), attributes };
}

/** Parts inline content from an attribute list that ends it. */
function splitAttributes(nodes: readonly PhrasingContent[]): {
  rest: readonly PhrasingContent[];
  attributes: Attributes;
} {
  const last = nodes.at(-1);
  const attributes = last?.type === 'braces' ? parseAttributes(last.value) : null;
  return attributes ? { rest: nodes.slice(0, -1), attributes } : { rest: nodes, attributes: noAttributes };
}

function printedText(nodes: readonly PhrasingContent[]): string {
  return nodes
    .map((node) => ('value' in node ? node.value : 'children' in node ? printedText(node.children) : ''))
    .join('');
}
