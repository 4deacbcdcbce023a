import type { Publishable } from '../../../../shared/editions/edition.ts';
import { publish } from '../../../../shared/publication/publish.ts';
import type { Result } from '../../../../shared/errors/result.ts';
import { checkGlyphs, createGlyphLookup } from './check-glyphs.ts';
import { loadFonts } from './print-fonts.ts';
import { printedStrings } from './printed-strings.ts';

/** Checks that the shipped fonts have every character that a PDF of this would print. Fails with `glyph-missing`. */
export async function checkPrintable(source: Publishable): Promise<Result<true>> {
  return checkGlyphs(printedStrings(publish(source)), createGlyphLookup(await loadFonts()));
}
