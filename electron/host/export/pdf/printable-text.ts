/**
 * A string as it is handed to the typesetter: composed (NFC), so that "u" with a separate diaeresis takes the
 * glyph of "ü", with line breaks and tabs as spaces, and without byte order marks, which PDF/UA does not allow.
 * Nothing else is changed.
 */
export function printableText(text: string): string {
  return text
    .normalize('NFC')
    .replaceAll(/[\t\n\v\f\r\u0085\u2028\u2029]+/gu, ' ')
    .replaceAll('\uFEFF', '');
}
