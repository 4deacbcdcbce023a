import type { PdfLine } from './page-lines.ts';

export interface CoverPage {
  readonly title: string;
  readonly subtitle: string;
  readonly lines: ReadonlySet<PdfLine>;
}

const MOST_WORDS = 45;

/**
 * Takes the cover off: a first page of few words, some of them large. The largest are the title, what follows it in
 * a larger type than the text, else the next largest, the subtitle.
 */
export function takeCover(lines: readonly PdfLine[], pages: number, bodySize: number): CoverPage {
  const none: CoverPage = { title: '', subtitle: '', lines: new Set() };
  const own = lines.filter(({ page }) => page === 1);
  const words = own.reduce((sum, { pieces }) => sum + pieces.length, 0);
  const sizes = [...new Set(own.map(({ size }) => Math.round(size)))].sort((a, b) => b - a);
  const [largest = 0, second = 0] = sizes;
  const isProse = own.filter(({ pieces }) => pieces.length > 9).length > 1;
  const isNumbered = own.some((line) => Math.round(line.size) === largest && /^\d/.test(line.text));
  if (
    pages < 2 ||
    own.length === 0 ||
    words > MOST_WORDS ||
    isProse ||
    isNumbered ||
    largest < bodySize * 1.4
  )
    return none;
  const textOf = (size: number): string =>
    own
      .filter((line) => Math.round(line.size) === size)
      .map(({ text }) => text)
      .join(' ');
  const title = textOf(largest);
  const below = own[own.findLastIndex(({ size }) => Math.round(size) === largest) + 1];
  const size = below && below.size > bodySize * 1.2 ? Math.round(below.size) : second;
  return { title, subtitle: size > bodySize ? textOf(size) : '', lines: new Set(own) };
}
