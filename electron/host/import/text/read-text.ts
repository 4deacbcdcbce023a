import { appError } from '../../../../shared/errors/errors.ts';
import { fail, ok, type Result } from '../../../../shared/errors/result.ts';
import type { Profile } from '../../../../shared/schema/profile.ts';
import type { ImportWarning, SourceBlock, SourceDocument, SourceToken } from '../source-document.ts';
import { assembleWords } from './assemble-words.ts';
import { decodeText } from './decode-text.ts';
import { findHeader } from './document-header.ts';
import { findFootnotes, type Footnotes } from './find-footnotes.ts';
import { findFurniture } from './find-furniture.ts';
import { classifyLines, type LineKind } from './line-kinds.ts';
import { findPages } from './pages.ts';
import { findParagraphBreaks } from './paragraph-breaks.ts';
import { createProfileWords } from './profile-words.ts';
import { measureLayout, splitLines, type SourceLine } from './source-lines.ts';
import type { BodyLine } from './text-body.ts';
import { collectVocabulary } from './vocabulary.ts';

/**
 * Reads a text as it comes out of a PDF, or as somebody typed it. The profile's words tell goal labels, salutations
 * and the list of institutions. Fails with `file-empty`, `file-too-large` or `file-not-text`; linear in the length.
 */
export function readText(
  bytes: Uint8Array,
  name: string,
  options: { readonly profile: Profile },
): Result<SourceDocument> {
  const decoded = decodeText(bytes, name);
  if (!decoded.ok) return decoded;
  const lines = splitLines(decoded.value.text);
  if (lines.length === 0) return fail(appError('file-empty', { path: name }));
  const { encoding } = decoded.value;
  const warnings: ImportWarning[] =
    encoding === 'UTF-8' ? [] : [{ code: 'encoding-detected', line: 1, detail: encoding }];
  return ok(takeApart(lines, name, options.profile, warnings));
}

function takeApart(
  lines: readonly SourceLine[],
  name: string,
  profile: Profile,
  warnings: ImportWarning[],
): SourceDocument {
  const layout = measureLayout(lines);
  const words = createProfileWords(profile);
  const pages = findPages(lines, layout);
  const furniture = findFurniture(lines, pages, profile);
  const footnotes = findFootnotes(lines, pages, furniture);
  const body: BodyLine[] = [];
  lines.forEach((line, index) => {
    if (furniture.has(index) || footnotes.lines.has(index)) return;
    body.push({ line, page: pages.pageOf[index] ?? 1 });
  });
  const kinds = classifyLines(body, layout, words);
  const breaks = findParagraphBreaks(body, kinds, layout);
  const groups = groupLines(body, kinds, breaks.breaksBefore);

  const vocabulary = collectVocabulary(lines);
  const assemble = (parts: readonly SourceLine[], skip: ReadonlySet<SourceToken>): SourceBlock['words'] => {
    const assembled = assembleWords(parts, skip, footnotes.marks, vocabulary);
    for (const { line, text } of assembled.uncertain) {
      warnings.push({ code: 'hyphen-uncertain', line, detail: text.slice(0, 80) });
    }
    return assembled.words;
  };
  const blocks = groups.map((group) => blockOf(group, assemble));
  let inTable = false;
  for (const { line } of body) {
    if (line.tabbed && !inTable) {
      warnings.push({ code: 'table-flattened', line: line.number, detail: line.text.slice(0, 80) });
    }
    inTable = line.tabbed;
  }
  return {
    name,
    format: 'text',
    blocks: withFootnotes(blocks, lines, pages.pageOf, footnotes, assemble),
    furniture: [...furniture]
      .sort(([a], [b]) => a - b)
      .flatMap(([index, as]) => {
        const running = pages.runningTitles.get(index);
        return (lines[index]?.tokens ?? []).map((token, place, all) => {
          const isNumber = running && place === (running.numberFirst ? 0 : all.length - 1);
          return { token, as: isNumber ? ('pageNumber' as const) : as };
        });
      }),
    warnings: warnings.sort((a, b) => a.line - b.line),
    tokens: lines.flatMap((line) => line.tokens),
    header: findHeader(lines, pages.runningTitles),
  };
}

interface LineGroup {
  readonly kind: LineKind;
  readonly lines: BodyLine[];
}

/** Lines of one block together: a heading with its further lines, an item with its text, the lines of a paragraph. */
function groupLines(
  body: readonly BodyLine[],
  kinds: readonly LineKind[],
  breaksBefore: (index: number) => boolean,
): readonly LineGroup[] {
  const groups: LineGroup[] = [];
  body.forEach((line, index) => {
    const kind = kinds[index] ?? { type: 'text', depth: 0 };
    const current = groups.at(-1);
    const goesOn =
      current !== undefined &&
      (kind.type === 'headingContinued' ||
        (kind.type === 'text' && kind.depth > 0) ||
        (kind.type === 'text' && kind.depth === 0 && current.kind.type === 'text' && !breaksBefore(index)));
    if (goesOn) current.lines.push(line);
    else groups.push({ kind, lines: [line] });
  });
  return groups;
}

function blockOf(
  { kind, lines }: LineGroup,
  assemble: (lines: readonly SourceLine[], skip: ReadonlySet<SourceToken>) => SourceBlock['words'],
): SourceBlock {
  const [first] = lines;
  const base = { line: first?.line.number ?? 1, page: first?.page ?? 1 };
  const skip = new Set<SourceToken>();
  if (kind.type === 'heading' && kind.number) skip.add(kind.number.token);
  if (kind.type === 'item') skip.add(kind.marker.token);
  const words = assemble(
    lines.map(({ line }) => line),
    skip,
  );
  switch (kind.type) {
    case 'heading': {
      const number = kind.number && { number: { text: kind.number.text, token: kind.number.token } };
      return { type: 'heading', level: 0, ...base, words, ...number };
    }
    case 'goalLabel':
      return { type: 'heading', level: 0, ...base, words };
    case 'item':
      return {
        type: 'listItem',
        depth: kind.depth,
        ordered: kind.marker.ordered,
        marker: kind.marker.token,
        ...(kind.marker.ordered && kind.marker.ordinal > 1 ? { start: kind.marker.ordinal } : {}),
        ...base,
        words,
      };
    default:
      return { type: 'paragraph', ...base, words };
  }
}

/** Puts each footnote behind the last block that begins before it. */
function withFootnotes(
  blocks: readonly SourceBlock[],
  lines: readonly SourceLine[],
  pageOf: readonly number[],
  footnotes: Footnotes,
  assemble: (lines: readonly SourceLine[], skip: ReadonlySet<SourceToken>) => SourceBlock['words'],
): readonly SourceBlock[] {
  const all: SourceBlock[] = [];
  let next = 0;
  for (const note of footnotes.notes) {
    const [first = 0] = note.lines;
    const line = lines[first];
    const markToken = line?.tokens[0];
    if (line === undefined || markToken === undefined) continue;
    for (let block = blocks[next]; block !== undefined && block.line < line.number; block = blocks[next]) {
      all.push(block);
      next += 1;
    }
    const parts = note.lines.flatMap((index) => lines[index] ?? []);
    const words = assemble(parts, new Set([markToken]));
    all.push({
      type: 'footnote',
      mark: note.mark,
      markToken,
      words,
      line: line.number,
      page: pageOf[first] ?? 1,
    });
  }
  for (const block of blocks.slice(next)) all.push(block);
  return all;
}
