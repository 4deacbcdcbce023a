import { expect, it } from 'vitest';
import { institutionKinds } from '../../../shared/register/institution.ts';
import { kindOf } from '../../../shared/register/register-words.ts';
import { germanRegister } from '../../../renderer/words/de/register.ts';

it('reads the kinds of institutions by the words that the window has for them', () => {
  for (const kind of institutionKinds) expect(kindOf(germanRegister.kinds[kind])).toBe(kind);
});

it('reads two words of one kind, and no two words of different kinds', () => {
  expect(kindOf('Amt/Behörde')).toBe('office');
  expect(kindOf('Amt oder Schule')).toBeUndefined();
  expect(kindOf('Verein oder')).toBeUndefined();
  expect(kindOf('')).toBeUndefined();
});
