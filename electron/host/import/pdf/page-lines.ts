import type { SourceToken } from '../source-document.ts';
import type { TokenLog } from '../token-log.ts';
import type { Fragment, PdfPage } from './load-pages.ts';

/** One word or part of a word with one look. */
export interface LinePiece {
  readonly token: SourceToken;
  readonly x: number;
  readonly xEnd: number;
  readonly size: number;
  readonly bold: boolean;
  readonly italic: boolean;
  /** Smaller than its line and set above it, as footnote marks are. */
  readonly raised: boolean;
  readonly spaceBefore: boolean;
}

export interface PdfLine {
  /** From 1, over the whole document. */
  readonly number: number;
  /** From 1. */
  readonly page: number;
  readonly x: number;
  readonly xEnd: number;
  readonly y: number;
  /** Size that most of its characters have. */
  readonly size: number;
  readonly bold: boolean;
  /** Whether it runs level; text set at an angle is a line of its own. */
  readonly level: boolean;
  readonly pieces: readonly LinePiece[];
  readonly text: string;
}

interface OpenLine {
  readonly level: boolean;
  y: number;
  size: number;
  xEnd: number;
  readonly fragments: Fragment[];
}

/** Puts the fragments of all pages together to lines, in the order in which the pages draw them. */
export function pageLines(pages: readonly PdfPage[], log: TokenLog): PdfLine[] {
  let number = 0;
  return pages.flatMap((page, index) =>
    groupByBaseline(page.fragments).flatMap((fragments) => {
      const line = finishLine(fragments, number + 1, index + 1, log);
      if (line) number += 1;
      return line ? [line] : [];
    }),
  );
}

function groupByBaseline(fragments: readonly Fragment[]): Fragment[][] {
  const lines: OpenLine[] = [];
  let open: OpenLine | undefined;
  for (const fragment of fragments) {
    if (fragment.text.trim() === '') {
      if (open && Math.abs(fragment.y - open.y) < open.size) open.fragments.push(fragment);
      continue;
    }
    if (open && goesOn(open, fragment)) {
      open.fragments.push(fragment);
      open.xEnd = fragment.x + fragment.width;
      if (fragment.size > open.size) {
        open.size = fragment.size;
        open.y = fragment.y;
      }
    } else {
      const { y, size, level, x, width } = fragment;
      open = { level, y, size, xEnd: x + width, fragments: [fragment] };
      lines.push(open);
    }
  }
  return lines.map(({ fragments: own }) => own);
}

function goesOn(line: OpenLine, { x, y, size, level }: Fragment): boolean {
  if (line.level !== level) return false;
  if (x < line.xEnd - Math.max(size, line.size) * 0.6) return false;
  const rise = y - line.y;
  const larger = Math.max(size, line.size);
  if (Math.abs(rise) <= larger * 0.15) return true;
  const isRaised = size < line.size * 0.9 && rise > 0 && rise < line.size * 0.75;
  const wasRaised = line.size < size * 0.9 && rise < 0 && -rise < size * 0.75;
  return isRaised || wasRaised;
}

function finishLine(
  fragments: readonly Fragment[],
  number: number,
  page: number,
  log: TokenLog,
): PdfLine | null {
  const inked = fragments.filter(({ text }) => text.trim() !== '');
  const first = inked[0];
  if (!first) return null;
  const size = dominantSize(inked);
  const base = inked.find((fragment) => Math.abs(fragment.size - size) < 0.1) ?? first;
  const pieces: LinePiece[] = [];
  let space = false;
  let end = first.x;
  for (const fragment of fragments) {
    if (fragment.x - end > Math.min(fragment.size, size) * 0.14) space = true;
    const length = fragment.text.length;
    const raised =
      (fragment.size < size * 0.9 && fragment.y - base.y > size * 0.12) || isSmallNumber(fragment);
    for (const match of fragment.text.matchAll(/[ \t\u2002-\u200a]+|[^ \t\u2002-\u200a]+/g)) {
      const [text] = match;
      if (/^[ \t\u2002-\u200a]/.test(text)) {
        space = true;
        continue;
      }
      const from = fragment.x + (fragment.width * match.index) / length;
      const to = fragment.x + (fragment.width * (match.index + text.length)) / length;
      const look = { bold: fragment.bold, italic: fragment.italic, raised, size: fragment.size };
      const last = pieces.at(-1);
      if (last && !space && sameLook(last, look)) {
        pieces[pieces.length - 1] = {
          ...last,
          token: { ...last.token, text: last.token.text + text },
          xEnd: to,
        };
      } else {
        const token = { text, line: number, column: 0 };
        pieces.push({ token, x: from, xEnd: to, spaceBefore: space && pieces.length > 0, ...look });
      }
      space = false;
    }
    end = fragment.x + fragment.width;
  }
  const logged = pieces.map((piece) => ({ ...piece, token: log.token(piece.token.text, number) }));
  const plain = logged.filter(({ raised }) => !raised);
  return {
    number,
    page,
    x: first.x,
    xEnd: Math.max(...logged.map(({ xEnd }) => xEnd)),
    y: base.y,
    size,
    bold: isMostlyBold(plain),
    level: base.level,
    pieces: logged,
    text: logged.map(({ token, spaceBefore }) => `${spaceBefore ? ' ' : ''}${token.text}`).join(''),
  };
}

/** A number far narrower than its size says: fonts with raised figures of their own keep size and baseline. */
function isSmallNumber({ text, width, size }: Fragment): boolean {
  return /^\d{1,3}$/.test(text) && width / text.length < size * 0.43;
}

function isMostlyBold(pieces: readonly LinePiece[]): boolean {
  const lengthOf = (some: readonly LinePiece[]): number =>
    some.reduce((sum, { token }) => sum + token.text.length, 0);
  return pieces.length > 0 && lengthOf(pieces.filter(({ bold }) => bold)) > lengthOf(pieces) * 0.75;
}

function sameLook(a: LinePiece, b: Pick<LinePiece, 'bold' | 'italic' | 'raised' | 'size'>): boolean {
  const sameSize = Math.abs(a.size - b.size) < 0.3;
  return sameSize && a.bold === b.bold && a.italic === b.italic && a.raised === b.raised;
}

/** The size that most characters of some stretches have. */
export function dominantSize(fragments: readonly { readonly text: string; readonly size: number }[]): number {
  const weights = new Map<number, number>();
  for (const { text, size } of fragments) {
    const rounded = Math.round(size * 10) / 10;
    weights.set(rounded, (weights.get(rounded) ?? 0) + text.length);
  }
  let best = 0;
  let weight = -1;
  for (const [size, count] of weights) {
    if (count > weight) [best, weight] = [size, count];
  }
  return best;
}
