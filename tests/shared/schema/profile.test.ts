import { describe, expect, it } from 'vitest';
import { checkProfile } from '../../../shared/schema/check-profile.ts';
import { countKeyOf, parseProfile, topGoalKinds } from '../../../shared/schema/profile.ts';
import { sampleDocument } from '../../support/sample-document.ts';
import { sampleProfile } from '../../support/sample-profile.ts';
import { shippedProfile } from '../../support/standard-profile.ts';

describe('parseProfile', () => {
  it('PRO1: reads the shipped profiles', () => {
    expect(shippedProfile().goalKinds.map(countKeyOf)).toEqual(['leitziele', 'teilziele']);
    expect(topGoalKinds(sampleProfile).map(({ id }) => id)).toEqual(['leitziel', 'teilziel']);
  });

  it('PRO1: refuses a profile that does not fit, naming the place', () => {
    const standard = shippedProfile();
    const [kind] = standard.goalKinds;
    const cases: readonly (readonly [unknown, string])[] = [
      [{ ...standard, version: 2 }, 'version'],
      [{ ...standard, goalKinds: [] }, 'goalKinds'],
      [{ ...standard, goalKinds: [kind, kind] }, 'goalKinds.1.id'],
      [{ ...standard, goalKinds: [{ ...kind, under: ['fremd'] }] }, 'goalKinds.0.under'],
      [{ ...standard, labels: { ...standard.labels, chapter: '' } }, 'labels.chapter'],
      [null, ''],
    ];
    for (const [value, place] of cases) {
      expect(parseProfile(value, 'p.json')).toMatchObject({
        ok: false,
        error: { code: 'profile-invalid', details: { path: 'p.json', place } },
      });
    }
  });
});

describe('checkProfile', () => {
  it('PRO2: takes goals of the kinds and in the nesting of the profile', () => {
    expect(checkProfile(sampleDocument(), sampleProfile)).toEqual({ ok: true, value: undefined });
  });

  it('PRO2: names a kind that the profile lacks', () => {
    expect(checkProfile(sampleDocument(), shippedProfile())).toMatchObject({
      ok: false,
      error: { code: 'profile-mismatch', details: { kind: 'handlungsziel' } },
    });
  });

  it('PRO3: refuses a kind where the profile does not let it stand', () => {
    const goalKinds = sampleProfile.goalKinds.map((kind) => ({ ...kind, under: [] }));
    expect(checkProfile(sampleDocument(), { ...sampleProfile, goalKinds })).toMatchObject({
      ok: false,
      error: { details: { kind: 'handlungsziel' } },
    });
  });
});
