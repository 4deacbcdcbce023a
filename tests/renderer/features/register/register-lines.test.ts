import { describe, expect, it } from 'vitest';
import type { Invitation } from '../../../../shared/api/contract.ts';
import { delegateId, institutionId, invitationId } from '../../../../shared/ids/ids.ts';
import type { Delegate } from '../../../../shared/register/delegate.ts';
import type { Institution } from '../../../../shared/register/institution.ts';
import { findLines, registerLines } from '../../../../renderer/features/register/register-lines.ts';
import { germanRegister } from '../../../../renderer/words/de/register.ts';

const one = (id: string, name: string, more: Partial<Institution> = {}): Institution => ({
  ...{ id: institutionId(id), name, kind: 'association', seats: 1 },
  ...more,
});
const person: Delegate = {
  ...{ id: delegateId('p'), institution: institutionId('b'), name: 'Herr Meyer', role: 'head' },
  ...{ email: '', phone: '', from: null, until: null, invitation: null },
};
const invitation = (id: string, institution: string, state: Invitation['state']): Invitation => ({
  ...{ id: invitationId(id), role: 'delegate', institution: institutionId(institution), tokens: 1, state },
  ...{ createdAt: '', expiresAt: '', revokedAt: null, lastSeenAt: null },
});

const facts = {
  institutions: [
    one('a', 'Alte Hilfe', { left: '2020-01-01' }),
    one('b', 'Bund', { formerNames: [{ name: 'Großer Kreis', until: '2019-01-01' }] }),
    one('c', 'Caritas', { kind: 'office' }),
  ],
  delegates: [person],
  voices: new Map([['c', 3]]),
  contacts: new Map([['c', { person: 'Frau Öz', email: '', phone: '' }]]),
};
const lines = registerLines(facts, [
  invitation('i1', 'b', 'revoked'),
  invitation('i2', 'c', 'valid'),
  invitation('i3', 'c', 'expired'),
]);

describe('the lines of the register', () => {
  it('say people, invitations and contributions, those who have left last', () => {
    expect(
      lines.map(({ institution, people, contributions, invited, isPresent }) => [
        ...[institution.id, people, contributions, invited, isPresent],
      ]),
    ).toEqual([
      ['b', 1, 0, 'over', true],
      ['c', 0, 3, 'valid', true],
      ['a', 0, 0, 'none', false],
    ]);
    expect(registerLines(facts, null).every(({ invited }) => invited === 'none')).toBe(true);
  });

  it.each([
    ['', ['b', 'c', 'a']],
    ['  großer KREIS ', ['b']],
    ['meyer', ['b']],
    ['frau öz', ['c']],
    ['amt caritas', ['c']],
    ['hilfe bund', []],
  ])('are found by „%s“', (search, ids) => {
    const found = findLines(lines, search, { ...facts, kinds: germanRegister.kinds });
    expect(found.map(({ institution }) => institution.id)).toEqual(ids);
  });
});
