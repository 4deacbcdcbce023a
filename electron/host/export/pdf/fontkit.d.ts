/** The part of fontkit 2 that is used; the package ships no types. */
declare module 'fontkit' {
  export interface Font {
    /** Whether the character map of the font has a glyph for this code point. */
    hasGlyphForCodePoint(codePoint: number): boolean;
  }
  /** Opens a font from its bytes; throws where they are no font. */
  export function create(bytes: Uint8Array): Font;
}
