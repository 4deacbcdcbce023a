import fc from 'fast-check';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createWordIndex, type WordIndex } from '../../../../electron/host/workspace/word-index.ts';

let index: WordIndex;

beforeEach(() => {
  index = createWordIndex();
  index.add([
    { id: 'a', owner: 'caritas', words: 'Die Straße vor der Überwasserkirche ist für Fußgänger gefährlich.' },
    { id: 'b', owner: 'kirche', words: 'Sprachkurse: „Deutsch“ und Integra\u00adtion (auch abends)' },
    { id: 'c', owner: 'caritas', words: 'Kurse am Abend, Kurse am Morgen, Kurse am Mittag' },
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
      index.search(query, 'caritas');
    }),
    { seed: 15, numRuns: 300 },
  );
  expect(index.search('kurse')).toEqual(['c']);
});

it('CON15: can be bounded to one owner, and holds each thing once', () => {
  index.add([{ id: 'c', owner: 'kirche', words: 'Straße' }]);
  expect([index.has('c'), index.has('d')]).toEqual([true, false]);
  expect(index.search('strasse')).toEqual(['a']);
  expect([index.search('abend', 'kirche'), index.search('abend', 'caritas')]).toEqual([['b'], ['c']]);
});
