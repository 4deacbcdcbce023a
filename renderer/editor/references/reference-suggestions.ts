import type { OutlineEntry } from '../structure/outline.ts';

/** What a reference may point at, best first: by number, else by words of label and title. At most `limit`. */
export function suggestReferences(
  entries: readonly OutlineEntry[],
  query: string,
  limit = 8,
): readonly OutlineEntry[] {
  const wanted = fold(query);
  const targets = entries.filter(({ type }) => type !== 'goalGroup');
  if (wanted === '') return targets.slice(0, limit);
  const ranked = targets.flatMap((entry) => {
    const number = fold(entry.fullNumber);
    const words = fold(`${entry.label} ${entry.fullNumber} ${entry.title}`);
    if (number === wanted) return [{ entry, rank: 0 }];
    if (number !== '' && number.startsWith(wanted)) return [{ entry, rank: 1 }];
    if (fold(entry.title).startsWith(wanted)) return [{ entry, rank: 2 }];
    const all = wanted.split(' ').every((part) => words.includes(part));
    return all ? [{ entry, rank: 3 }] : [];
  });
  return ranked
    .sort((one, other) => one.rank - other.rank)
    .slice(0, limit)
    .map(({ entry }) => entry);
}

function fold(text: string): string {
  return text.toLocaleLowerCase('de').normalize('NFKD').replaceAll(/\p{M}/gu, '').trim();
}
