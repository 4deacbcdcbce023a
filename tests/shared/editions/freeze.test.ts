import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { freezeEdition, inPrintOrder, type FreezeRequest } from '../../../shared/editions/freeze.ts';
import { canonicalBytes } from '../../../shared/editions/hash.ts';
import { parseEdition } from '../../../shared/editions/parse-edition.ts';
import { institutionId } from '../../../shared/ids/ids.ts';
import { sampleContent } from '../../support/sample-publication.ts';

function frozen(changes: Partial<FreezeRequest> = {}) {
  const result = freezeEdition({ ...sampleContent(), ...changes });
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

const codeOf = (changes: Partial<FreezeRequest>): string | undefined => {
  const result = freezeEdition({ ...sampleContent(), ...changes });
  return result.ok ? undefined : result.error.code;
};

describe('freezeEdition', () => {
  it('EDI1: the hash is the SHA-256 of the canonical JSON, as any other program computes it', () => {
    const edition = frozen();
    expect(edition.hash).toBe(createHash('sha256').update(canonicalBytes(edition.content)).digest('hex'));
  });

  it('EDI2: the same text, participants and data give the same hash; any change gives another', () => {
    const { hash } = frozen();
    expect(frozen({ participants: sampleContent().participants.toReversed() }).hash).toBe(hash);
    expect(frozen({ assets: sampleContent().assets.toReversed() }).hash).toBe(hash);
    expect(frozen({ title: 'Leitbild Zusammenleben' }).hash).toBe(hash);
    expect(frozen({ title: 'Leitbild zusammenleben' }).hash).not.toBe(hash);
    expect(frozen({ participants: sampleContent().participants.slice(1) }).hash).not.toBe(hash);
    expect(frozen({ previous: hash }).hash).not.toBe(hash);
  });

  it('EDI5: refuses what cannot be published', () => {
    expect(codeOf({ label: '' })).toBe('argument-invalid');
    expect(codeOf({ label: '../2019' })).toBe('argument-invalid');
    expect(codeOf({ title: '' })).toBe('argument-invalid');
    expect(codeOf({ adoption: { body: 'Rat', date: '2019-02-30', paper: '' } })).toBe('argument-invalid');
    expect(codeOf({ frozenAt: 'gestern' })).toBe('argument-invalid');
    expect(codeOf({ document: { type: 'leitbild' } })).toBe('text-empty');
    expect(codeOf({ assets: [] })).toBe('asset-unknown');
    const { profile } = sampleContent();
    expect(codeOf({ profile: { ...profile, goalKinds: profile.goalKinds.slice(0, 1) } })).toBe(
      'profile-mismatch',
    );
  });

  it('EDI6: keeps only the assets that the edition shows', () => {
    const [first] = sampleContent().assets;
    if (!first) throw new Error('the sample has assets');
    const stray = { ...first, id: 'f'.repeat(64) as typeof first.id };
    expect(frozen({ assets: [...sampleContent().assets, stray] }).content.assets).toEqual(
      sampleContent().assets,
    );
  });
});

describe('inPrintOrder', () => {
  it('EDI2: orders names as a German reader looks them up, whatever the order given', () => {
    const names = [
      'Zentrum',
      'Äthiopischer Kreis',
      'AWO',
      'Amt 9',
      'Amt 10',
      '„Brücke“ e. V.',
      'brot & rosen',
    ];
    const institutions = names.map((name, index) => ({
      id: institutionId(`i${String(index)}`),
      name,
      kind: 'other' as const,
    }));
    const ordered = inPrintOrder(institutions).map(({ name }) => name);
    expect(ordered).toEqual([
      'Amt 9',
      'Amt 10',
      'Äthiopischer Kreis',
      'AWO',
      'brot & rosen',
      '„Brücke“ e. V.',
      'Zentrum',
    ]);
    expect(inPrintOrder(institutions.toReversed()).map(({ name }) => name)).toEqual(ordered);
  });
});

describe('parseEdition', () => {
  it('EDI3: reads back what was frozen', () => {
    const edition = frozen();
    const parsed = parseEdition(canonicalBytes(edition.content), '2019', edition.hash);
    expect(parsed).toEqual({ ok: true, value: edition });
  });

  it('EDI3: notices each changed byte', () => {
    const edition = frozen();
    const bytes = canonicalBytes(edition.content);
    for (let at = 0; at < bytes.length; at += 997) {
      const changed = bytes.slice();
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(parseEdition(changed, '2019', edition.hash)).toMatchObject({
        ok: false,
        error: { code: 'edition-changed' },
      });
    }
  });

  it('EDI4: refuses bytes that are not the canonical form, and bytes that are no edition', () => {
    const edition = frozen();
    const spaced = new TextEncoder().encode(JSON.stringify(edition.content, null, 1));
    const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
    expect(parseEdition(spaced, '2019', hashOf(spaced))).toMatchObject({
      error: { code: 'edition-changed' },
    });
    for (const other of ['{}', 'null', '[', '\ufeff{}']) {
      const bytes = new TextEncoder().encode(other);
      expect(parseEdition(bytes, '2019', hashOf(bytes))).toMatchObject({
        error: { code: 'document-invalid' },
      });
    }
  });
});
