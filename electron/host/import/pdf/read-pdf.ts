import { appError } from '../../../../shared/errors/errors.ts';
import { fail, ok, type Result } from '../../../../shared/errors/result.ts';
import { splitHeadingNumber } from '../heading-number.ts';
import type {
  Furniture,
  ImportWarning,
  SourceBlock,
  SourceDocument,
  SourceWord,
} from '../source-document.ts';
import { findMunicipality } from '../text/document-header.ts';
import { collectVocabulary, type Vocabulary } from '../text/vocabulary.ts';
import { createTokenLog } from '../token-log.ts';
import { takeCover } from './cover-page.ts';
import { findContents, findRunningLines } from './find-furniture.ts';
import { findFootnotes, type PdfFootnote } from './find-footnotes.ts';
import { findStamps } from './find-stamps.ts';
import { groupLines, type LineGroup } from './group-lines.ts';
import { findImprint } from './imprint-pages.ts';
import { loadPages, type PdfPage } from './load-pages.ts';
import { bodySizeOf, measureText } from './measure-text.ts';
import { pageLines, type PdfLine } from './page-lines.ts';
import { pdfWords } from './pdf-words.ts';

/**
 * Reads a PDF by the places and sizes of its letters (rules PDI1 to PDI9). Lines are counted over the whole document.
 * Fails as `loadPages` does, and with `pdf-without-text` where no page has a word.
 */
export async function readPdf(bytes: Uint8Array, name: string): Promise<Result<SourceDocument>> {
  const loaded = await loadPages(bytes, name);
  if (!loaded.ok) return loaded;
  const pages = loaded.value;
  const log = createTokenLog();
  const lines = pageLines(pages, log);
  const words = lines.reduce((sum, { pieces }) => sum + pieces.length, 0);
  if (words === 0) return fail(appError('pdf-without-text', { path: name, pages: pages.length }));

  const bodySize = bodySizeOf(lines);
  const stamps = findStamps(lines, bodySize);
  const unstamped = lines.filter((line) => !stamps.has(line));
  const running = findRunningLines(unstamped, pages, bodySize);
  const still = unstamped.filter((line) => !running.has(line));
  const contents = findContents(still);
  const cover = takeCover(
    still.filter((line) => !contents.has(line)),
    pages.length,
    bodySize,
  );
  const inner = still.filter((line) => !cover.lines.has(line));
  const imprint = findImprint(inner, contents, bodySize);
  const text = inner.filter((line) => !contents.has(line) && !imprint.has(line));
  const notes = findFootnotes(text, bodySize);
  const noteLines = new Set(notes.flatMap((note) => note.lines));
  const body = text.filter((line) => !noteLines.has(line));
  const groups = groupLines(body, measureText(body, bodySize));
  const warnings = missingPages(pages, lines);
  const builder = new BlockBuilder(vocabularyOf(lines), new Set(notes.map(({ mark }) => mark)), warnings);
  const levels = headingLevels(groups);
  return ok({
    name,
    format: 'pdf',
    blocks: [
      ...groups.map((group) => builder.block(group, levels)),
      ...notes.map((note) => builder.note(note)),
    ],
    furniture: [
      ...[...running.values()].flat(),
      ...furnitureOf(stamps, 'header'),
      ...furnitureOf(cover.lines, 'header'),
      ...furnitureOf(imprint, 'contents'),
      ...furnitureOf(contents, 'contents'),
    ],
    warnings,
    tokens: log.tokens(),
    header: {
      title: cover.title,
      subtitle: cover.subtitle,
      municipality: findMunicipality(lines, cover.title),
    },
  });
}

class BlockBuilder {
  private readonly vocabulary: Vocabulary;
  private readonly marks: ReadonlySet<string>;
  private readonly warnings: ImportWarning[];

  constructor(vocabulary: Vocabulary, marks: ReadonlySet<string>, warnings: ImportWarning[]) {
    this.vocabulary = vocabulary;
    this.marks = marks;
    this.warnings = warnings;
  }

