import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createImportReport } from '../../../../electron/host/import/import-report.ts';
import { planImport } from '../../../../electron/host/import/import-source.ts';
import { createCountingIds } from '../../../../shared/ids/ids.ts';
import { walk } from '../../../../shared/schema/walk.ts';
import { shippedProfile } from '../../../support/standard-profile.ts';
import { importText } from './import-text.ts';

const input = new URL('../../../../../shared/input/', import.meta.url);
const isMissing = !existsSync(new URL('leitbild-2019.txt', input));
const textOf = (name: string): string => readFileSync(new URL(name, input), 'utf8');
const profile = shippedProfile();

/** Counts goals of the source by hand: line by line, with nothing of the importer. */
function countByHand(text: string): Record<string, number> {
  const counts = { leitziele: 0, teilziele: 0, subpoints: 0, fields: 0, forewords: 0, institutions: 0 };
  let section: 'front' | 'chapter' | 'leitziele' | 'teilziele' | 'institutions' = 'front';
  for (const line of text.split('\n').map((raw) => raw.trim())) {
    if (line === '') continue;
    if (/^6\.\d+ /.test(line)) {
      section = 'leitziele';
      counts.fields += 1;
    } else if (/^[1-6] [A-Z]\p{L}+.{0,60}$/u.test(line) && !/[.:]$/.test(line)) section = 'chapter';
    else if (/^7 Am /.test(line)) section = 'institutions';
    else if (/^Leitziele?$/.test(line)) section = 'leitziele';
    else if (/^Teilziele( \p{Lu}| \(|$)/u.test(line)) section = 'teilziele';
    else if (/^Sehr geehrte/.test(line)) counts.forewords += 1;
    else if (section === 'institutions')
      counts.institutions += /^Am Überarbeitungsprozess/.test(line) ? 0 : 1;
    else if (/^\uf0b7/.test(line) && (section === 'leitziele' || section === 'teilziele'))
      counts[section] += 1;
    else if (/^o [A-Z]/.test(line)) counts.subpoints += 1;
  }
  return counts;
}

describe.skipIf(isMissing)('the real Leitbild of 2019', () => {
  it('IMP14: comes in whole: every goal, subpoint, footnote and institution, and no word without a place', () => {
    const text = textOf('leitbild-2019.txt');
    const result = importText(text);
    const facts = { name: 'leitbild-2019.txt', format: 'text', sha256: '', bytes: text.length };
    const report = createImportReport(result, facts, profile);
    const byHand = countByHand(text);
    expect(report).toMatchObject({
      isLeitbild: true,
      forewords: 2,
      chapters: 7,
      actionFields: 11,
      leitziele: 39,
      teilziele: 87,
      subpoints: 33,
      footnotes: 8,
      institutions: 103,
      unplaced: [],
      warnings: [],
    });
    expect(byHand).toEqual({
      leitziele: 39,
      teilziele: 87,
      subpoints: 33,
      fields: 11,
      forewords: 2,
      institutions: 103,
    });
    expect(result.header).toEqual({
      title: 'Leitbild Migration und Integration',
      subtitle: 'Fortschreibung 2019',
      municipality: 'Stadt Münster',
    });
  });

  it('IMP3, IMP10: joins its words, and resolves its seven references', () => {
    const { document } = importText(textOf('leitbild-2019.txt'));
    const json = JSON.stringify(document);
    for (const word of [
      'einstimmig',
      'UN-Behindertenrechtskonvention',
      'Best Practice-Konzepten',
      'Bildungs- und Sprachangebote',
      'und -leitern.',
      'gesellschaftlich-strukturellen',
      'https://www.stadt-muenster.de/sessionnet',
      'Übergangs Schule-Beruf',
      'Migrations- und Integrationsarbeit',
    ]) {
      expect(json).toContain(word);
    }
    expect(json).not.toMatch(/\p{L}- \p{Ll}(?!nd |der |owie |is |zw\.)/u);
    const forms: string[] = [];
    walk(document, (node) => {
      if (node.type === 'reference') forms.push(node.attrs.form);
    });
    expect(forms.sort()).toEqual(['number', 'number', 'number', 'title', 'title', 'title', 'title']);
  });

  it('IMP4: lists its running heads and page numbers, the misspelt and the doubled one too', () => {
    const furniture = importText(textOf('leitbild-2019.txt')).ledger.filter(
      ({ fate }) => fate.type === 'furniture',
    );
    expect([...new Set(furniture.map(({ token }) => token.line))]).toEqual([
      238, 349, 411, 428, 477, 538, 596, 702, 914, 1301, 1363, 1692,
    ]);
  });
});

describe.skipIf(isMissing)('the other documents', () => {
  it.each([
    ['einwanderung-gestalten-muenster.txt', 14],
    ['einwanderung-gestalten-paderborn.txt', 0],
    ['modellprojekt-integration-muenster.txt', 0],
    ['runder-tisch-integration-trier.txt', 4],
  ])('IMP11: %s is no Leitbild: nothing is invented, every word has its place', async (name, chapters) => {
    const bytes = readFileSync(new URL(name, input));
    const plan = await planImport(bytes, name, { profile, createId: createCountingIds() });
    if (!plan.ok) throw new Error(JSON.stringify(plan.error));
    expect(plan.value.report).toMatchObject({
      isLeitbild: false,
      chapters,
      actionFields: 0,
      leitziele: 0,
      teilziele: 0,
      subpoints: 0,
      institutions: 0,
      unplaced: [],
    });
    expect(plan.value.report.warnings.map(({ code }) => code)).toContain('no-structure-found');
  });
});
