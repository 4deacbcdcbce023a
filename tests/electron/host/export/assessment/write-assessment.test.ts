import { strFromU8, unzipSync } from 'fflate';
import Papa from 'papaparse';
import { readSheet } from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { countRows } from '../../../../../electron/host/export/assessment/count-rows.ts';
import {
  writeAssessment,
  writeTable,
  type WriteTable,
} from '../../../../../electron/host/export/assessment/write-assessment.ts';
import { writeInWorker } from '../../../../../electron/host/export/assessment/assessment-job.ts';
import {
  assessmentFormats,
  letterFormats,
  type AssessmentWanted,
} from '../../../../../shared/api/assessment-calls.ts';
import { contributionId, institutionId } from '../../../../../shared/ids/ids.ts';
import { statement, withdrawal } from '../../../../support/arbitrary-contribution.ts';
import {
  assessedAnswer,
  assessedDecision,
  assessedPosition,
  assessedText,
} from '../../../../support/assessment.ts';
import { assessmentJob, wantedTable, type AssessedCase } from '../../../../support/assessment-job.ts';
import { documentWith, onNode, onWords } from '../../../../support/decisions.ts';
import { createNodeMakers } from '../../../../support/node-makers.ts';
import type { LeitbildDocument } from '../../../../../shared/schema/document.ts';
import { valueOf } from '../../../../support/filled-workspace.ts';
import { nastyWords } from '../../../../support/nasty-text.ts';

/** What a contribution may hold of it: none of the rest is ever taken. */
const nasty = nastyWords.join('\n').replaceAll(/(?!\n)[\p{Cc}\p{Surrogate}\u202a-\u202e\u2066-\u2069]/gu, '');
const ggua = institutionId('ggua');
const records = [
  statement('c1', {
    ...{ kind: 'proposal', anchor: onWords(assessedText, 'in Kitas'), wording: 'in allen Kitas' },
    body: '=SUMME(A1)\nZweite Zeile; mit Semikolon',
  }),
  statement('c2', { anchor: { on: 'document' }, institution: ggua, body: nasty }),
  statement('c3', { anchor: onNode(assessedText, 'g1') }),
  statement('c4', { anchor: onNode(assessedText, 'g1'), replaces: contributionId('c3') }),
  { ...withdrawal('c5', 'c2'), institution: ggua },
  assessedPosition('c6', 'g2', 'ggua', '+49 ist keine Formel'),
  assessedAnswer('c7', 'd1'),
];
const given: AssessedCase = {
  voices: records.map((record) => ({ record, receipt: { receivedAt: '2019-04-20T10:00:00Z' } })),
  decisions: [assessedDecision('d1', ['c1'])],
};
const letters = (format: (typeof letterFormats)[number]): AssessmentWanted => ({
  ...wantedTable,
  what: 'letters',
  format,
});

async function write(wanted: AssessmentWanted, what = given): Promise<Uint8Array> {
  const { bytes } = valueOf(await writeAssessment(assessmentJob(wanted, what), () => undefined));
  return bytes;
}

