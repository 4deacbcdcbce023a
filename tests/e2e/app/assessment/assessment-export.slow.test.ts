import { readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import Papa from 'papaparse';
import type { Locator, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { countLetterRows, countRows } from '../../../../electron/host/export/assessment/count-rows.ts';
import type { LiveHost } from '../../../../electron/host/live-host.ts';
import { acceptVoices, type Voice } from '../../../../shared/contributions/voices-room.ts';
import { canonicalJson } from '../../../../shared/editions/canonical-json.ts';
import { institutionId, nodeId, roundId } from '../../../../shared/ids/ids.ts';
import { isIdentified, walk } from '../../../../shared/schema/walk.ts';
import { browserOfFile } from '../../../support/app/app-page.ts';
import { accessibilityFaults, picture } from '../../../support/app/look.ts';
import { runRound } from '../../../support/app/taking-part.ts';
import {
  byPalette,
  draftOf,
  expectNoFaults,
  openGuest,
  openWindow,
  sampleHost,
} from '../../../support/app/workspace-window.ts';
import { statement } from '../../../support/arbitrary-contribution.ts';
import { onNode } from '../../../support/decisions.ts';

const browser = browserOfFile();
const COUNT = 30;

/** Has two institutions say something about each of the first goals; gives their names. */
async function withVoices(host: LiveHost): Promise<readonly string[]> {
  const { institutions } = await runRound(host);
  const { document } = draftOf(host);
  const goals: ReturnType<typeof onNode>[] = [];
  walk(document, (node) => {
    if (node.type === 'goal' && isIdentified(node)) goals.push(onNode(document, nodeId(node.attrs.id)));
  });
  const two = institutions.slice(0, 2);
  const voices = Array.from({ length: COUNT }, (_, at): Voice => {
    const own = two[at % 2];
    const anchor = goals[at % goals.length];
    if (own === undefined || anchor === undefined) throw new Error('nobody or nothing');
    const record = statement(`v${String(at).padStart(3, '0')}`, {
      ...{ institution: institutionId(own.id), round: roundId('r1'), anchor },
      body: `Wir von ${own.name} meinen das auch.`,
    });
    return { record, canonical: canonicalJson(record), receipt: { receivedAt: '2025-02-03T10:00:00Z' } };
  });
  host.rooms.edit('voices', (doc) => acceptVoices(doc, voices));
  return two.map(({ name }) => name);
}

async function exported(page: Page, dialog: Locator): Promise<{ bytes: Uint8Array; name: string }> {
  const download = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Ausgeben' }).click();
  const made = await download;
  await dialog.getByText(/ist fertig/u).waitFor();
  return { bytes: new Uint8Array(readFileSync(await made.path())), name: made.suggestedFilename() };
}

it('ASM12: moderation gives the table and the letters out by the palette; nobody else is offered them', async () => {
  const host = await sampleHost();
  const names = await withVoices(host);
  const window = await openWindow(browser, host);
  const { page } = window;

  await byPalette(page, 'Abwägungstabelle ausgeben');
  const table = page.getByRole('dialog', { name: 'Abwägungstabelle ausgeben' });
  await table.getByRole('radio', { name: 'PDF' }).waitFor();
  await table.getByText(`${String(COUNT)} Beiträge.`).waitFor();
  await picture(page, 'assessment-table');
  expect(await accessibilityFaults(page)).toEqual([]);
  const pdf = await exported(page, table);
  expect(pdf.name).toMatch(/Abwägungstabelle \d{4}-\d\d-\d\d\.pdf$/u);
  expect(countRows.pdf(pdf.bytes)).toBe(COUNT);
  await picture(page, 'assessment-finished');
  await table.getByRole('button', { name: 'Noch etwas exportieren' }).click();
  await table.getByRole('radio', { name: 'CSV' }).check();
  await table.getByRole('checkbox', { name: 'Anonymisiert' }).check();
  const csv = await exported(page, table);
  const text = new TextDecoder().decode(csv.bytes);
  expect(countRows.csv(csv.bytes)).toBe(COUNT);
  for (const name of names) expect(text).not.toContain(name);
  expect(Papa.parse<string[]>(text, { delimiter: ';' }).data[1]?.[2]).toBe('Institution 1');
  await table.getByRole('button', { name: 'Fertig' }).click();

  await byPalette(page, 'Briefe an die Institutionen');
  const letters = page.getByRole('dialog', { name: 'Briefe an die Institutionen' });
  await letters.getByLabel('Einleitung').fill('Guten Tag,\n\nhier ist Ihr Brief.');
  await letters.getByRole('radio', { name: 'Je Brief ein PDF' }).check();
  await picture(page, 'assessment-letters');
  expect(await accessibilityFaults(page)).toEqual([]);
  const zip = await exported(page, letters);
  const files = unzipSync(zip.bytes);
  expect(Object.keys(files)).toHaveLength(2);
  for (const bytes of Object.values(files)) expect(countLetterRows.pdf(bytes)).toBe(COUNT / 2);
  await letters.getByRole('button', { name: 'Fertig' }).click();
  expectNoFaults(window);

  const guest = await openGuest(browser, host, 'editor', 'Edda Editor');
  await guest.page.keyboard.press('Control+k');
  await guest.page.getByRole('textbox', { name: 'Befehle und Ziele' }).fill('Abwägungstabelle ausgeben');
  await guest.page.getByText(/^Nichts gefunden/u).waitFor();
  expect(await guest.page.getByText('Abwägungstabelle ausgeben').count()).toBe(0);
});
