import type { PdfPlace } from './page-text.ts';
import type { PdfPages } from './pdf-reader.ts';

/** A place told by the part of the text that it is in, so that other pages of the same text have it too. */
export interface ReadingPlace {
  /** The node of the part; null before the first one. */
  readonly part: string | null;
  /** Points below the beginning of the part, or of the first page. */
  readonly past: number;
}

type Paper = Pick<PdfPages, 'sizes' | 'parts'>;

/** Tells a place by the part that begins last above it. */
export function readingPlace(pages: Paper, place: PdfPlace): ReadingPlace {
  const at = depthOf(pages, place);
  let found: ReadingPlace = { part: null, past: at };
  for (const [part, begin] of pages.parts) {
    const past = at - depthOf(pages, begin);
    if (past >= 0 && (found.part === null || past < found.past)) found = { part, past };
  }
  return found;
}

/** Where such a place is in these pages; null where its part is gone. */
export function placeAgain(pages: Paper, { part, past }: ReadingPlace): PdfPlace | null {
  const begin = part === null ? { page: 0, top: 0 } : pages.parts.get(part);
  if (begin === undefined) return null;
  let top = depthOf(pages, begin) + past;
  let page = 0;
  for (const { height } of pages.sizes.slice(0, -1)) {
    if (top < height) break;
    top -= height;
    page += 1;
  }
  return { page, top };
}

/** How far below the beginning of the first page a place is, all pages being one strip of paper. */
function depthOf({ sizes }: Paper, { page, top }: PdfPlace): number {
  return sizes.slice(0, page).reduce((sum, { height }) => sum + height, 0) + top;
}

/** Whether a place comes before another one. */
export function isBefore(one: PdfPlace, other: PdfPlace): boolean {
  return one.page < other.page || (one.page === other.page && one.top < other.top);
}
