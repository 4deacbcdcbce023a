/**
 * Whether lines that are more or fewer than the blocks they are meant for go with them from the first on, so that what
 * is over stands at the end: no other order-keeping way of pairing them has more words in common.
 */
export function alignsFromStart(blocks: readonly string[], lines: readonly string[]): boolean {
  const wordsOfBlocks = blocks.map(countedWords);
  const wordsOfLines = lines.map(countedWords);
  const common = Math.min(blocks.length, lines.length);
  let straight = 0;
  for (let index = 0; index < common; index += 1) {
    straight += likeness(wordsOfBlocks[index] ?? NONE, wordsOfLines[index] ?? NONE);
  }
  return bestPairing(wordsOfBlocks, wordsOfLines) <= straight + TOLERANCE;
}

/** A few words that lines share by chance, "und" and "der", do not make another pairing the better one. */
const TOLERANCE = 0.3;

/** How many words, and how often each. */
interface CountedWords {
  readonly length: number;
  readonly counts: ReadonlyMap<string, number>;
}

const NONE: CountedWords = { length: 0, counts: new Map() };

/** The most likeness that pairs can have together, in which no two cross. */
function bestPairing(blocks: readonly CountedWords[], lines: readonly CountedWords[]): number {
  let row = lines.map(() => 0);
  for (const block of blocks) {
    const next: number[] = [];
    for (const [index, line] of lines.entries()) {
      const paired = (index > 0 ? (row[index - 1] ?? 0) : 0) + likeness(block, line);
      next.push(Math.max(paired, row[index] ?? 0, next[index - 1] ?? 0));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}

/**
 * The share of words that two lines have in common, from 0 to 1 (Dice, of words with their number). Costs no more than
 * the shorter of them has words: it is asked of every block with every line.
 */
function likeness(one: CountedWords, other: CountedWords): number {
  const [fewer, more] = one.counts.size < other.counts.size ? [one, other] : [other, one];
  let shared = 0;
  for (const [word, count] of fewer.counts) shared += Math.min(count, more.counts.get(word) ?? 0);
  const all = one.length + other.length;
  return all === 0 ? 1 : (2 * shared) / all;
}

function countedWords(line: string): CountedWords {
  const words = line.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return { length: words.length, counts };
}
