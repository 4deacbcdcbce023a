import fc from 'fast-check';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createWordIndex, type WordIndex } from '../../../../electron/host/workspace/word-index.ts';

let index: WordIndex;

beforeEach(() => {
  index = createWordIndex();
  index.add([
    { id: 'a', words: 'Die Straße vor der Überwasserkirche ist für Fußgänger gefährlich.' },
    { id: 'b', words: 'Sprachkurse: „Deutsch“ und Integra\u00adtion (auch abends)' },
    { id: 'c', words: 'Kurse am Abend, Kurse am Morgen, Kurse am Mittag' },
  ]);
});

afterEach(() => index.close());

it.each([
  ['strasse', ['a']],
  ['STRAẞE', ['a']],
  ['uberwasser', ['a']],
  ['Überwasser', ['a']],
  ['gefahr', ['a']],
  ['u\u0308berwasser', ['a']],
  ['integration', ['b']],
  ['kurse', ['c']],
  ['abend kurse', ['c']],
  ['abend', ['b', 'c']],
  ['fahrrad', []],
  ['wasser', []],
])('CON15: %s finds the beginnings of words, without regard to case, umlauts and ß', (query, found) => {
  expect(index.search(query)).toEqual(found);
});

it.each(['', ' ', '"', '""', '*', '-', '(', '-- ;', 'ℵ', '\ud83d\ude00', '\u0301', '\0', '\u{1E4D0}'])(
  'CON15: a query without words that are there finds nothing: %j',
  (query) => {
    expect(index.search(query)).toEqual([]);
  },
);

it.each([
  '"kurse',
  'kurse"',
  "kur'se",
  'kurse*',
  '{kurse}',
  'kurse^',
  'kurse:',
  'words: kurse',
  'kurse AND',
  'NEAR(kurse)',
])('CON15: what means something to the engine means nothing in a query: %s', (query) => {
  const letters = query.toLowerCase().match(/[a-z]+/g) ?? [];
  expect(index.search(query)).toEqual(letters.join(' ') === 'kurse' ? ['c'] : []);
});

it('CON15: no query whatsoever disturbs it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (query) => {
      index.search(query);
    }),
    { seed: 15, numRuns: 300 },
  );
  expect(index.search('kurse')).toEqual(['c']);
});

it('CON15: holds each thing once', () => {
  index.add([{ id: 'c', words: 'Straße' }]);
  expect([index.has('c'), index.has('d')]).toEqual([true, false]);
  expect(index.search('strasse')).toEqual(['a']);
});

it('CON15: thousands of signs on one letter cost no more than other text', () => {
  const signs = `e${'\u0301'.repeat(5_000)}${'\u0316'.repeat(4_999)}`;
  const begun = performance.now();
  index.add(
    Array.from({ length: 40 }, (_, n) => ({ id: `m${String(n)}`, words: `${signs} kurse${String(n)}` })),
  );
  expect(performance.now() - begun).toBeLessThan(1_000);
  expect(index.search('kurse39')).toEqual(['m39']);
});
