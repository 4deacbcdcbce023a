/**
 * Whether lines that are more or fewer than the blocks they are meant for go with them from the first on, so that what
 * is over stands at the end: no other order-keeping way of pairing them has more words in common.
 */
export function alignsFromStart(blocks: readonly string[], lines: readonly string[]): boolean {
  const common = Math.min(blocks.length, lines.length);
  let straight = 0;
  for (let index = 0; index < common; index += 1) {
    straight += likeness(blocks[index] ?? '', lines[index] ?? '');
  }
  return bestPairing(blocks, lines) <= straight + TOLERANCE;
}

/** A few words that lines share by chance, "und" and "der", do not make another pairing the better one. */
const TOLERANCE = 0.3;

/** The most likeness that pairs can have together, in which no two cross. */
function bestPairing(blocks: readonly string[], lines: readonly string[]): number {
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

/** The share of words that two lines have in common, from 0 to 1 (Dice, of words with their number). */
function likeness(one: string, other: string): number {
  const words = wordsIn(one);
  const others = wordsIn(other);
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of others) {
    const left = counts.get(word) ?? 0;
    if (left === 0) continue;
    shared += 1;
    counts.set(word, left - 1);
  }
  const all = words.length + others.length;
  return all === 0 ? 1 : (2 * shared) / all;
}

function wordsIn(line: string): readonly string[] {
  return line.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}
