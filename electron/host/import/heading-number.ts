import type { SourceBlock, SourceToken, SourceWord } from './source-document.ts';

const PRINTED_NUMBER = /^(\d{1,3}(?:\.\d{1,3})*)\.?$/;

/** Takes the printed number ("6.3", "2.") off the beginning of a heading; a heading of nothing else keeps it. */
export function splitHeadingNumber(words: readonly SourceWord[]): {
  readonly words: readonly SourceWord[];
  readonly number?: { readonly text: string; readonly token: SourceToken };
} {
  const [first, second, ...rest] = words;
  const text = first ? PRINTED_NUMBER.exec(first.text)?.[1] : undefined;
  const token = first?.tokens[0];
  if (!text || !token || !second?.spaceBefore || first.footnoteMark !== undefined) return { words };
  return { words: [{ ...second, spaceBefore: false }, ...rest], number: { text, token } };
}

/** Every token that a block accounts for, its marker, number and footnote marks included. */
export function tokensOfBlock(block: SourceBlock): readonly SourceToken[] {
  const own: SourceToken[] = [...(block.setAside ?? [])];
  if (block.type === 'heading' && block.number) own.push(block.number.token);
  if (block.type === 'listItem' && block.marker) own.push(block.marker);
  if (block.type === 'footnote' && block.markToken) own.push(block.markToken);
  const lines =
    block.type === 'signature' ? block.lines : block.type === 'participants' ? block.names : [block.words];
  for (const word of lines.flat()) {
    own.push(...word.tokens, ...(word.footnoteMarkToken ? [word.footnoteMarkToken] : []));
  }
  return own;
}