describe('files of contributions', () => {
  it.each(assessmentFormats)('ASM9: hold as many contributions as there are, as %s', async (format) => {
    const written = valueOf(
      await writeAssessment(assessmentJob({ ...wantedTable, format }, given), () => undefined),
    );
    expect(written.rows).toBe(records.length);
    expect(countRows[format](written.bytes)).toBe(records.length);
    const [first] = given.voices ?? [];
    const fewer = await write({ ...wantedTable, format }, { ...given, voices: first ? [first] : [] });
    expect(countRows[format](fewer)).toBe(1);
  });

  it.each(letterFormats)(
    'ASM9: hold as many contributions as there are, in letters as %s',
    async (format) => {
      const written = valueOf(await writeAssessment(assessmentJob(letters(format), given), () => undefined));
      expect(written.rows).toBe(records.length);
      if (format === 'pdf') return;
      const ending = format === 'pdf-zip' ? 'pdf' : 'docx';
      expect(Object.keys(unzipSync(written.bytes)).sort()).toEqual([
        `Caritasverband für die Stadt Münster e.V.${ending}`,
        `Gemeinnützige Gesellschaft zur Unterstützung Asylsuchender (GGUA).${ending}`,
      ]);
    },
  );

  it('ASM9: are written in a thread of their own, with word of how far it is', async () => {
    const phases: string[] = [];
    const onProgress = ({ phase }: { readonly phase: string }): void => void phases.push(phase);
    const job = assessmentJob({ ...wantedTable, format: 'pdf' }, given);
    const written = valueOf(await writeInWorker(job, { onProgress }));
    expect(written.rows).toBe(records.length);
    expect(phases).toEqual(['reading', 'typesetting']);
    const stop = new AbortController();
    const cancelled = writeInWorker(job, { signal: stop.signal, onProgress: () => stop.abort() });
    expect(await cancelled).toMatchObject({ ok: false, error: { code: 'cancelled' } });
  });

  it.each(assessmentFormats)('ASM9: are not given out where one is missing, as %s', async (format) => {
    const job = assessmentJob({ ...wantedTable, format }, given);
    const forgetful: WriteTable = (table, ...rest) =>
      writeTable({ ...table, others: table.others.slice(1) }, ...rest);
    expect(await writeAssessment(job, () => undefined, forgetful)).toMatchObject({
      ok: false,
      error: { code: 'export-incomplete', details: { expected: records.length, found: records.length - 1 } },
    });
  });

  it('ASM9: also of a text whose parts have no headings', async () => {
    const make = createNodeMakers();
    const bare = {
      ...documentWith(make),
      content: [{ type: 'chapter', attrs: make.as('ch'), content: [{ ...make.heading('x'), content: [] }] }],
    };
    const document = bare as LeitbildDocument;
    const on = statement('c1', { anchor: onNode(document, 'ch') });
    const what = { document, voices: [{ record: on, receipt: { receivedAt: '2019-04-20T10:00:00Z' } }] };
    for (const format of assessmentFormats) {
      const bytes = await write({ ...wantedTable, format }, what);
      expect(countRows[format](bytes)).toBe(1);
    }
  });

  it('ASM10: are no formulas in a spreadsheet, and keep lines and characters', async () => {
    const guarded = { ...given, decisions: [assessedDecision('d1', ['c1'], { reason: '=1+1' })] };
    const text = new TextDecoder().decode(await write(wantedTable, guarded));
    const { data: csv } = Papa.parse<string[]>(text.trimEnd(), { delimiter: ';' });
    expect(csv[0]).toEqual([
      ...['Nr.', 'Text', 'Institution', 'Beitrag', 'Entscheidung'],
      ...['Begründung', 'Neuer Text', 'Arbeitstreffen', 'Datum'],
    ]);
    expect(csv.flat().filter((cell) => /^[=+@-]/u.test(cell))).toEqual([]);
    expect(csv.map(([, , , , , reason]) => reason)).toContain("'=1+1");
    const workbook = await write({ ...wantedTable, format: 'xlsx' });
    const sheet = strFromU8(unzipSync(workbook)['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    expect(sheet).not.toContain('<f>');
    expect(sheet).toContain(`<autoFilter ref="A1:I${String(records.length + 1)}"/>`);
    expect(sheet).toContain('state="frozen"');
    const rows: readonly (readonly unknown[])[] = await readSheet(Buffer.from(workbook));
    expect(rows.flat()).toContainEqual(expect.stringContaining('=SUMME(A1)\nZweite Zeile; mit Semikolon'));
  });

  it('ASM11: come out as the same bytes for the same contributions', async () => {
    for (const format of assessmentFormats) {
      expect(await write({ ...wantedTable, format })).toEqual(await write({ ...wantedTable, format }));
    }
  });
});
