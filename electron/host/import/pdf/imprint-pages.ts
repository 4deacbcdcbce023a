import { normalizeTitle } from '../text/line-shapes.ts';
import type { PdfLine } from './page-lines.ts';

const IMPRINT_TITLES = new Set(['impressum', 'imprint']);

/**
 * Finds the imprint: before the contents list, pages that open with its heading, and what stands with it on them.
 * `lines` has neither running lines nor cover; without a contents list nothing is an imprint.
 */
export function findImprint(
  lines: readonly PdfLine[],
  contents: ReadonlySet<PdfLine>,
  bodySize: number,
): ReadonlySet<PdfLine> {
  const [listed] = contents;
  if (!listed) return new Set();
  const pages = new Set<number>();
  const seen = new Set<number>();
  for (const line of lines) {
    if (line.page >= listed.page) break;
    if (seen.has(line.page)) continue;
    seen.add(line.page);
    if (IMPRINT_TITLES.has(normalizeTitle(line.text)) && line.size > bodySize) pages.add(line.page);
  }
  return new Set(lines.filter(({ page }) => pages.has(page)));
}
