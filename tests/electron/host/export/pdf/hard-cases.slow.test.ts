import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { createGlyphLookup, type HasGlyph } from '../../../../../electron/host/export/pdf/check-glyphs.ts';
import { loadFonts } from '../../../../../electron/host/export/pdf/print-fonts.ts';
import { createTypesetter } from '../../../../../electron/host/export/pdf/typeset-publication.ts';
import { nodeId } from '../../../../../shared/ids/ids.ts';
import type { Publication, PublishedSection, Run } from '../../../../../shared/publication/publication.ts';
import { publish } from '../../../../../shared/publication/publish.ts';
import { arbitraryDocument } from '../../../../support/arbitrary-document.ts';
import { readPdf } from '../../../../support/read-pdf.ts';
import { realisticDocument } from '../../../../support/realistic-document.ts';
import {
  sampleAssets,
  sampleDraft,
  sampleEdition,
  samplePublication,
} from '../../../../support/sample-publication.ts';

const typesetter = createTypesetter();
let hasGlyph: HasGlyph;

beforeAll(async () => {
  hasGlyph = createGlyphLookup(await loadFonts());
});

function set(publication: Publication, variant: 'edition' | 'workingCopy' = 'edition') {
  return typesetter.typeset({ publication, assets: sampleAssets, variant, engine: null }, () => undefined);
}

async function pagesOf(publication: Publication): Promise<readonly string[]> {
  const result = await set(publication);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return (await readPdf(result.value)).pages;
}

const run = (text: string): Run => ({ type: 'text', text, strong: false, emphasis: false, href: null });

function chapter(title: string, blocks: PublishedSection['blocks'] = []): PublishedSection {
  return {
    type: 'section',
    id: nodeId(`k${String(title.length)}`),
    kind: 'chapter',
    level: 1,
    number: '1',
    heading: title === '' ? [] : [run(title)],
    title,
    blocks,
  };
}

const LONG =
  'Leitbild für das Zusammenleben in Vielfalt und für die gleichberechtigte Teilhabe aller Menschen am gesellschaftlichen, wirtschaftlichen, kulturellen und politischen Leben unserer wachsenden Stadt Auenbrück';
const WORD = 'Migrantenselbstorganisationen'.repeat(7);

it.each<readonly [string, Partial<Publication>]>([
  ['a title of 200 characters', { title: LONG, subtitle: LONG }],
  ['a title of one word of 200 characters', { title: WORD, subtitle: '' }],
  ['nothing at all', { title: '', subtitle: '', municipality: '', adoption: null, logo: null, parts: [] }],
  ['empty chapters', { adoption: null, parts: [chapter(''), chapter('Leer'), chapter(LONG), chapter(WORD)] }],
])('PDF11: %s can be set', async (_, changes) => {
  const publication = { ...samplePublication(), ...changes };
  expect((await set(publication)).ok).toBe(true);
  expect((await set(publication, 'workingCopy')).ok).toBe(true);
});

it('PDF11: a goal that is longer than a page is set in full', async () => {
  const paragraph = Array.from({ length: 260 }, (_, index) => `Wort${String(index)}`).join(' ');
  const goal = {
    number: '1.L1',
    shortNumber: 'L1',
    kindName: 'Leitziel',
    paragraphs: [[run(paragraph)], [run(paragraph)], [run(`${paragraph} 4711`)]],
    subpoints: [],
    groups: [],
  };
  for (const rank of [1, 2]) {
    const pages = await pagesOf({
      ...samplePublication(),
      parts: [
        chapter('Ziele', [
          {
            type: 'goalGroup',
            id: nodeId('g'),
            kind: 'leitziel',
            rank,
            title: 'Leitziele',
            level: 2,
            goals: [
              { ...goal, id: nodeId('z1') },
              { ...goal, id: nodeId('z2') },
            ],
          },
        ]),
      ],
    });
    expect(pages.join('\n').match(/4711/g)).toHaveLength(2);
  }
});

it('PDF11: hundreds of participants are all printed, in columns over several pages', async () => {
  const names = Array.from({ length: 400 }, (_, index) => `Verein zur Pflege Nummer ${String(index)}`);
  const pages = await pagesOf({
    ...samplePublication(),
    parts: [chapter('Beteiligte', [{ type: 'participants', id: nodeId('p'), names }])],
  });
  const printed = pages.join('\n');
  for (const name of names) expect(printed).toContain(name);
});

it('PDF11: sixteen times the length of a real text can be set', async () => {
  const result = await set(publish(sampleEdition(realisticDocument(16))));
  expect(result.ok).toBe(true);
});

it('PDF11: whatever the schema allows can be set', async () => {
  await fc.assert(
    fc.asyncProperty(
      arbitraryDocument(),
      fc.constantFrom('edition', 'workingCopy' as const),
      async (document, variant) => {
        const source = variant === 'edition' ? sampleEdition(document) : sampleDraft(document);
        const result = await set(printable(publish(source)), variant);
        if (!result.ok && result.error.code !== 'asset-unknown')
          throw new Error(JSON.stringify(result.error));
      },
    ),
    { seed: 20191211, numRuns: 60 },
  );
});

/** The same publication with an "x" for each character that the fonts lack. */
function printable(publication: Publication): Publication {
  return JSON.parse(
    JSON.stringify(publication, (_, value: unknown) =>
      typeof value === 'string'
        ? Array.from(value.normalize('NFC'), (character) =>
            hasGlyph(character.codePointAt(0) ?? 0) || /\p{Default_Ignorable_Code_Point}/u.test(character)
              ? character
              : 'x',
          ).join('')
        : value,
    ),
  ) as Publication;
}
