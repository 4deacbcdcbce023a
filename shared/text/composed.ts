/** More marks on one letter than any script writes; the bound of the stream-safe format of Unicode Annex 15. */
const OVERLOADED = /\P{M}?\p{M}{31,}/gu;

/**
 * A text in NFC. A letter under more than 30 marks stays as it is written: to bring thousands of them into order takes
 * the square of their count. What comes out comes out again.
 */
export function composed(text: string): string {
  let result = '';
  let from = 0;
  for (const { index, 0: letter } of text.matchAll(OVERLOADED)) {
    result += text.slice(from, index).normalize('NFC') + letter;
    from = index + letter.length;
  }
  return result + text.slice(from).normalize('NFC');
}
