/**
 * How many pages a PDF of our typesetter has: the count at the root of its page tree, which it writes uncompressed.
 * Throws where there is none, because then the typesetter writes otherwise than we know.
 */
export function countPages(pdf: Uint8Array): number {
  const text = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.length).toString('latin1');
  const count = /\/Type \/Pages\s+\/Count (\d+)/.exec(text)?.[1];
  if (count === undefined) throw new Error('a PDF without a page tree');
  return Number(count);
}
