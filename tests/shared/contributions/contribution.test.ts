import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Doc, applyUpdate, encodeStateAsUpdate } from 'yjs';
import { parseContribution, targetOf } from '../../../shared/contributions/contribution.ts';
import { canonicalJson } from '../../../shared/editions/canonical-json.ts';
import { sharedTypes } from '../../../shared/rooms/rooms.ts';
import { arbitraryStatement, statement, withdrawal } from '../../support/arbitrary-contribution.ts';

const seed = 20140630;

describe('contribution', () => {
  it('CON1: a valid record comes through schema and room with the same canonical JSON', () => {
    fc.assert(
      fc.property(arbitraryStatement, (record) => {
        const [here, there] = [new Doc(), new Doc()];
        here.getMap(sharedTypes.contributions.submitted).set(record.id, record);
        applyUpdate(there, encodeStateAsUpdate(here));
        const parsed = parseContribution(there.getMap(sharedTypes.contributions.submitted).get(record.id));
        expect(parsed).toEqual({ ok: true, value: record, canonical: canonicalJson(record) });
      }),
      { seed, numRuns: 300 },
    );
  });

  it('CON4: never throws and never lets through what says more or less than the schema', () => {
    const keys = Object.keys(statement('c1'));
    fc.assert(
      fc.property(
        arbitraryStatement,
        fc.constantFrom(...keys, 'other'),
        fc.anything(),
        (record, key, value) => {
          const damaged: object = { ...record, [key]: value };
          const parsed = parseContribution(damaged);
          if (parsed.ok) expect(canonicalJson(parsed.value)).toBe(canonicalJson(damaged));
          if (key === 'other') expect(parsed.ok && value !== undefined).toBe(false);
        },
      ),
      { seed, numRuns: 600 },
    );
  });

  it('CON4: bounds every part and refuses what does not print', () => {
    const bad = ['\u0000', '\t', '\r', '\u007f', '\u0085', '\u202e', '\u2066', '\ud800'];
    for (const sign of bad) {
      expect(parseContribution(statement('c1', { body: `a${sign}` }))).toMatchObject({
        ok: false,
        error: { code: 'invalid', place: 'body' },
      });
    }
    expect(parseContribution(statement('c1', { body: 'a\nb – „ä“ 👩‍👩‍👧 עברית \u200fعربي' })).ok).toBe(true);
    expect(parseContribution(statement('c1', { body: 'x'.repeat(10_000) })).ok).toBe(true);
    expect(parseContribution(statement('c1', { body: 'x'.repeat(10_001) }))).toEqual({
      ok: false,
      error: { code: 'too-large', place: 'body' },
    });
  });

  it('CON3: knows what a record replaces or withdraws', () => {
    expect(targetOf(statement('c1'))).toBeNull();
    expect(targetOf(withdrawal('c2', 'c1'))).toBe('c1');
    expect(parseContribution(withdrawal('c2', 'c1')).ok).toBe(true);
  });
});
