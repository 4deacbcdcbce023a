/** What XML 1.0 cannot say (production 2, Char), by any spelling. */
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;

/**
 * Text as it may stand in a Word document: what XML cannot say becomes U+FFFD, ends of lines become spaces, as they
 * do in HTML; a line break of the model is a node of its own.
 */
export function docxText(text: string): string {
  return text.replaceAll(FORBIDDEN, '\ufffd').replaceAll(/\r\n|[\r\n\t]/g, ' ');
}
