import { z } from 'zod';
import type { Fragment } from './load-pages.ts';

const SOFT_HYPHEN = '\u00ad';
const shown = z.tuple([z.array(z.union([z.looseObject({ unicode: z.string() }), z.unknown()]))]);
const glyph = z.looseObject({ unicode: z.string() });

/** The characters that one drawing operation of pdfjs shows, a string per glyph. */
export function drawnText(args: unknown): string[] {
  const { success, data } = shown.safeParse(args);
  if (!success) return [];
  return data[0].flatMap((item) => {
    const read = glyph.safeParse(item);
    return read.success ? [read.data.unicode] : [];
  });
}

/**
 * Puts hyphens back that pdfjs leaves out: some programs (Typst) name the glyph of every hyphen a soft one, and
 * pdfjs drops soft hyphens from its text. The drawn glyphs, in order, show where they stood. Where text and glyphs
 * differ otherwise, the fragments stay as they are.
 */
export function restoreHyphens(
  fragments: readonly Fragment[],
  drawn: readonly string[],
): readonly Fragment[] {
  if (!drawn.includes(SOFT_HYPHEN)) return fragments;
  const glyphs = drawn
    .flatMap((text) => Array.from(text.normalize('NFKC')))
    .filter((sign) => !/\s/.test(sign));
  const texts = fragments.map(({ text }) => text);
  let at = 0;
  let last = -1;
  for (const [index, { text }] of fragments.entries()) {
    let restored = '';
    for (const sign of text.normalize('NFKC')) {
      if (/\s/.test(sign)) {
        restored += sign;
        continue;
      }
      while (glyphs[at] === SOFT_HYPHEN) {
        if (restored.trim() !== '') restored = restored.replace(/\s*$/, (space) => `-${space}`);
        else if (last >= 0) texts[last] = `${texts[last] ?? ''}-`;
        at += 1;
      }
      if (glyphs[at] !== sign) return fragments;
      restored += sign;
      at += 1;
    }
    if (restored.trim() !== '') {
      texts[index] = restored;
      last = index;
    }
  }
  if (glyphs[at] === SOFT_HYPHEN && last >= 0) texts[last] = `${texts[last] ?? ''}-`;
  return fragments.map((fragment, index) => ({ ...fragment, text: texts[index] ?? fragment.text }));
}
