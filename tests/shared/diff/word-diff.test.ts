import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffWords } from '../../../shared/diff/word-diff.ts';

const words = fc
  .array(fc.constantFrom('Wir', 'fördern', 'Sprache', ' ', ', ', '–', 'ö́', '👩‍👩‍👧', '\n', '2019'), {
    maxLength: 40,
  })
  .map((all) => all.join(''));

describe('diffWords', () => {
  it('CMP5: kept and deleted words give the earlier text, kept and inserted ones the later', () => {
    fc.assert(
      fc.property(words, words, (before, after) => {
        const changes = diffWords(before, after);
        const side = (type: string) =>
          changes
            .filter((c) => c.type === 'same' || c.type === type)
            .map((c) => c.text)
            .join('');
        expect(side('deleted')).toBe(before);
        expect(side('inserted')).toBe(after);
      }),
    );
  });

  it('CMP5: shows the words that changed, not the letters', () => {
    expect(diffWords('Wir fördern die Sprache.', 'Wir stärken die Sprachen.')).toEqual([
      { type: 'same', text: 'Wir ' },
      { type: 'deleted', text: 'fördern' },
      { type: 'inserted', text: 'stärken' },
      { type: 'same', text: ' die ' },
      { type: 'deleted', text: 'Sprache' },
      { type: 'inserted', text: 'Sprachen' },
      { type: 'same', text: '.' },
    ]);
  });

  it('CMP6: shows texts that have next to nothing in common as replaced', () => {
    const long = (word: string) => Array.from({ length: 3_000 }, (_, n) => `${word}${String(n)}`).join(' ');
    expect(diffWords(long('a'), long('b')).map(({ type }) => type)).toEqual(['deleted', 'inserted']);
  });
});
