import type { SourceLine } from './source-lines.ts';

/** The words of a document as they stand within its lines: the evidence for how words cut at line ends go on. */
export interface Vocabulary {
  /** Whether the word stands somewhere, uncut, in any case. */
  has(word: string): boolean;
  /** Whether a word of the same stem stands somewhere ("strukturell" for "strukturellen"). */
  hasStem(word: string): boolean;
}

const bare = (token: string): string =>
  token.toLocaleLowerCase('de').replaceAll(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');

/** Cuts the endings of inflection, so that forms of one word meet. */
export function stemOf(word: string): string {
  const stem = word.replace(/(?:e[nmrs]?|s)$/u, '');
  return stem.length >= 4 ? stem : word;
}

/** Collects the words of a text but for those that a line end cuts. */
export function collectVocabulary(lines: readonly SourceLine[]): Vocabulary {
  const words = new Set<string>();
  const stems = new Set<string>();
  let cut = false;
  for (const line of lines) {
    line.tokens.forEach((token, place) => {
      const isRest = cut && place === 0;
      const isCut = place === line.tokens.length - 1 && /[-\u00ad‐]$/u.test(token.text);
      if (isRest || isCut) return;
      const word = bare(token.text);
      if (word === '') return;
      words.add(word);
      stems.add(stemOf(word));
    });
    cut = /[-\u00ad‐]$/u.test(line.text);
  }
  return {
    has: (word) => words.has(bare(word)),
    hasStem: (word) => stems.has(stemOf(bare(word))),
  };
}
