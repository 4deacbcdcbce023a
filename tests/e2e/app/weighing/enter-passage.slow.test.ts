import { expect, it } from 'vitest';
import { listVoices } from '../../../../shared/contributions/voices-room.ts';
import { listRounds, writeRoundEntry } from '../../../../shared/rounds/rounds-room.ts';
import { browserOfFile } from '../../../support/app/app-page.ts';
import { accessibilityFaults, picture } from '../../../support/app/look.ts';
import { runRound } from '../../../support/app/taking-part.ts';
import { expectNoFaults, goToGoal, openWindow, sampleHost } from '../../../support/app/workspace-window.ts';
import { openTable } from './open-table.ts';

const browser = browserOfFile();

it('writes a letter down for the words that are selected in the text', async () => {
  const host = await sampleHost();
  const round = await runRound(host);
  const name = round.institutions[2]?.name ?? '';
  const window = await openWindow(browser, host);
  const { page } = window;
  const goal = await goToGoal(page);
  await page
    .locator(`.leitbild-text [data-id="${goal}"] p`)
    .first()
    .dblclick({ position: { x: 30, y: 12 } });
  const word = await page.evaluate(() => getSelection()?.toString().trim() ?? '');
  expect(word).toMatch(/^\p{L}+$/u);
  await openTable(page);
  await page.getByRole('button', { name: 'Beitrag eintragen' }).click();
  const dialog = page.getByRole('dialog', { name: 'Brief, E-Mail oder Gespräch eintragen' });
  expect(await dialog.getByRole('combobox', { name: 'Stelle' }).inputValue()).toBe(
    `Markierte Wörter: „${word}“`,
  );
  await dialog.getByRole('combobox', { name: 'Institution' }).fill(name.slice(0, 9));
  await page.getByRole('option', { name }).click();
  const uninvited = dialog.getByText('ist zu dieser Beteiligungsrunde nicht eingeladen');
  expect(await uninvited.count()).toBe(0);
  host.rooms.edit('process', (process) => {
    const entry = listRounds(process)[0];
    if (entry !== undefined) writeRoundEntry(process, { ...entry, invited: [] });
  });
  await uninvited.waitFor();
  await dialog.getByLabel('Datum des Schreibens oder Gesprächs').fill('2025-02-03');
  await dialog.getByLabel('Art des Beitrags').selectOption({ label: 'Formulierungsvorschlag' });
  const wording = dialog.getByLabel('Vorgeschlagener Wortlaut');
  expect(await wording.inputValue()).toBe(word);
  await wording.fill('Anders');
  await picture(page, 'weighing-letter-passage');
  expect(await accessibilityFaults(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Eintragen' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByText('1 von 1 · 1 offen').waitFor();
  expect(host.rooms.read('voices', listVoices)).toMatchObject([
    { record: { kind: 'proposal', wording: 'Anders', anchor: { on: 'passage', quote: word } } },
  ]);
  const row = page.locator('[role="row"][data-contribution]');
  await row.getByText(`„${word}“`).waitFor();
  await row.click();
  const card = page.getByRole('article');
  await card.locator('del', { hasText: word }).waitFor();
  await card.locator('ins', { hasText: 'Anders' }).waitFor();
  expectNoFaults(window);
});
