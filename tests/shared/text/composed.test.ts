import fc from 'fast-check';
import { expect, it } from 'vitest';
import { composed } from '../../../shared/text/composed.ts';

it('DOC2: composes a text, and leaves a letter under more than 30 marks as it is', () => {
  const ordered = 'Cafe\u0301';
  const overloaded = `a${'\u0301\u0323'.repeat(16)}`;
  expect(composed(ordered)).toBe('Café');
  expect(composed(`${ordered}${overloaded}${ordered}`)).toBe(`Café${overloaded}Café`);
  expect(composed(`a${'\u0301'.repeat(30)}`)).toBe(`á${'\u0301'.repeat(29)}`);
});

it('DOC2: has one form for each text, whatever stands in it', () => {
  const text = fc.string({
    unit: fc.constantFrom('a', 'é', '\u0301', '\u0323', ' ', '한', '\u1161'),
    maxLength: 200,
  });
  fc.assert(
    fc.property(text, (one) => {
      expect(composed(composed(one))).toBe(composed(one));
      expect(composed(one).normalize('NFC')).toBe(one.normalize('NFC'));
    }),
  );
});

it('DOC2: takes a million marks on one letter in time that grows with their count', () => {
  const marks = `a${'\u0301\u0323'.repeat(500_000)}`;
  expect(composed(marks)).toBe(marks);
});
