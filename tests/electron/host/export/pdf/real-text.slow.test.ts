import { existsSync, readFileSync } from 'node:fs';
import { afterAll, expect, it } from 'vitest';
import { createPdfExporter } from '../../../../../electron/host/export/pdf/export-pdf.ts';
import type { PdfEngineName } from '../../../../../electron/host/export/pdf/pdf-engine.ts';
import { printedStrings } from '../../../../../electron/host/export/pdf/printed-strings.ts';
import { planImport } from '../../../../../electron/host/import/import-source.ts';
import { createCountingIds, nodeId } from '../../../../../shared/ids/ids.ts';
import type { Publication, PublishedSection, Run } from '../../../../../shared/publication/publication.ts';
import { publish } from '../../../../../shared/publication/publish.ts';
import { readPdf } from '../../../../support/read-pdf.ts';
import { realisticDocument } from '../../../../support/realistic-document.ts';
import { sampleContent, sampleEdition, samplePublication } from '../../../../support/sample-publication.ts';
import { shippedProfile } from '../../../../support/standard-profile.ts';
import { missingTexts } from '../../../../support/text-layer.ts';

const exporter = createPdfExporter();
afterAll(() => exporter.close());

/** Printed strings that the pages do not show, or not with just their hyphens. */
async function missingFrom(
  publication: Publication,
  variant: 'edition' | 'workingCopy',
  engine?: PdfEngineName,
): Promise<string[]> {
  const result = await exporter.exportPdf({ ...publication, logo: null }, new Map(), { variant, engine });
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  const labels = new Set(Object.values<string>({ ...publication.labels }));
  const wanted = printedStrings(publication)
    .filter(({ text, place }) => !labels.has(text) && place !== publication.labels.imprint)
    .map(({ text }) => text)
    // Shorter ones are numbers, of which the edition prints the short form.
    .filter((text) => text.replaceAll(/[^\p{L}\p{N}]/gu, '').length > 8);
  return missingTexts((await readPdf(result.value)).pages, wanted);
}

it('PDF13, PDF14: everything that the model says is printed with its hyphens, in edition and working copy', async () => {
  const publication = publish(sampleEdition(realisticDocument()));
  const withoutPictures = {
    ...publication,
    parts: publication.parts.map((part) => (part.type === 'foreword' ? { ...part, portrait: null } : part)),
  };
  expect(await missingFrom(withoutPictures, 'edition')).toEqual([]);
  expect(await missingFrom(withoutPictures, 'workingCopy')).toEqual([]);
  expect(await missingFrom(withoutPictures, 'edition', 'wasm')).toEqual([]);
});

const source = new URL('../../../../../../shared/input/leitbild-2019.txt', import.meta.url);
if (!existsSync(source))
  process.stderr.write('skipping the PDF of the real text: ../shared/input is missing\n');

it.skipIf(!existsSync(source))(
  'PDF13, PDF14: every string of the real 2019 text is printed with its hyphens',
  async () => {
    const profile = shippedProfile();
    const plan = await planImport(readFileSync(source), 'leitbild-2019.txt', {
      profile,
      createId: createCountingIds(),
    });
    if (!plan.ok) throw new Error(plan.error.code);
    const { document, institutions } = plan.value;
    const edition = sampleEdition();
    const publication = publish({
      state: 'edition',
      edition: {
        ...edition.edition,
        content: { ...sampleContent(document), profile, participants: institutions, assets: [], logo: null },
      },
    });
    const missing = await missingFrom(publication, 'edition');
    expect(missing).toEqual([]);
  },
);

it('PDF14: a reader that knows no replacement texts finds the hyphens of each style', async () => {
  const hyphenated = 'Kinder- und Jugendhilfe, Best-Practice-Konzepte, -zeiten und UN-Konvention';
  const divided = 'Zusammenarbeitsvereinbarungen Integrationsratsvorsitzender '.repeat(12).trim();
  const runs = [
    { strong: false, emphasis: false },
    { strong: true, emphasis: false },
    { strong: false, emphasis: true },
    { strong: true, emphasis: true },
  ].map((look): Run => ({ type: 'text', text: `${divided} ${hyphenated} `, href: null, ...look }));
  const publication: Publication = { ...samplePublication(), parts: [chapterOf(runs)] };
  for (const variant of ['edition', 'workingCopy'] as const) {
    const result = await exporter.exportPdf({ ...publication, logo: null }, new Map(), { variant });
    if (!result.ok) throw new Error(JSON.stringify(result.error));
    const { pages } = await readPdf(result.value);
    expect(missingTexts(pages, [hyphenated])).toEqual([]);
    expect(
      pages
        .join('')
        .replaceAll(/\s/g, '')
        .match(/Kinder-und/g),
    ).toHaveLength(8);
  }
});

/** A chapter with some runs as text, and as a goal, which is set in the other family. */
function chapterOf(runs: readonly Run[]): PublishedSection {
  const goal = {
    id: nodeId('z'),
    number: '1.L1',
    shortNumber: 'L1',
    kindName: 'Leitziel',
    paragraphs: [runs],
    subpoints: [],
    groups: [],
  };
  return {
    type: 'section',
    id: nodeId('k'),
    kind: 'chapter',
    level: 1,
    number: '1',
    heading: [],
    title: 'Hilfe',
    blocks: [
      { type: 'paragraph', id: nodeId('a'), runs },
      {
        type: 'goalGroup',
        id: nodeId('g'),
        kind: 'leitziel',
        rank: 1,
        title: 'Leitziele',
        level: 2,
        goals: [goal],
      },
    ],
  };
}
