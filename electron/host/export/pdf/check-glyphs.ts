import { create } from 'fontkit';
import { appError, type ErrorDetails } from '../../../../shared/errors/errors.ts';
import { fail, ok, type Result } from '../../../../shared/errors/result.ts';
import type { LoadedFamily } from './print-fonts.ts';
import { printableText } from './printable-text.ts';
import type { PrintedString } from './printed-strings.ts';

/** Says whether some shipped family has a code point in each of its styles. */
export type HasGlyph = (codePoint: number) => boolean;

/** Characters before and after a missing one that are quoted as its context. */
const CONTEXT = 24;
/** Missing characters named in one failure; whoever repairs these sees the rest with the next try. */
const PLACES_NAMED = 100;

/** Reads the character maps of the fonts; answers are remembered per code point. */
export function createGlyphLookup(families: readonly LoadedFamily[]): HasGlyph {
  const fonts = families.map(({ files }) => files.map((bytes) => create(bytes)));
  const known = new Map<number, boolean>();
  return (codePoint) => {
    const before = known.get(codePoint);
    if (before !== undefined) return before;
    const has = fonts.some((styles) => styles.every((font) => font.hasGlyphForCodePoint(codePoint)));
    known.set(codePoint, has);
    return has;
  };
}

/**
 * Checks that every character can be printed. Fails with `glyph-missing`, which names each missing character once
 * per place: the place is the number of the goal or the title of the section, with a few words around it.
 * Characters without a shape (joiners, soft hyphens, direction marks) need no glyph.
 */
export function checkGlyphs(strings: readonly PrintedString[], hasGlyph: HasGlyph): Result<true> {
  const places = new Map<string, ErrorDetails['glyph-missing']['places'][number]>();
  for (const { text: raw, place } of strings) {
    const text = printableText(raw);
    let offset = 0;
    for (const character of text) {
      const codePoint = character.codePointAt(0) ?? 0;
      const key = `${character} ${place}`;
      if (!hasGlyph(codePoint) && !isShapeless(character) && !places.has(key)) {
        places.set(key, {
          character,
          codePoint: `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`,
          place: `${place}: ${context(text, offset, character.length)}`,
        });
        if (places.size === PLACES_NAMED)
          return fail(appError('glyph-missing', { places: [...places.values()] }));
      }
      offset += character.length;
    }
  }
  return places.size === 0 ? ok(true) : fail(appError('glyph-missing', { places: [...places.values()] }));
}

/** Whether a character needs no glyph: joiners, soft hyphens, direction marks. */
export function isShapeless(character: string): boolean {
  return /^\p{Default_Ignorable_Code_Point}$/u.test(character);
}

function context(text: string, offset: number, length: number): string {
  const from = Math.max(0, offset - CONTEXT);
  const to = Math.min(text.length, offset + length + CONTEXT);
  return `${from > 0 ? '…' : ''}${text.slice(from, to)}${to < text.length ? '…' : ''}`;
}
