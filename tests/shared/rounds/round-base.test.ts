import fc from 'fast-check';
import { expect, it } from 'vitest';
import { canonicalJson } from '../../../shared/editions/canonical-json.ts';
import { roundId } from '../../../shared/ids/ids.ts';
import { hashOfRoundBase, makeRoundBase, parseRoundBase } from '../../../shared/rounds/round-base.ts';
import { parseDocument } from '../../../shared/schema/parse-document.ts';
import { arbitraryDocument, generatorProfile } from '../../support/arbitrary-document.ts';

const header = { title: 'Leitbild', subtitle: '', municipality: 'Stadt Musterfurt' };
const about = { round: roundId('r1'), takenAt: '2019-05-01T12:00:00Z', profile: generatorProfile, ...header };

it('RND2: reading a base changes nothing of it, so that its hash can be taken anew', () => {
  fc.assert(
    fc.property(arbitraryDocument(), (document) => {
      const parsed = parseDocument(document);
      if (!parsed.ok) return;
      const { base, canonical, hash } = makeRoundBase({ ...about, document: parsed.value });
      const read = parseRoundBase(JSON.parse(canonical));
      expect(read).toEqual({ ok: true, value: base });
      expect(read.ok && hashOfRoundBase(canonicalJson(read.value))).toBe(hash);
    }),
    { seed: 2, numRuns: 60 },
  );
});

it('RND2: what is no base is told by its part', () => {
  const { base } = makeRoundBase({ ...about, document: { type: 'leitbild', content: [] } });
  const place = (change: object): string => {
    const read = parseRoundBase({ ...base, ...change });
    return read.ok ? '' : read.error.place;
  };
  expect(place({})).toBe('');
  expect(place({ format: 'leitbild-edition' })).toBe('format');
  expect(place({ version: 2 })).toBe('version');
  expect(place({ takenAt: 'gestern' })).toBe('takenAt');
  expect(place({ profile: {} })).toBe('profile');
  expect(place({ document: { type: 'chapter' } })).toBe('document');
  for (const value of [null, [], 'x', 7]) expect(parseRoundBase(value).ok).toBe(false);
});
