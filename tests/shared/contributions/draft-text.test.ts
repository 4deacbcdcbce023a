import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyUpdate, Doc, encodeStateAsUpdate, type Text } from 'yjs';
import { writeDraftText } from '../../../shared/contributions/draft-text.ts';

function textWith(words: string): { readonly doc: Doc; readonly text: Text } {
  const doc = new Doc();
  const text = doc.getText('draft');
  text.insert(0, words);
  return { doc, text };
}

const words = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '🙂', 'ä'), maxLength: 12 });

describe('draft text', () => {
  it('CON2: a text reads what was written, wherever the caret stands', () => {
    fc.assert(
      fc.property(words, words, fc.nat(20), (before, after, caret) => {
        const { text } = textWith(before);
        writeDraftText(text, after, Math.min(caret, after.length));
        expect(text.toJSON()).toBe(after);
      }),
      { seed: 20251122, numRuns: 2_000 },
    );
  });

  it('CON2: what two write at two places of one draft both stays', () => {
    const here = textWith('Die Stadt fördert Sprachen.');
    const there = new Doc();
    applyUpdate(there, encodeStateAsUpdate(here.doc));
    writeDraftText(here.text, 'Unsere Stadt fördert Sprachen.', 6);
    writeDraftText(there.getText('draft'), 'Die Stadt fördert alle Sprachen.', 22);
    applyUpdate(here.doc, encodeStateAsUpdate(there));
    expect(here.text.toJSON()).toBe('Unsere Stadt fördert alle Sprachen.');
  });

  it('CON2: the letter that was typed is the one before the caret', () => {
    const { doc, text } = textWith('aa');
    const changes: unknown[] = [];
    text.observe((event) => changes.push(event.delta));
    writeDraftText(text, 'aaa', 1);
    expect(changes).toEqual([[{ insert: 'a' }]]);
    doc.destroy();
  });
});
