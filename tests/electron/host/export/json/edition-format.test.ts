import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../../../../shared/editions/canonical-json.ts';
import { canonicalBytes } from '../../../../../shared/editions/hash.ts';
import { parseEdition } from '../../../../../shared/editions/parse-edition.ts';
import { sampleContent, sampleDraft, sampleEdition } from '../../../../support/sample-publication.ts';

const { edition } = sampleEdition();
const bytes = canonicalBytes(edition.content);
const readme = readFileSync(
  new URL('../../../../../electron/host/export/json/README.md', import.meta.url),
  'utf8',
);

function keysOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(keysOf);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) => [key, ...keysOf(member)]);
}

describe('the JSON of an edition', () => {
  it('JSN1: has the hash that the imprint prints, as any tool computes it', () => {
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(edition.hash);
  });

  it('JSN1: reads back as the edition that it was', () => {
    const read = parseEdition(bytes, '2019', edition.hash);
    expect(read).toEqual({ ok: true, value: edition });
  });

  it('JSN1: is one line without mark or break', () => {
    expect(bytes[0]).toBe('{'.charCodeAt(0));
    expect(bytes.at(-1)).toBe('}'.charCodeAt(0));
    expect(bytes).not.toContain(0x0a);
  });

  it('JSN2: has no field that the documented format does not name', () => {
    const known = new Set([...readme.matchAll(/`[^`\n]*`/g)].flatMap(([code]) => code.match(/\w+/g) ?? []));
    const decisions = [{ id: 'd1', nodes: [], outcome: 'noted', reason: '' }];
    const unknown = keysOf({ ...sampleContent(), decisions }).filter((key) => !known.has(key));
    expect([...new Set(unknown)]).toEqual([]);
  });

  it('JSN3: a draft cannot be taken for an edition', () => {
    const draft = new TextEncoder().encode(canonicalJson(sampleDraft().content));
    const hash = createHash('sha256').update(draft).digest('hex');
    expect(parseEdition(draft, '2019', hash)).toMatchObject({
      ok: false,
      error: { code: 'document-invalid' },
    });
  });
});
