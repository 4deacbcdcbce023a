import { existsSync, readFileSync } from 'node:fs';
import { afterAll, expect, it } from 'vitest';
import { createPdfExporter } from '../../../../../electron/host/export/pdf/export-pdf.ts';
import { printedStrings } from '../../../../../electron/host/export/pdf/printed-strings.ts';
import { planImport } from '../../../../../electron/host/import/import-source.ts';
import { createCountingIds } from '../../../../../shared/ids/ids.ts';
import type { Publication } from '../../../../../shared/publication/publication.ts';
import { publish } from '../../../../../shared/publication/publish.ts';
import { readPdf } from '../../../../support/read-pdf.ts';
import { realisticDocument } from '../../../../support/realistic-document.ts';
import { sampleContent, sampleEdition } from '../../../../support/sample-publication.ts';
import { shippedProfile } from '../../../../support/standard-profile.ts';

const exporter = createPdfExporter();
afterAll(() => exporter.close());

/** Letters and digits only: print adds hyphens and line breaks. */
const squash = (text: string): string => text.normalize('NFKC').replaceAll(/[^\p{L}\p{N}]/gu, '');
const OPENING = 24;

/** Openings of printed strings that the pages do not show. */
async function missingFrom(publication: Publication, variant: 'edition' | 'workingCopy'): Promise<string[]> {
  const result = await exporter.exportPdf({ ...publication, logo: null }, new Map(), { variant });
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  const printed = squash((await readPdf(result.value)).pages.join('\n'));
  const labels = new Set(Object.values<string>({ ...publication.labels }));
  return (
    printedStrings(publication)
      .filter(({ text, place }) => !labels.has(text) && place !== publication.labels.imprint)
      .map(({ text }) => squash(text).slice(0, OPENING))
      // Shorter ones are numbers, of which the edition prints the short form.
      .filter((opening) => opening.length > 8)
      .filter((opening) => !printed.includes(opening))
  );
}

it('PDF13: everything that the model says is printed, in edition and working copy', async () => {
  const publication = publish(sampleEdition(realisticDocument()));
  const withoutPictures = {
    ...publication,
    parts: publication.parts.map((part) => (part.type === 'foreword' ? { ...part, portrait: null } : part)),
  };
  expect(await missingFrom(withoutPictures, 'edition')).toEqual([]);
  expect(await missingFrom(withoutPictures, 'workingCopy')).toEqual([]);
});

const source = new URL('../../../../../../shared/input/leitbild-2019.txt', import.meta.url);
if (!existsSync(source))
  process.stderr.write('skipping the PDF of the real text: ../shared/input is missing\n');

it.skipIf(!existsSync(source))('PDF13: every string of the real 2019 text is printed', async () => {
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
});
