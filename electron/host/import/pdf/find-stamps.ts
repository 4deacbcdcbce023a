import { normalizeTitle } from '../text/line-shapes.ts';
import type { PdfLine } from './page-lines.ts';

const STAMP_WORDS = new Set(['entwurf', 'draft', 'muster', 'kopie', 'vertraulich', 'vorabzug', 'vorläufig']);

/**
 * Finds what is stamped across pages: words at an angle or far larger than the text that several pages repeat, or
 * at an angle that say what a stamp says ("ENTWURF").
 */
export function findStamps(lines: readonly PdfLine[], bodySize: number): ReadonlySet<PdfLine> {
  const unusual = lines.filter(({ level, size }) => !level || size > bodySize * 3);
  const pages = new Map<string, Set<number>>();
  const wordsOf = (line: PdfLine): string => normalizeTitle(line.text);
  for (const line of unusual) {
    const words = wordsOf(line);
    pages.set(words, (pages.get(words) ?? new Set()).add(line.page));
  }
  return new Set(
    unusual.filter((line) => {
      const words = wordsOf(line);
      const isRepeated = /\p{L}/u.test(words) && (pages.get(words)?.size ?? 0) > 1;
      return isRepeated || (!line.level && STAMP_WORDS.has(words.replaceAll(' ', '')));
    }),
  );
}
