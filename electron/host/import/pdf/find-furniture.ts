import type { Furniture } from '../source-document.ts';
import { normalizeTitle } from '../text/line-shapes.ts';
import type { PdfLine } from './page-lines.ts';
import type { PdfPage } from './load-pages.ts';

type Zone = 'header' | 'footer';

interface Candidate {
  readonly line: PdfLine;
  readonly zone: Zone;
  /** The candidate between it and the edge of the page; only behind furniture can more furniture stand. */
  readonly outer: PdfLine | null;
  /** Distance to the next line towards the middle of the page. */
  readonly gap: number;
}

const PAGE_NUMBER =
  /^(?:(?:Seite|Page|S\.)\s*)?[-–—|]?\s*(\d{1,4})\s*[-–—|]?(?:\s*(?:von|of|\/)\s*\d{1,4})?$/iu;
const CONTENTS_TITLE = new Set([
  'inhalt',
  'inhaltsverzeichnis',
  'inhaltsübersicht',
  'contents',
  'table of contents',
]);

/**
 * Finds running heads, running feet and page numbers: lines at the edge of a page whose words, numbers apart, stand
 * there on other pages too, or repeat a heading, or count the pages.
 */
export function findRunningLines(
  lines: readonly PdfLine[],
  pages: readonly PdfPage[],
  bodySize: number,
): Map<PdfLine, Furniture[]> {
  const candidates = edgeLines(lines, pages);
  const offsets = pageOffsets(candidates);
  const headings = new Set(
    lines
      .filter(({ size }) => size >= bodySize * 1.12)
      .map(({ text }) => normalizeTitle(withoutNumber(text))),
  );
  const places = new Map<string, Set<number>>();
  for (const { line, zone } of candidates) {
    const key = repeatKey(line, zone);
    if (key !== null) places.set(key, (places.get(key) ?? new Set()).add(line.page));
  }
  const found = new Map<PdfLine, Zone>();
  for (const { line, zone, outer, gap } of candidates) {
    const isNextToEdge = outer === null || (found.has(outer) && Math.abs(outer.y - line.y) < line.size * 2.4);
    if (!isNextToEdge) continue;
    const key = repeatKey(line, zone);
    const repeats = key !== null && (places.get(key)?.size ?? 0) > 1;
    const isApart = Math.abs(line.size - bodySize) > bodySize * 0.03 || gap > line.size * 1.6;
    const counts =
      pageNumberOf(line.text) !== null && offsets.has(Number(pageNumberOf(line.text)) - line.page);
    const titles = segmentsOf(line).map((text) => normalizeTitle(withoutNumber(text)));
    const echoes =
      line.size <= bodySize * 1.05 &&
      titles.every((title) => headings.has(title)) &&
      titles.some((title) => title.length > 2);
    if ((repeats && isApart && line.size < bodySize * 1.3) || counts || echoes) found.set(line, zone);
  }
  for (const { line, zone } of candidates) {
    if (found.has(line) || line.size > bodySize * 0.97) continue;
    const alike = new Set(
      [...found]
        .filter(
          ([other, otherZone]) =>
            otherZone === zone && Math.abs(other.y - line.y) < 2 && Math.abs(other.size - line.size) < 0.3,
        )
        .map(([other]) => other.page),
    );
    if (alike.size >= 2) found.set(line, zone);
  }
  return new Map([...found].map(([line, zone]) => [line, furnitureOf(line, zone, offsets)]));
}

function furnitureOf(line: PdfLine, zone: Zone, offsets: ReadonlySet<number>): Furniture[] {
  const whole = pageNumberOf(line.text) !== null;
  return line.pieces.map(({ token }) => ({
    token,
    as:
      whole || (/^\d{1,4}$/.test(token.text) && offsets.has(Number(token.text) - line.page))
        ? 'pageNumber'
        : zone,
  }));
}

