import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { draftLabel, selectSource } from '../../../../../electron/host/editions/select-source.ts';
import { assetsOf, exportPublishable } from '../../../../../electron/host/export/export-publishable.ts';
import { createPdfExporter } from '../../../../../electron/host/export/pdf/export-pdf.ts';
import { planImport, type ImportPlan } from '../../../../../electron/host/import/import-source.ts';
import { buildSample } from '../../../../../electron/host/sample/build-sample.ts';
import { readSampleFiles } from '../../../../../electron/host/sample/sample-files.ts';
import type { Publishable } from '../../../../../shared/editions/edition.ts';
import { valueOf } from '../../../../../shared/errors/value-of.ts';
import { createCountingIds } from '../../../../../shared/ids/ids.ts';
import { plainText, walk } from '../../../../../shared/schema/walk.ts';
import { temporaryFolder } from '../../../../support/run-cli.ts';
import { sampleContent, sampleDraft, sampleEdition } from '../../../../support/sample-publication.ts';
import { shippedProfile } from '../../../../support/standard-profile.ts';

const exporter = createPdfExporter();
afterAll(() => exporter.close());
const profile = shippedProfile();

function plan(bytes: Uint8Array, name: string): Promise<ImportPlan> {
  return planImport(bytes, name, { profile, createId: createCountingIds() }).then(valueOf);
}

/** What must be the same whichever way a text came in. */
function summaryOf({ report }: ImportPlan) {
  const { forewords, chapters, actionFields, leitziele, teilziele, subpoints, footnotes } = report;
  const { institutions, unplaced, warnings } = report;
  return [
    { forewords, chapters, actionFields, leitziele, teilziele, subpoints, footnotes, institutions },
    { unplaced, warnings },
  ];
}

const found = (
  forewords: number,
  chapters: number,
  actionFields: number,
  leitziele: number,
  teilziele: number,
  subpoints: number,
  footnotes: number,
  institutions: number,
) => [
  { forewords, chapters, actionFields, leitziele, teilziele, subpoints, footnotes, institutions },
  { unplaced: [], warnings: [] },
];

/** The words of every paragraph, footnotes included, in order. */
function paragraphsOf({ document }: ImportPlan): string[] {
  const paragraphs: string[] = [];
  walk(document, (node) => {
    if (node.type === 'paragraph' || node.type === 'footnote') paragraphs.push(plainText(node.content ?? []));
  });
  return paragraphs;
}

describe('PDI10: an edition of ours comes back from its PDF', () => {
  it.each([
    ['2008', found(1, 7, 6, 13, 35, 2, 1, 23)],
    ['2014', found(2, 8, 8, 16, 46, 5, 2, 26)],
    ['2019', found(2, 7, 9, 23, 61, 20, 7, 27)],
    [draftLabel, found(2, 7, 9, 23, 61, 20, 7, 27)],
  ])('PDI10: the sample, %s', async (label, expected) => {
    const files = await readSampleFiles(
      fileURLToPath(new URL('../../../../../resources/sample', import.meta.url)),
    );
    const workspace = await buildSample(join(temporaryFolder(), 'sample.leitbild'), files, profile);
    try {
      const source = valueOf(selectSource(workspace, label, '2026-01-05T10:00:00Z'));
      const assets = valueOf(assetsOf(source, workspace));
      const pdf = valueOf(await exportPublishable(source, assets, exporter, { format: 'pdf' }));
      expect(summaryOf(await plan(pdf, 'sample.pdf'))).toEqual(expected);
    } finally {
      valueOf(workspace.close());
    }
  });

  const input = new URL('../../../../../../shared/input/leitbild-2019.txt', import.meta.url);
  const isMissing = !existsSync(input);
  if (isMissing) process.stderr.write('skipping the PDF of the real text: ../shared/input is missing\n');

  it.skipIf(isMissing).each(['edition', 'draft'] as const)(
    'PDI10, PDI11: the real text of 2019 as %s, word for word',
    async (state) => {
      const fromText = await plan(readFileSync(input), 'leitbild-2019.txt');
      expect(summaryOf(fromText)).toEqual(found(2, 7, 11, 39, 87, 33, 8, 103));
      const { document, institutions: participants } = fromText;
      const content = { ...sampleContent(document), profile, participants, assets: [], logo: null };
      const source: Publishable =
        state === 'edition'
          ? { state, edition: { ...sampleEdition().edition, content } }
          : { ...sampleDraft(document), content };
      const pdf = valueOf(await exportPublishable(source, new Map(), exporter, { format: 'pdf' }));
      const fromPdf = await plan(pdf, 'leitbild-2019.pdf');
      expect(summaryOf(fromPdf)).toEqual(summaryOf(fromText));
      expect(fromPdf.institutions.map(({ name }) => name)).toEqual(participants.map(({ name }) => name));
      expect(paragraphsOf(fromPdf)).toEqual(paragraphsOf(fromText));
    },
  );
});
