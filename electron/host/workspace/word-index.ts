import Database from 'better-sqlite3';

/** One thing that can be found by its words. */
export interface IndexedWords {
  readonly id: string;
  readonly words: string;
}

/** An index of words in memory: never stored, made anew by whoever has what it is derived from. */
export interface WordIndex {
  has(id: string): boolean;
  /** Adds what is not there yet, all at once. */
  add(entries: readonly IndexedWords[]): void;
  /**
   * Ids of what holds all words of a query, each as the beginning of a word, without regard to case and diacritics; the
   * best first. Whatever else a query holds is left out; one without words finds nothing.
   */
  search(query: string): readonly string[];
  close(): void;
}

/** More words than anybody types; each costs time. */
const MOST_WORDS = 20;

/** FTS5 over a database in memory; it takes words as German has them, `ß` as `ss`. */
export function createWordIndex(): WordIndex {
  const database = new Database(':memory:');
  database.exec(`
    CREATE VIRTUAL TABLE entries USING fts5 (
      id UNINDEXED, words,
      tokenize = "unicode61 remove_diacritics 2", prefix = '2 3'
    )`);
  const insert = database.prepare('INSERT INTO entries (id, words) VALUES (?, ?)');
  const find = database.prepare('SELECT id FROM entries WHERE entries MATCH ? ORDER BY rank, rowid').pluck();
  const known = new Set<string>();
  const addAll = database.transaction((entries: readonly IndexedWords[]) => {
    for (const { id, words } of entries) insert.run(id, folded(words));
  });
  return {
    has: (id) => known.has(id),
    add(entries) {
      const fresh = new Map(entries.filter(({ id }) => !known.has(id)).map((entry) => [entry.id, entry]));
      addAll([...fresh.values()]);
      for (const id of fresh.keys()) known.add(id);
    },
    search(query) {
      const terms =
        folded(query)
          .match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu)
          ?.slice(0, MOST_WORDS) ?? [];
      if (terms.length === 0) return [];
      // Within double quotes FTS5 takes anything for a word, also AND, NOT and NEAR.
      const match = terms.map((term) => `"${term}"*`).join(' ');
      return find.all(match).map(String);
    },
    close: () => void database.close(),
  };
}

/** More signs than any language puts on one letter; to bring thousands of them into order takes the square of that. */
const MARKS = /(\p{M}{16})\p{M}+/gu;

function folded(text: string): string {
  return text
    .replaceAll(MARKS, '$1')
    .normalize('NFC')
    .replaceAll('\u00ad', '')
    .replaceAll('ß', 'ss')
    .replaceAll('ẞ', 'SS');
}
