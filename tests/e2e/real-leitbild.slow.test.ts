import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ImportReport } from '../../shared/import/import-report.ts';
import { realInput, runCli, temporaryFolder } from '../support/run-cli.ts';

const source = join(realInput, 'leitbild-2019.txt');
const adopted = ['--adopted-by', 'Rat der Stadt', '--adopted-on', '2019-12-11', '--paper', 'V/1/2019'];

/** All that the real text holds, and nothing left over. */
const wholeText = {
  forewords: 2,
  chapters: 7,
  actionFields: 11,
  leitziele: 39,
  teilziele: 87,
  subpoints: 33,
  footnotes: 8,
  institutions: 103,
  unplaced: [],
};

function run(command: string, args: readonly string[]): string {
  return execFileSync(command, args, { encoding: 'utf8', maxBuffer: 64 << 20 });
}

/** Bullets, sub-bullets and institutions of the source, counted without any of our code. */
function countedByHand(): { bullets: number; subBullets: number; institutions: number } {
  const lines = readFileSync(source, 'utf8')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const list = lines.slice(lines.findIndex((line) => line.startsWith('7 Am ')) + 1);
  return {
    bullets: lines.filter((line) => line.startsWith('\uf0b7')).length,
    subBullets: lines.filter((line) => /^o /.test(line)).length,
    institutions: list.filter((line) => !line.startsWith('Am Überarbeitungsprozess')).length,
  };
}

describe.skipIf(!existsSync(source))('the real Leitbild of 2019', () => {
  it('goes in whole and comes out as an edition that proves itself', async () => {
    const folder = temporaryFolder();
    const file = join(folder, 'l.leitbild');
    const reportPath = join(folder, 'r.json');

    expect(await runCli(['import', source, '--into', file, '--report', reportPath])).toMatchObject({
      code: 0,
      err: '',
    });
    const report = JSON.parse(readFileSync(reportPath, 'utf8')) as ImportReport;
    expect(report).toMatchObject(wholeText);
    const byHand = countedByHand();
    const listItems = 4 + 7 + 8;
    expect(byHand).toEqual({ bullets: 39 + 87 + listItems, subBullets: 33, institutions: 103 });

    const again = await runCli(['import', source, '--into', file]);
    expect(again.out).toContain('nichts zu ändern');

    expect((await runCli(['freeze', file, '--edition', '2019', ...adopted])).code).toBe(0);
    const verified = await runCli(['verify', file]);
    expect(verified).toMatchObject({ code: 0 });
    const [hash] = /[0-9a-f]{64}/.exec(verified.out) ?? [];

    const out = (format: string, name: string): readonly string[] => [
      ...['export', file, '--edition', '2019', '--format', format, '-o', join(folder, name)],
    ];
    for (const [format, name] of [
      ['pdf', 'a.pdf'],
      ['pdf', 'b.pdf'],
      ['workingcopy', 'w.pdf'],
      ['docx', 'a.docx'],
      ['html', 'a.html'],
      ['md', 'a.md'],
      ['json', 'a.json'],
    ] as const) {
      expect(await runCli(out(format, name))).toMatchObject({ code: 0 });
    }

    const json = readFileSync(join(folder, 'a.json'));
    expect(createHash('sha256').update(json).digest('hex')).toBe(hash);
    expect(readFileSync(join(folder, 'a.pdf')).equals(readFileSync(join(folder, 'b.pdf')))).toBe(true);

    run('qpdf', ['--check', join(folder, 'a.pdf')]);
    expect(run('pdfinfo', [join(folder, 'a.pdf')])).toMatch(/Tagged:\s+yes/);
    const fonts = run('pdffonts', [join(folder, 'a.pdf')])
      .trim()
      .split('\n')
      .slice(2);
    expect(fonts.length).toBeGreaterThan(1);
    for (const font of fonts) expect(font).toMatch(/\byes\s+(yes|no)\s+yes\b/);
    const words = (text: string): string => text.replaceAll(/[\s\u00ad-]+/g, '');
    const printed = words(run('pdftotext', [join(folder, 'a.pdf'), '-']));
    expect(printed).toContain(words(String(hash)));
    for (const phrase of [
      'Best Practice-Konzepten',
      'UN-Behindertenrechtskonvention',
      'einstimmig vom Rat',
    ]) {
      expect(printed).toContain(words(phrase));
    }
  });

  it('comes back from its own Markdown and PDF with the same structure', async () => {
    const folder = temporaryFolder();
    const file = join(folder, 'l.leitbild');
    await runCli(['import', source, '--into', file]);
    await runCli(['freeze', file, '--edition', '2019', ...adopted]);
    for (const [format, name] of [
      ['md', 'a.md'],
      ['pdf', 'a.pdf'],
    ] as const) {
      const path = join(folder, name);
      await runCli(['export', file, '--edition', '2019', '--format', format, '-o', path]);
      const reportPath = join(folder, `${name}.json`);
      const into = join(folder, `${name}.leitbild`);
      expect(await runCli(['import', path, '--into', into, '--report', reportPath])).toMatchObject({
        code: 0,
      });
      expect(JSON.parse(readFileSync(reportPath, 'utf8'))).toMatchObject(wholeText);
    }
  });

  it.each([
    'einwanderung-gestalten-muenster.txt',
    'einwanderung-gestalten-paderborn.txt',
    'modellprojekt-integration-muenster.txt',
    'runder-tisch-integration-trier.txt',
  ])('says of %s that it is no Leitbild, and invents nothing', async (name) => {
    const folder = temporaryFolder();
    const reportPath = join(folder, 'r.json');
    const run = await runCli([
      'import',
      join(realInput, name),
      '--into',
      join(folder, 'l.leitbild'),
      '--report',
      reportPath,
    ]);
    expect(run.code).toBe(0);
    expect(run.out).toContain('keine Ziele gefunden');
    expect(JSON.parse(readFileSync(reportPath, 'utf8'))).toMatchObject({
      isLeitbild: false,
      actionFields: 0,
      leitziele: 0,
      teilziele: 0,
      subpoints: 0,
      institutions: 0,
      unplaced: [],
    });
  });
});