/** The outermost three lines at head and foot of each page. */
function edgeLines(lines: readonly PdfLine[], pages: readonly PdfPage[]): Candidate[] {
  return pages.flatMap((page, index) => {
    const own = lines.filter((line) => line.page === index + 1).sort((a, b) => b.y - a.y);
    const up = own.toReversed();
    const heads = own.slice(0, 3).filter(({ y }) => y > page.height * 0.8);
    const feet = up
      .slice(0, 3)
      .filter((line) => line.y < page.height * 0.15 + line.size && !heads.includes(line));
    const candidate = (zone: Zone, inwards: readonly PdfLine[]) => (line: PdfLine, place: number) => ({
      line,
      zone,
      outer: inwards[place - 1] ?? null,
      gap: Math.abs((inwards[place + 1]?.y ?? -page.height) - line.y),
    });
    return [...heads.map(candidate('header', own)), ...feet.map(candidate('footer', up))];
  });
}

/** The words of a line, parted where a wide gap parts them. */
function segmentsOf(line: PdfLine): string[] {
  const segments: string[] = [];
  line.pieces.forEach(({ token, x, spaceBefore }, index) => {
    const before = line.pieces[index - 1];
    if (before === undefined || x - before.xEnd > line.size * 1.5) segments.push(token.text);
    else segments.push(`${segments.pop() ?? ''}${spaceBefore ? ' ' : ''}${token.text}`);
  });
  return segments;
}

function repeatKey(line: PdfLine, zone: Zone): string | null {
  const words = line.text.replaceAll(/\d+/g, '').replaceAll(/\s+/g, ' ').trim();
  if (!/\p{L}{2}/u.test(words)) return null;
  return `${zone} ${words} ${String(Math.round(line.y / 6))}`;
}

function pageNumberOf(text: string): string | null {
  return PAGE_NUMBER.exec(text)?.[1] ?? null;
}

/** Differences between printed and real page numbers that hold on at least two pages. */
function pageOffsets(candidates: readonly Candidate[]): Set<number> {
  const pagesBy = new Map<number, Set<number>>();
  for (const { line } of candidates) {
    const ends = [line.pieces[0]?.token.text ?? '', line.pieces.at(-1)?.token.text ?? ''];
    const numbers = [pageNumberOf(line.text), ...ends.filter((end) => /^\d{1,4}$/.test(end))];
    for (const number of numbers) {
      if (number === null) continue;
      const offset = Number(number) - line.page;
      pagesBy.set(offset, (pagesBy.get(offset) ?? new Set()).add(line.page));
    }
  }
  return new Set([...pagesBy].filter(([, pages]) => pages.size > 1).map(([offset]) => offset));
}

function withoutNumber(text: string): string {
  return text.replace(/^\d+(?:\.\d+)*\.?\s+/, '');
}

/** Finds the contents list: lines that end in a page number behind dots or a wide gap, with their heading. */
export function findContents(lines: readonly PdfLine[]): Set<PdfLine> {
  const found = new Set<PdfLine>();
  lines.forEach((line, index) => {
    const titled = CONTENTS_TITLE.has(normalizeTitle(line.text));
    const untitled =
      !titled && !found.has(line) && [0, 1, 2, 3].every((step) => isEntry(lines[index + step], true));
    if (!titled && !untitled) return;
    let end = index;
    for (let at = index + 1; at < lines.length && at - end <= 3; at += 1) {
      if (isEntry(lines[at], false)) end = at;
    }
    const entries = lines.slice(index, end + 1);
    if (entries.filter((entry) => isEntry(entry, false)).length >= 2)
      entries.forEach((entry) => found.add(entry));
  });
  return found;
}

function isEntry(line: PdfLine | undefined, dotted: boolean): boolean {
  const last = line?.pieces.at(-1);
  const before = line?.pieces.at(-2);
  if (!line || !last || !before || !/^(?:\d{1,3}|[ivx]{1,5})$/.test(last.token.text)) {
    return line !== undefined && /(?:[.…]\s?){4,}\s*\d{1,3}$/.test(line.text);
  }
  if (/[.…·]{2,}$|^[.…·]$/.test(before.token.text)) return true;
  return !dotted && last.x - before.xEnd > line.size * 1.5;
}