  block(group: LineGroup, levels: ReadonlyMap<string, number>): SourceBlock {
    const [first] = group.lines;
    const place = { line: first?.number ?? 0, page: first?.page ?? 0 };
    switch (group.type) {
      case 'heading': {
        const words = this.words(group.lines, 0).map(withoutBold);
        return {
          type: 'heading',
          level: levels.get(styleKey(group)) ?? 0,
          ...splitHeadingNumber(words),
          ...place,
        };
      }
      case 'paragraph':
        return {
          type: 'paragraph',
          words: this.words(group.lines, 0),
          ...place,
          ...(group.itemDepth > 0 ? { itemDepth: group.itemDepth } : {}),
        };
      case 'listItem':
        return {
          type: 'listItem',
          depth: group.depth,
          ordered: group.marker.ordered,
          marker: group.marker.token,
          words: this.words(group.lines, 1),
          ...place,
          ...(group.depth > 1 ? { itemDepth: group.depth - 1 } : {}),
        };
    }
  }

  note({ mark, lines }: PdfFootnote): SourceBlock {
    const [first] = lines;
    const opening = first?.pieces[0]?.token;
    const place = { line: first?.number ?? 0, page: first?.page ?? 0 };
    if (opening?.text === mark) {
      return { type: 'footnote', mark, words: this.words(lines, 1), ...place, markToken: opening };
    }
    const [word, ...words] = this.words(lines, 0);
    const unmarked = word ? [{ ...word, text: word.text.slice(mark.length) }, ...words] : [];
    return { type: 'footnote', mark, words: unmarked, ...place };
  }

  /** The words of some lines; the first `skip` pieces are structure. */
  private words(lines: readonly PdfLine[], skip: number) {
    const pieces = lines.map((line, index) => (index === 0 ? line.pieces.slice(skip) : line.pieces));
    const { words, uncertain } = pdfWords(
      pieces.filter((own) => own.length > 0),
      this.vocabulary,
      (text) => this.marks.has(text),
    );
    for (const { line, text } of uncertain) {
      this.warnings.push({ code: 'hyphen-uncertain', line, detail: text.slice(0, 80) });
    }
    return words;
  }
}

/** Bold is the look of headings, not an emphasis in them. */
function withoutBold(word: SourceWord): SourceWord {
  const { strong, ...rest } = word;
  return strong ? rest : word;
}

/** Depth of each heading style: the larger, the higher; of two of one size the bold one. */
function headingLevels(groups: readonly LineGroup[]): Map<string, number> {
  const styles = new Map(
    groups.flatMap((group) => (group.type === 'heading' ? [[styleKey(group), group.style] as const] : [])),
  );
  const sorted = [...styles].sort(([, a], [, b]) => b.size - a.size || Number(b.bold) - Number(a.bold));
  return new Map(sorted.map(([key], index) => [key, index + 1]));
}

function styleKey({ style }: Extract<LineGroup, { type: 'heading' }>): string {
  return `${String(style.size)} ${String(style.bold)}`;
}

function vocabularyOf(lines: readonly PdfLine[]): Vocabulary {
  return collectVocabulary(
    lines.map((line) => ({
      number: line.number,
      text: line.text,
      tokens: line.pieces.map(({ token }) => token),
      indent: 0,
      trailing: 0,
      gap: 0,
      formFeed: false,
      tabbed: false,
    })),
  );
}

function furnitureOf(lines: ReadonlySet<PdfLine>, as: Furniture['as']): Furniture[] {
  return [...lines].flatMap((line) => line.pieces.map(({ token }) => ({ token, as })));
}

/** Pages that hold pictures and no word: they may be scans that nobody read. */
function missingPages(pages: readonly PdfPage[], lines: readonly PdfLine[]): ImportWarning[] {
  return pages.flatMap((page, index): ImportWarning[] => {
    if (!page.hasImages) return [];
    const own = lines.filter((line) => line.page === index + 1);
    const code = own.length === 0 ? 'ocr-missing-pages' : 'image-left-out';
    const before = lines.filter((line) => line.page <= index + 1).length;
    return [{ code, line: own[0]?.number ?? before, detail: String(index + 1) }];
  });
}
