import { expect, it } from 'vitest';
import { germanErrors } from '../../../renderer/words/de/errors.ts';
import { englishErrors } from '../../../renderer/words/en/errors.ts';
import { refusalCodes } from '../../../shared/contributions/refusal.ts';

it('says in words why a contribution was not taken, for each reason another', () => {
  for (const errors of [germanErrors, englishErrors]) {
    const said = refusalCodes.map((reason) =>
      errors['contribution-refused']({ contribution: 'c1', reason, place: '' }),
    );
    expect(new Set(said).size).toBe(refusalCodes.length);
    said.forEach((sentence, index) => {
      expect(sentence).not.toMatch(new RegExp(`\\b${refusalCodes[index] ?? ''}\\b(?=\\))|undefined`));
      expect(sentence).not.toMatch(/[a-z]-(?:unknown|closed|taken|mismatch|invited)\b/);
    });
  }
});
