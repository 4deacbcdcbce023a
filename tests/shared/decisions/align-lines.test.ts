import fc from 'fast-check';
import { expect, it } from 'vitest';
import { alignsFromStart } from '../../../shared/decisions/align-lines.ts';

it('WRD3: lines go with the blocks from the first on unless another pairing has more words in common', () => {
  const blocks = ['Wege für Kinder', 'Bäume und Schatten', 'Ruhe am Abend'];
  expect(alignsFromStart(blocks, ['Wege für alle', 'Bäume und Schatten', 'Ruhe am Abend', 'Neu'])).toBe(true);
  expect(alignsFromStart(blocks, ['Neu', 'Wege für Kinder', 'Bäume und Schatten', 'Ruhe am Abend'])).toBe(
    false,
  );
  expect(alignsFromStart(blocks, ['WEGE für Kinder'])).toBe(true);
  expect(alignsFromStart(blocks, ['Ruhe am Abend'])).toBe(false);
  expect(alignsFromStart(['Wort Wort Wort', 'anders'], ['Wort', 'Wort Wort Wort', 'anders'])).toBe(false);
});

it('WRD3: no line and no block whatsoever disturbs it', () => {
  const texts = fc.array(fc.string({ unit: 'binary', maxLength: 30 }), { maxLength: 6 });
  fc.assert(
    fc.property(texts, (lines) => {
      expect(alignsFromStart(lines, lines)).toBe(true);
    }),
    { seed: 3, numRuns: 200 },
  );
});

it('WRD3: thousands of lines for a long goal are told within a second', () => {
  const blocks = Array.from({ length: 20 }, (_, block) =>
    Array.from({ length: 300 }, (_, word) => `wort${String((block * word) % 97)}`).join(' '),
  );
  const lines = Array.from({ length: 5_000 }, (_, line) => String.fromCodePoint(97 + (line % 26)));
  const begun = performance.now();
  expect(alignsFromStart(blocks, lines)).toBe(true);
  expect(performance.now() - begun).toBeLessThan(1_000);
});
