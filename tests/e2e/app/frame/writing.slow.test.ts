import { join } from 'node:path';
import { expect, it } from 'vitest';
import { appFolder, emptyFile, startAppHost } from '../../../support/app/app-host.ts';
import { browserOfFile } from '../../../support/app/app-page.ts';
import { accessibilityFaults, picture } from '../../../support/app/look.ts';
import {
  byPalette,
  expectNoFaults,
  goToGoal,
  openGuest,
  openWindow,
  outlineOf,
  sampleHost,
  textOf,
  untilSaved,
  wordsInFile,
} from '../../../support/app/workspace-window.ts';

const browser = browserOfFile();

it('offers above the text what is done often, by pointer and by keyboard, and says what cannot be done', async () => {
  const host = await sampleHost();
  const window = await openWindow(browser, host);
  const { page } = window;
  const bar = page.getByRole('toolbar', { name: 'Schreiben' });
  const id = await goToGoal(page);
  const strong = bar.getByRole('button', { name: 'Fett' });
  await bar.locator('[aria-label="Fett"]:not([aria-disabled="true"])').waitFor();
  expect(await bar.getByRole('button', { name: 'Rückgängig' }).getAttribute('aria-disabled')).toBe('true');
  await strong.click();
  await bar.locator('[aria-label="Fett"][aria-pressed="true"]').waitFor();
  await page.keyboard.type('Laut');
  await textOf(page).locator('strong', { hasText: 'Laut' }).waitFor();
  const undo = bar.locator('[aria-label="Rückgängig"][aria-disabled="false"]');
  await undo.waitFor();
  await picture(page, 'toolbar');
  await page.mouse.move(720, 500);
  await page.getByRole('tooltip').waitFor({ state: 'detached' });
  expect(await accessibilityFaults(page)).toEqual([]);
  await undo.click();
  await expect.poll(() => textOf(page).innerText()).not.toContain('Laut');
  // One stop of the Tab key, arrow keys within, Escape back to the text.
  expect(await bar.locator('button[tabindex="0"][data-tool]').count()).toBe(1);
  await strong.focus();
  await page.keyboard.press('ArrowRight');
  expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Kursiv');
  await page.keyboard.press('Home');
  expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Rückgängig');
  await page.keyboard.press('Escape');
  await page.keyboard.press('End');
  await bar.getByRole('button', { name: 'Fußnote' }).click();
  await page.keyboard.type('Eine Anmerkung');
  await page.keyboard.press('Escape');
  await untilSaved(page);
  await expect.poll(() => wordsInFile(host, id)).toContain('Eine Anmerkung');
  expectNoFaults(window);
});

it('adds to an empty text what belongs there, from the hint, the outline and the bar', async () => {
  const path = join(appFolder(), 'leer.leitbild');
  emptyFile(path);
  const host = await startAppHost(path);
  const window = await openWindow(browser, host);
  const { page } = window;
  await page.getByRole('heading', { name: 'So fangen Sie an' }).waitFor();
  await picture(page, 'empty');
  expect(await accessibilityFaults(page)).toEqual([]);
  const add = page.getByRole('main').getByRole('button', { name: 'Hinzufügen' }).last();
  await add.click();
  await picture(page, 'empty-add');
  await page.getByRole('menuitem', { name: 'Kapitel' }).click();
  await outlineOf(page).getByRole('treeitem').first().waitFor();
  await page.keyboard.type('Unsere Ziele');
  await page.getByRole('menu').waitFor({ state: 'detached' });
  await page.locator('#outline').getByRole('button', { name: 'Hinzufügen' }).click();
  await page.getByRole('menuitem', { name: 'Handlungsfeld' }).click();
  await outlineOf(page).locator('[data-type="actionField"]').waitFor();
  await page.keyboard.type('Wohnen');
  await outlineOf(page).getByText('Wohnen').waitFor();
  await page.getByRole('main').getByRole('button', { name: 'Hinzufügen' }).first().click();
  await page.getByRole('menuitem', { name: 'Gruppe „Leitziele“' }).click();
  await page.keyboard.type('Alle wohnen gut.');
  await outlineOf(page).locator('[data-type="goal"]').waitFor();
  await page.getByRole('heading', { name: 'So fangen Sie an' }).waitFor({ state: 'detached' });
  await page.getByRole('main').getByRole('button', { name: 'Hinzufügen' }).first().click();
  await picture(page, 'add-menu');
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.getByRole('menuitem', { name: 'Leitziel', exact: true }).click();
  await page.keyboard.type('Niemand friert.');
  await expect.poll(() => outlineOf(page).locator('[data-type="goal"]').count()).toBe(2);
  expectNoFaults(window);
});

it('says that the text is locked, and at the first key that it is not taken', async () => {
  const host = await sampleHost();
  const mia = await openWindow(browser, host);
  const guest = await openGuest(browser, host, 'editor', 'Rita Redaktion');
  const reader = await openGuest(browser, host, 'reader', 'Lea Lesend');
  await textOf(guest.page).click();
  await byPalette(mia.page, 'Text sperren');
  await guest.page.getByText('Der Text ist gesperrt.').waitFor();
  await mia.page.getByRole('button', { name: 'Text wieder öffnen' }).waitFor();
  expect(await guest.page.getByRole('toolbar', { name: 'Schreiben' }).count()).toBe(0);
  await textOf(guest.page).focus();
  await guest.page.keyboard.press('x');
  await guest.page.getByText('Was Sie tippen, wird nicht übernommen.').waitFor();
  await picture(guest.page, 'locked');
  expect(await accessibilityFaults(guest.page)).toEqual([]);
  await mia.page.getByRole('button', { name: 'Text wieder öffnen' }).click();
  await guest.page.getByRole('toolbar', { name: 'Schreiben' }).waitFor();
  await guest.page.getByText('Der Text ist gesperrt.').waitFor({ state: 'detached' });
  expect(await reader.page.getByRole('toolbar', { name: 'Schreiben' }).count()).toBe(0);
  await textOf(reader.page).focus();
  await reader.page.keyboard.press('x');
  await reader.page.getByText('Sie lesen hier mit.').waitFor();
  expectNoFaults(mia, guest, reader);
});
