import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rebaseWording } from '../../../shared/decisions/rebase-wording.ts';
import { wordEdits, withEdits } from '../../../shared/decisions/word-edits.ts';

const seed = 20250612;
const base = 'Die Stadt fördert Kurse in allen Stadtteilen.';

/** Texts of few words, so that edits often meet. */
const words = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', ',', '\n'), { maxLength: 12 });
const joined = words.map((list) => list.join(' '));
/** A base, and two texts that somebody made of it by changing some words. */
const revised = fc.tuple(
  fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { minLength: 4, maxLength: 14 }),
  fc.array(fc.tuple(fc.nat(13), fc.constantFrom('X', 'Y Z', '')), { maxLength: 3 }),
  fc.array(fc.tuple(fc.nat(13), fc.constantFrom('P', 'Q R', '')), { maxLength: 3 }),
);
const revise = (list: readonly string[], changes: readonly (readonly [number, string])[]): string =>
  list.map((word, index) => changes.find(([at]) => at === index)?.[1] ?? word).join(' ');

describe('rebasing a proposal', () => {
  it('RBS1: leaves a proposal as it is where its words are what they were', () => {
    expect(rebaseWording(base, 'Neu.', base)).toEqual({ state: 'unchanged', wording: 'Neu.' });
    fc.assert(
      fc.property(joined, joined, (one, other) => {
        expect(rebaseWording(one, other, one)).toEqual({ state: 'unchanged', wording: other });
        const same = rebaseWording(one, one, other);
        if (one !== other) expect(same).toEqual({ state: 'rebased', wording: other });
      }),
      { seed },
    );
  });

  it('RBS2: has both changes where they concern different words, whichever came first', () => {
    const today = 'Die Kommune fördert Kurse in allen Stadtteilen.';
    const proposed = 'Die Stadt fördert Kurse in vielen Stadtteilen und Orten.';
    const both = 'Die Kommune fördert Kurse in vielen Stadtteilen und Orten.';
    expect(rebaseWording(base, proposed, today)).toEqual({ state: 'rebased', wording: both });
    expect(rebaseWording(base, today, proposed)).toEqual({ state: 'rebased', wording: both });
    fc.assert(
      fc.property(revised, ([list, ours, theirs]) => {
        const [text, one, other] = [list.join(' '), revise(list, ours), revise(list, theirs)];
        if (one === text || other === text) return;
        const [there, back] = [rebaseWording(text, one, other), rebaseWording(text, other, one)];
        expect(there.state).toBe(back.state);
        if (there.state === 'rebased') expect(there).toEqual(back);
      }),
      { seed, numRuns: 500 },
    );
  });

  it('RBS3: tells the words that both have changed, as each has them', () => {
    const found = rebaseWording(
      base,
      'Das Land fördert Kurse in Orten.',
      'Die Gemeinde fördert Kurse in Orten.',
    );
    expect(found).toEqual({
      state: 'conflict',
      conflicts: [{ base: 'Stadt', today: 'Gemeinde', proposed: 'Land' }],
    });
    const inserted = rebaseWording('eins zwei', 'eins und zwei', 'eins oder zwei');
    expect(inserted.state).toBe('conflict');
  });

  it('RBS4: loses no word of either side silently', () => {
    let merged = 0;
    fc.assert(
      fc.property(revised, ([list, ours, theirs]) => {
        const [text, today, proposed] = [list.join(' '), revise(list, ours), revise(list, theirs)];
        const found = rebaseWording(text, proposed, today);
        if (found.state !== 'rebased') return;
        merged += 1;
        for (const side of [today, proposed]) {
          for (const { insert } of wordEdits(text, side)) {
            for (const word of insert.match(/[A-Z]/g) ?? []) expect(found.wording).toContain(word);
          }
        }
        const count = (of: string, letter: string) => of.split(letter).length - 1;
        for (const letter of 'XYZPQR') {
          expect(count(found.wording, letter)).toBe(count(today, letter) + count(proposed, letter));
        }
      }),
      { seed, numRuns: 500 },
    );
    expect(merged).toBeGreaterThan(100);
  });

  it('RBS5: says where the base is gone, and what both changed alike is changed once', () => {
    expect(rebaseWording(base, 'Neu.', null)).toEqual({ state: 'base-gone' });
    const same = 'Die Gemeinde fördert Kurse in allen Stadtteilen.';
    expect(rebaseWording(base, same, same)).toEqual({ state: 'rebased', wording: same });
  });

  it('RBS5: edits of words make the one text of the other', () => {
    fc.assert(
      fc.property(joined, joined, (one, other) => {
        expect(withEdits(one, wordEdits(one, other))).toBe(other);
      }),
      { seed },
    );
  });
});
