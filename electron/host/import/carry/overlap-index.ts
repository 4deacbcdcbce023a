/** Pairs of words in more texts than this say nothing about which text is meant. */
const COMMON = 60;

/** The words of a text and its pairs of neighbouring words, in lower case, each once. */
export function shinglesOf(text: string): ReadonlySet<string> {
  const words = text.toLocaleLowerCase('de').match(/[\p{L}\p{N}]+/gu) ?? [];
  const shingles = new Set<string>();
  words.forEach((word, place) => {
    if (word.length > 3 || words.length < 4) shingles.add(word);
    const next = words[place + 1];
    if (next !== undefined) shingles.add(`${word} ${next}`);
  });
  return shingles;
}

/** Finds, among many texts, the one that shares most with another. */
export interface OverlapIndex {
  /** The best of the texts that `accepts` lets pass, with the share of common shingles (Dice), if any is common. */
  best(
    shingles: ReadonlySet<string>,
    accepts: (index: number) => boolean,
  ): { readonly index: number; readonly share: number } | undefined;
}

export function createOverlapIndex(texts: readonly string[]): OverlapIndex {
  const sizes: number[] = [];
  const places = new Map<string, number[]>();
  texts.forEach((text, index) => {
    const shingles = shinglesOf(text);
    sizes.push(shingles.size);
    for (const shingle of shingles) {
      const list = places.get(shingle);
      if (list) list.push(index);
      else places.set(shingle, [index]);
    }
  });
  return {
    best(shingles, accepts) {
      const common = new Map<number, number>();
      for (const shingle of shingles) {
        const list = places.get(shingle);
        if (list === undefined || list.length > COMMON) continue;
        for (const index of list) common.set(index, (common.get(index) ?? 0) + 1);
      }
      let found: { index: number; share: number } | undefined;
      for (const [index, count] of common) {
        const share = (2 * count) / (shingles.size + (sizes[index] ?? 0));
        const isBetter =
          found === undefined || share > found.share || (share === found.share && index < found.index);
        if (isBetter && accepts(index)) found = { index, share };
      }
      return found;
    },
  };
}
