import { existsSync, readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { ImportResult } from '../../electron/host/import/import-result.ts';
import { nodeId } from '../../shared/ids/ids.ts';
import { publish } from '../../shared/publication/publish.ts';
import { checkProfile } from '../../shared/schema/check-profile.ts';
import { parseDocument } from '../../shared/schema/parse-document.ts';
import { walk } from '../../shared/schema/walk.ts';
import { countDocument } from '../../shared/text/counts.ts';
import { numberDocument } from '../../shared/text/numbering.ts';
import { shippedProfile } from '../support/standard-profile.ts';
import { readLineage } from './lineage-file.ts';
import { buildSample, givenIdPrefix, linkedWords, readSampleFile, wordRuns } from './sample-texts.ts';

const texts = [
  ['2008', 'standard'],
  ['2014', 'standard'],
  ['2019', 'standard'],
  ['vier-ebenen', 'vier-ebenen'],
] as const;
const built = new Map<string, ImportResult>();

beforeAll(async () => {
  for (const [name, profile] of texts) built.set(name, await buildSample(name, profile));
});

function sample(name: string): ImportResult {
  const result = built.get(name);
  if (!result) throw new Error(`${name} was not read`);
  return result;
}

describe.each(texts)('the text %s', (name, profileId) => {
  const profile = shippedProfile(profileId);

  it('SMP1: is read whole, without a warning, and fits its profile', () => {
    const { document, warnings, ledger } = sample(name);
    expect(warnings).toEqual([]);
    expect(ledger.filter(({ fate }) => fate.type === 'unplaced')).toEqual([]);
    expect(parseDocument(document)).toMatchObject({ ok: true });
    expect(checkProfile(document, profile)).toMatchObject({ ok: true });
  });

  it('SMP2: gives every node an id of its own, but for paragraphs', () => {
    const withoutId: string[] = [];
    walk(sample(name).document, (node) => {
      if (!('attrs' in node) || !('id' in node.attrs) || node.type === 'paragraph') return;
      if (node.attrs.id.startsWith(givenIdPrefix)) withoutId.push(node.type);
    });
    expect(withoutId).toEqual([]);
  });

  it('SMP3: prints in its source what its references print today', () => {
    const { document, header } = sample(name);
    const content = { ...header, profile, document, participants: [], decisions: [], assets: [], logo: null };
    const publication = publish({ state: 'draft', content, takenAt: '2026-01-01T00:00:00Z' });
    const printed: string[] = [];
    JSON.stringify(publication.parts, (_, value: unknown) => {
      const run = z
        .object({ type: z.literal('reference'), target: z.string(), text: z.string() })
        .safeParse(value);
      if (run.success) printed.push(`${run.data.target}: ${run.data.text.replaceAll('\u00a0', ' ')}`);
      return value;
    });
    expect(printed.sort()).toEqual(linkedWords(readSampleFile(`${name}.md`)));
    expect(printed.length).toBeGreaterThan(0);
  });

  it('SMP4: lists as participants the institutions of its register, in the same order', () => {
    const { institutions } = sample(name);
    expect(institutions.map((institution) => institution.name)).toEqual(
      register(name).map((row) => row.Name),
    );
  });
});

it('SMP5: grows from edition to edition, and one field of the last has Leitziele only', () => {
  const counts = ['2008', '2014', '2019'].map((name) =>
    countDocument(sample(name).document, shippedProfile()),
  );
  expect(counts).toMatchObject([
    { forewords: 1, chapters: 7, actionFields: 6, leitziele: 13, teilziele: 35, subpoints: 2, footnotes: 1 },
    { forewords: 2, chapters: 8, actionFields: 8, leitziele: 16, teilziele: 46, subpoints: 5, footnotes: 2 },
    { forewords: 2, chapters: 7, actionFields: 9, leitziele: 23, teilziele: 61, subpoints: 20, footnotes: 7 },
  ]);
  const kindsOfSport = new Set<string>();
  walk(sample('2019').document, (node, ancestors) => {
    const inSport = ancestors.some((above) => above.type === 'actionField' && above.attrs.id === 'sport');
    if (node.type === 'goalGroup' && inSport) kindsOfSport.add(node.attrs.kind);
  });
  expect([...kindsOfSport]).toEqual(['leitziel']);
});

it('SMP6: numbers four levels by the second profile, with Roman parts and letters', () => {
  const numbering = numberDocument(sample('vier-ebenen').document, shippedProfile('vier-ebenen'));
  const full = (id: string): string => numbering.get(nodeId(id))?.full ?? '';
  expect(full('lernen')).toBe('II.A');
  expect(full('lernen-linie')).toBe('II.A.1');
  expect(full('lernen-deutsch')).toBe('II.A.1.1');
  expect(full('lernen-lesen')).toBe('II.A.1.1b');
  expect(full('lernen-buecherkahn')).toBe('II.A.1.1b.M1');
  expect(full('nachbarschaft-laden')).toBe('II.B.1.1a.M1');
});

const kindWords = [
  'Amt',
  'Schule',
  'Hochschule',
  'Religionsgemeinschaft',
  'Verein',
  'Migrantenorganisation',
  'Unternehmen',
  'Partei',
  'Initiative',
];

const rowSchema = z.strictObject({
  Kennung: z.string().regex(/^[a-z][a-z-]*$/),
  Name: z.string().min(1),
  Art: z.enum(kindWords),
  Sitze: z.string().regex(/^[1-9]$/),
  Ansprechperson: z.string().min(1),
  'E-Mail': z.email().endsWith('@example.org'),
  Telefon: z.string().regex(/^\+49 69 90009\d{3}$/),
});

function register(name: string): readonly z.infer<typeof rowSchema>[] {
  const parsed = Papa.parse(readSampleFile(`institutions-${name}.csv`), {
    header: true,
    delimiter: ';',
    skipEmptyLines: true,
  });
  return z.array(rowSchema).parse(parsed.data);
}

it('SMP7: has registers whose changes of members and names are written down', () => {
  for (const { from, to, institutions } of readLineage()) {
    const earlier = new Map(register(from).map((row) => [row.Kennung, row.Name]));
    const later = new Map(register(to).map((row) => [row.Kennung, row.Name]));
    expect(institutions).toEqual({
      joined: [...later.keys()].filter((id) => !earlier.has(id)),
      left: [...earlier.keys()].filter((id) => !later.has(id)),
      renamed: [...later.keys()].filter((id) => earlier.has(id) && earlier.get(id) !== later.get(id)),
    });
  }
});

const editionsSchema = z.strictObject({
  municipality: z.string(),
  profile: z.literal('standard'),
  logo: z.string(),
  editions: z.array(
    z.strictObject({
      label: z.string(),
      title: z.string(),
      subtitle: z.string(),
      adoption: z.strictObject({ body: z.string(), date: z.iso.date(), paper: z.string() }),
      frozenAt: z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
      source: z.string(),
      register: z.string(),
    }),
  ),
});

it('SMP8: fixes what each edition is called, who adopted it, and when it was frozen', () => {
  const { municipality, editions } = editionsSchema.parse(JSON.parse(readSampleFile('editions.json')));
  expect(editions.map(({ label }) => label)).toEqual(['2008', '2014', '2019']);
  for (const { label, title, subtitle, adoption, frozenAt, source, register: csv } of editions) {
    expect(sample(label).header).toEqual({ title, subtitle, municipality });
    expect([source, csv]).toEqual([`${label}.md`, `institutions-${label}.csv`]);
    expect(adoption.date < frozenAt).toBe(true);
    expect(adoption.date.slice(0, 4)).toBe(label);
  }
});

const assetsSchema = z.array(
  z.strictObject({
    file: z.string(),
    role: z.enum(['logo', 'portrait']),
    alternativeText: z.string().min(20),
  }),
);

it('SMP9: has pictures that are drawn without text, fonts, filters or anything from outside', () => {
  const assets = assetsSchema.parse(JSON.parse(readSampleFile('assets/assets.json')));
  for (const { file } of assets) {
    const svg = readSampleFile(`assets/${file}`);
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" width="\d+" height="\d+" viewBox=/);
    expect(svg).not.toMatch(/<(text|style|filter|image|use|script|foreignObject)\b|href|url\(|class=/);
  }
  const named = ['2014', '2019'].flatMap((name) =>
    [...readSampleFile(`${name}.md`).matchAll(/portrait=([\w.-]+)/g)].map(([, file]) => file),
  );
  const portraits = assets.filter(({ role }) => role === 'portrait').map(({ file }) => file);
  expect([...new Set(named)].sort()).toEqual(portraits.sort());
  expect(assets.filter(({ role }) => role === 'logo').map(({ file }) => file)).toEqual(['logo.svg']);
});

const realText = new URL('../../../shared/input/leitbild-2019.txt', import.meta.url);

it.skipIf(!existsSync(realText))('SMP10: shares no seven words in a row with the real Leitbild', () => {
  const real = wordRuns(readFileSync(realText, 'utf8'), 7);
  for (const [name] of texts) {
    const shared = [...wordRuns(readSampleFile(`${name}.md`), 7)].filter((run) => real.has(run));
    expect(shared, name).toEqual([]);
  }
});
