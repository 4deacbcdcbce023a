import type { Profile } from '../../../../shared/schema/profile.ts';
import type { Furniture } from '../source-document.ts';
import { headingNumberOf, markerOf, normalizeTitle, similarTitles } from './line-shapes.ts';
import type { Pages } from './pages.ts';
import type { SourceLine } from './source-lines.ts';

export type FurnitureKind = Furniture['as'];

/** Most lines at the top or the foot of a page that may be furniture. */
const EDGE = 3;

/**
 * Finds the lines that belong to the page and not to the text: page numbers, running heads that repeat a heading
 * (also misspelt or doubled) or return on page after page, and a table of contents. Gives each line's kind by its
 * index; a line with page number and running title counts as header or footer.
 */
export function findFurniture(
  lines: readonly SourceLine[],
  pages: Pages,
  profile: Profile,
): ReadonlyMap<number, FurnitureKind> {
  const found = new Map<number, FurnitureKind>();
  for (const index of findContents(lines)) found.set(index, 'contents');
  for (const index of pages.runningTitles.keys()) found.set(index, 'footer');
  if (pages.count < 2) return found;

  const openings = profile.importing.forewordOpenings.map(normalizeTitle);
  const isOpening = (title: string): boolean => openings.some((opening) => title.startsWith(opening));
  const bounds = pageBounds(pages);
  const returning = countReturning(lines, bounds);
  const headings = new Map<string, number>();
  const recent: string[] = [];

  bounds.forEach(({ first, end }, page) => {
    const before = recent.slice(-3);
    for (let index = first; index < end; index += 1) {
      const line = lines[index];
      if (line === undefined || headingNumberOf(line.tokens) === undefined) continue;
      const title = normalizeTitle(line.text.slice(line.tokens[0]?.text.length ?? 0));
      if (!headings.has(title)) headings.set(title, index);
      if (recent.at(-1) !== title) recent.push(title);
      before.push(title);
    }
    const isFurniture = (index: number): FurnitureKind | undefined => {
      const line = lines[index];
      if (line === undefined) return undefined;
      if (
        /^(?:[-–|]\s*)?(?:Seite\s+|S\.\s*|Page\s+)?\d{1,4}(?:\s*(?:\/|von|of)\s*\d{1,4})?(?:\s*[-–|])?$/iu.test(
          line.text,
        )
      ) {
        return numbersPages(lines, bounds, page, line) ? 'pageNumber' : undefined;
      }
      if (markerOf(line.tokens)?.sure === true || line.text.length > 160) return undefined;
      const whole = normalizeTitle(line.text);
      const title = undouble(normalizeTitle(line.text.replace(/^\d{1,4}\s+|\s+\d{1,4}$/u, '')));
      if (title === '' || isOpening(title)) return undefined;
      const side = index - first < end - index ? 'header' : 'footer';
      const numbered = headingNumberOf(line.tokens) !== undefined;
      const heading = headings.get(title);
      if (numbered)
        return heading !== undefined && heading < index && sameLine(lines[heading], line) ? side : undefined;
      if (heading !== undefined || before.some((known) => similarTitles(known, title))) return side;
      return (returning.get(whole) ?? 0) >= 3 ? side : undefined;
    };
    for (let index = end - 1, left = EDGE; index >= first && left > 0; index -= 1) {
      const kind = found.get(index) ?? isFurniture(index);
      if (kind === undefined) break;
      if (kind !== 'contents') left -= 1;
      found.set(index, kind);
    }
    for (let index = first, left = EDGE; index < end && left > 0; index += 1) {
      const kind = found.get(index) ?? isFurniture(index);
      if (kind === undefined) break;
      if (kind !== 'contents') left -= 1;
      found.set(index, kind);
    }
  });
  return found;
}

function sameLine(a: SourceLine | undefined, b: SourceLine): boolean {
  return a !== undefined && normalizeTitle(a.text) === normalizeTitle(b.text);
}

/** "a b a b" as "a b". */
function undouble(title: string): string {
  const words = title.split(' ');
  const half = words.length / 2;
  if (!Number.isInteger(half) || half === 0) return title;
  const first = words.slice(0, half).join(' ');
  return first === words.slice(half).join(' ') ? first : title;
}

interface PageBounds {
  readonly first: number;
  /** Index behind the last line. */
  readonly end: number;
}

function pageBounds(pages: Pages): readonly PageBounds[] {
  const bounds: { first: number; end: number }[] = [];
  pages.pageOf.forEach((page, index) => {
    const current = bounds[page - 1];
    if (current) current.end = index + 1;
    else bounds.push({ first: index, end: index + 1 });
  });
  return bounds;
}

/** On how many pages each line stands at the very top or foot. */
function countReturning(
  lines: readonly SourceLine[],
  bounds: readonly PageBounds[],
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { first, end } of bounds) {
    const edges = new Set<string>();
    for (const index of [first, first + 1, end - 2, end - 1]) {
      const line = lines[index];
      if (line && index >= first && index < end) edges.add(normalizeTitle(line.text));
    }
    for (const edge of edges) counts.set(edge, (counts.get(edge) ?? 0) + 1);
  }
  return counts;
}

/** Whether the number at a page's edge goes on in the same step as one at the edge of the page before or behind. */
function numbersPages(
  lines: readonly SourceLine[],
  bounds: readonly PageBounds[],
  page: number,
  line: SourceLine,
): boolean {
  const value = Number(/\d+/u.exec(line.text)?.[0]);
  return [-2, -1, 1, 2].some((step) => {
    const other = bounds[page + step];
    if (other === undefined) return false;
    return [other.first, other.first + 1, other.end - 2, other.end - 1].some((index) => {
      const text = index >= other.first && index < other.end ? (lines[index]?.text ?? '') : '';
      return text.length < 24 && Number(/\d+/u.exec(text)?.[0]) === value + step;
    });
  });
}

/** Lines of a table of contents: with leader dots before a number, or four and more in a row that end in rising numbers. */
function findContents(lines: readonly SourceLine[]): readonly number[] {
  const found: number[] = [];
  let run: number[] = [];
  let highest = 0;
  const close = (): void => {
    const leaders = run.some((index) => /[.…·_]{3,}/u.test(lines[index]?.text ?? ''));
    if (run.length >= 4 || (leaders && run.length > 0)) {
      const title = (run[0] ?? 0) - 1;
      if (/^(?:inhalt|inhaltsverzeichnis|contents)\W*$/iu.test(lines[title]?.text ?? '')) found.push(title);
      for (const index of run) found.push(index);
    }
    run = [];
    highest = 0;
  };
  lines.forEach((line, index) => {
    const match =
      line.text.length < 160 ? /^(?=.*\p{L}{3}).*?(?:([.…·_]{3,})|\s)\s*(\d{1,3})$/u.exec(line.text) : null;
    const page = match ? Number(match[2]) : -1;
    const isLeader = match?.[1] !== undefined;
    if (page >= highest && page >= 0 && (isLeader || !line.tabbed)) {
      run.push(index);
      highest = page;
    } else {
      close();
    }
  });
  close();
  return found;
}
