import type { Definition, Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { appError } from '../../../../shared/errors/errors.ts';
import { fail, ok, type Result } from '../../../../shared/errors/result.ts';
import type { Furniture, ImportWarning, SourceBlock, SourceDocument } from '../source-document.ts';
import { decodeText } from '../text/decode-text.ts';
import { createTokenLog } from '../token-log.ts';
import { attributeNodes, attributeSyntax } from './attribute-syntax.ts';
import { parseAttributes } from './attributes.ts';
import { readFrontMatter } from './front-matter.ts';
import { cutParticipants, type ParticipantsFence } from './participants-fence.ts';
import { readBlocks } from './read-blocks.ts';
import type { ReadingContext } from './read-inline.ts';

/**
 * Reads a Markdown file, our own export or any other (rules MDN1 to MDN8).
 * Fails as `decodeText` does, with `text-empty` (no word in it) or `document-invalid` (broken front matter, with
 * the line).
 */
export function readMarkdown(bytes: Uint8Array, name: string): Promise<Result<SourceDocument>> {
  return Promise.resolve(read(bytes, name));
}

function read(bytes: Uint8Array, name: string): Result<SourceDocument> {
  const decoded = decodeText(bytes, name);
  if (!decoded.ok) return decoded;
  const { text, encoding } = decoded.value;
  const front = readFrontMatter(text.replaceAll(/\r\n?/g, '\n'), name);
  if (!front.ok) return front;

  const log = createTokenLog();
  const warnings: ImportWarning[] = [];
  if (encoding !== 'UTF-8') warnings.push({ code: 'encoding-detected', line: 1, detail: encoding });
  const furniture: Furniture[] = [];
  for (const { line, text: entry } of front.value.others) {
    for (const word of entry.split(/[ \t]+/)) furniture.push({ token: log.token(word, line), as: 'header' });
  }
  const { body, fences } = cutParticipants(front.value.body);
  const tree = parse(body);
  const context: ReadingContext = {
    source: body,
    log,
    lineOffset: 0,
    definitions: definitionsOf(tree),
    warn: (code, line, detail) => warnings.push({ code, line, detail }),
  };
  const blocks = [...readBlocks(tree.children, context), ...fences.map((fence) => readFence(fence, context))];
  const ordered = blocks.toSorted((a, b) => a.line - b.line);
  const titled = takeTitle(ordered, front.value.header.title);
  if (log.tokens().length === 0 && titled.title === '') return fail(appError('text-empty', { path: name }));
  return ok({
    name,
    format: 'markdown',
    blocks: titled.blocks,
    furniture: [...furniture, ...titled.furniture],
    warnings,
    tokens: log.tokens(),
    header: { ...front.value.header, title: titled.title },
  });
}

function parse(text: string): Root {
  return fromMarkdown(text, {
    extensions: [gfmFootnote(), attributeSyntax],
    mdastExtensions: [gfmFootnoteFromMarkdown(), attributeNodes],
  });
}

function definitionsOf(tree: Root): ReadonlyMap<string, Definition> {
  const definitions = new Map<string, Definition>();
  for (const node of tree.children) {
    if (node.type === 'definition' && !definitions.has(node.identifier))
      definitions.set(node.identifier, node);
  }
  return definitions;
}

/** Reads the names of a participants block: one per list item or paragraph. */
function readFence(fence: ParticipantsFence, context: ReadingContext): SourceBlock {
  const blocks = readBlocks(parse(fence.inner).children, {
    ...context,
    source: fence.inner,
    lineOffset: fence.line,
  });
  const { id, origins, within } = (fence.attributes && parseAttributes(fence.attributes)) || {};
  return {
    type: 'participants',
    words: [],
    names: blocks.map(({ words }) => words).filter((words) => words.length > 0),
    line: fence.line,
    page: 0,
    ...(id === undefined ? {} : { id }),
    ...(origins === undefined ? {} : { origins }),
    ...(within === undefined ? {} : { within }),
  };
}

/**
 * In plain Markdown the one heading of the first level, right before another heading, is the title of the whole;
 * all others then move up by one.
 */
function takeTitle(
  blocks: readonly SourceBlock[],
  title: string,
): { title: string; blocks: readonly SourceBlock[]; furniture: Furniture[] } {
  const kept = { title, blocks, furniture: [] };
  const [first, second] = blocks;
  const headings = blocks.filter((block) => block.type === 'heading');
  const isPlain = headings.every((block) => block.opens === undefined && block.id === undefined);
  const isSingle = headings.filter(({ level }) => level === 1).length === 1;
  if (first?.type !== 'heading' || second?.type !== 'heading' || !isPlain || !isSingle) return kept;
  if (first.level !== 1 || first.number !== undefined || headings.length < 3) return kept;
  if (first.words.some((word) => word.footnoteMark !== undefined)) return kept;
  const words = first.words.map((word) =>
    word.spaceBefore || word.breakBefore ? ` ${word.text}` : word.text,
  );
  return {
    title: title || words.join('').trim(),
    blocks: blocks
      .slice(1)
      .map((block) => (block.type === 'heading' ? { ...block, level: block.level - 1 } : block)),
    furniture: first.words.flatMap((word) => word.tokens.map((token) => ({ token, as: 'header' as const }))),
  };
}
