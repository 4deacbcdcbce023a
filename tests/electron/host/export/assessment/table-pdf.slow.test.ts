import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import { writeAssessment } from '../../../../../electron/host/export/assessment/write-assessment.ts';
import type { AssessmentFormat } from '../../../../../shared/api/assessment-calls.ts';
import { institutionId, nodeId } from '../../../../../shared/ids/ids.ts';
import { statement } from '../../../../support/arbitrary-contribution.ts';
import { assessedDecision, assessedPosition, assessedText } from '../../../../support/assessment.ts';
import { assessmentJob, wantedTable, type AssessedCase } from '../../../../support/assessment-job.ts';
import { onNode, onWords } from '../../../../support/decisions.ts';
import { valueOf } from '../../../../support/filled-workspace.ts';
import { readPdf } from '../../../../support/read-pdf.ts';
import { convertWithOffice, hasOffice } from '../../../../support/soffice.ts';
import { hasTool, runTool } from '../../../../support/tools.ts';

const folder = mkdtempSync(join(tmpdir(), 'assessment-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const receipt = { receivedAt: '2019-04-20T10:00:00Z' };
const long = 'Wir regen an, die Angebote der Sprachförderung besser aufeinander abzustimmen. '.repeat(126);
const records = [
  statement('c1', {
    ...{ kind: 'proposal', anchor: onWords(assessedText, 'in Kitas'), wording: 'in allen Kitas' },
    body: 'Gemeint sind alle.',
  }),
  statement('c2', { anchor: onNode(assessedText, 'g1'), body: long.slice(0, 10_000) }),
  statement('c3', {
    ...{ anchor: onNode(assessedText, 'g1'), institution: institutionId('ggua') },
    body: `Smile 😀! u\u0308ber Kombination, ${'שלום עולם '.repeat(900)}`.slice(0, 10_000),
  }),
  ...Array.from({ length: 20 }, (_, at) =>
    statement(`d${String(at)}`, {
      anchor: onNode(assessedText, 'g1'),
      body: `Beitrag am Ziel ${String(at)}.`,
    }),
  ),
  assessedPosition('p1', 'g2'),
];
const given: AssessedCase = {
  voices: records.map((record) => ({ record, receipt })),
  decisions: [
    assessedDecision('d1', ['c1'], {
      changes: [{ node: nodeId('g2'), before: 'in Kitas und Horten', after: 'in allen Kitas' }],
    }),
  ],
};

async function written(format: AssessmentFormat, anonymised = false): Promise<Uint8Array> {
  const job = assessmentJob({ ...wantedTable, format, anonymised }, given);
  return valueOf(await writeAssessment(job, () => undefined)).bytes;
}
const joined = (text: string): string => text.replaceAll(/\u00ad\s*/gu, '').replaceAll(/\s+/gu, ' ');

describe('the assessment table as PDF', () => {
  it('ASM13: is PDF/UA, whole, with bookmarks, marks and columns on every page', async () => {
    const bytes = await written('pdf');
    const { pages, bookmarks, metadata, language } = await readPdf(bytes);
    expect(metadata).toMatch(/pdfuaid:part(?:>|=")1/u);
    expect(language).toBe('de-DE');
    expect(bookmarks).toEqual([
      '1.L1 Die Stadt fördert Kurse.',
      '1.L2 Kinder lernen Deutsch.',
      'Positionen, Antworten und Rücknahmen',
      'Ersetzte Zeichen',
    ]);
    for (const [at, page] of pages.entries()) {
      expect(page).toContain('ENTWURF');
      expect(page).toContain(`Seite ${String(at + 1)} von ${String(pages.length)}`);
    }
    expect(pages.slice(0, -1).every((page) => page.includes('Arbeitstreffen'))).toBe(true);
    if (!hasTool('qpdf')) return;
    const path = join(folder, 'table.pdf');
    writeFileSync(path, bytes);
    expect(runTool('qpdf', '--check', path)).toContain('No syntax or stream encoding errors found');
  });

  it('ASM13: reads in the order of its columns, and shows changed words by lines too', async () => {
    const bytes = await written('pdf');
    const path = join(folder, 'order.pdf');
    writeFileSync(path, bytes);
    const { pages } = await readPdf(bytes);
    const text = joined(pages.join(' '));
    const order = [
      'in Kitas',
      'Caritasverband',
      'Vorschlag',
      'Gemeint sind alle.',
      'Übernommen',
      'Klarer.',
      'Horten',
    ];
    const from = text.indexOf('1.L2 Kinder lernen Deutsch.');
    const places = order.map((words) => text.indexOf(words, from));
    expect(places).toEqual(places.toSorted((one, other) => one - other));
    expect(places.every((at) => at > 0)).toBe(true);
  });

  it('ASM14: shows what no font has as its number, and tells the places at the end', async () => {
    const { pages } = await readPdf(await written('pdf'));
    const text = joined(pages.join(' '));
    expect(text).toContain('Smile [U+1F600]! über Kombination');
    expect(text).toMatch(/\[U\+05E9 U\+05DC U\+05D5 U\+05DD .{10,60}… \(\d+\)\]/u);
    expect(joined(pages.at(-1) ?? '')).toMatch(/Ersetzte Zeichen .*Beitrag 2, Gemeinnützige.*U\+1F600/u);
    expect(text).not.toContain('😀');
  });

  it('ASM15: of very many words is several files, each whole by itself, with pages counted through', async () => {
    const body = `😀 ${long}`.slice(0, 10_000);
    const many = Array.from({ length: 120 }, (_, at) =>
      statement(`m${String(at)}`, { anchor: onNode(assessedText, at % 2 === 0 ? 'g1' : 'g2'), body }),
    );
    const job = assessmentJob(
      { ...wantedTable, format: 'pdf' },
      { voices: many.map((record) => ({ record, receipt })) },
    );
    const { bytes, files, rows } = valueOf(await writeAssessment(job, () => undefined));
    expect({ files, rows }).toEqual({ files: 2, rows: 120 });
    const parts = Object.entries(unzipSync(bytes));
    expect(parts.map(([name]) => name)).toEqual([
      'Teil 1 von 2, ab 1.L1 Die Stadt fördert Kurse.pdf',
      'Teil 2 von 2, ab 1.L2 Kinder lernen Deutsch.pdf',
    ]);
    const read = await Promise.all(parts.map(([, part]) => readPdf(part)));
    expect(read.every(({ metadata }) => /pdfuaid:part(?:>|=")1/u.test(metadata))).toBe(true);
    expect(read[1]?.metadata).toContain('Teil 2 von 2');
    const numbered = read.flatMap(({ pages }, part) => pages.map((page) => ({ page, part: part + 1 })));
    for (const [at, { page, part }] of numbered.entries()) {
      expect(page).toContain(`Teil ${String(part)} von 2 · Seite ${String(at + 1)}`);
    }
    expect(read.map(({ pages }) => joined(pages.join(' ')).includes('Ersetzte Zeichen'))).toEqual([
      false,
      true,
    ]);
  });

  it('ASM5: anonymised, says so on each page and names nobody in all of the file', async () => {
    const { pages } = await readPdf(await written('pdf', true));
    const text = joined(pages.join(' '));
    expect(pages.every((page) => page.includes('Anonymisiert'))).toBe(true);
    expect(text).toContain('Institution 1');
    expect(text).not.toMatch(/Caritas|GGUA|Gemeinnützig|20\. April 2019/u);
  });

  it.skipIf(!hasOffice)(
    'ASM13: is opened by LibreOffice as a Word document, with its heads on each page',
    async () => {
      const docx = await written('docx');
      const { pages } = await readPdf(convertWithOffice(folder, 'table.docx', docx, 'pdf'));
      expect(pages.every((page) => page.includes('ENTWURF'))).toBe(true);
      expect(pages.slice(0, -1).filter((page) => page.includes('Arbeitstreffen')).length).toBe(
        pages.length - 1,
      );
      expect(/Smile.{0,20}Kombination/u.test(joined(pages.join(' ')))).toBe(true);
    },
  );
});
