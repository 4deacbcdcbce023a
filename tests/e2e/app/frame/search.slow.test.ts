import { expect, it } from 'vitest';
import { browserOfFile } from '../../../support/app/app-page.ts';
import { accessibilityFaults, picture } from '../../../support/app/look.ts';
import {
  draftOf,
  expectNoFaults,
  openWindow,
  outlineOf,
  sampleHost,
  untilSaved,
} from '../../../support/app/workspace-window.ts';

const browser = browserOfFile();

it('finds words with Ctrl+F, goes through them, and replaces one and all with Ctrl+H', async () => {
  const host = await sampleHost();
  const window = await openWindow(browser, host);
  const { page } = window;
  await outlineOf(page).getByRole('treeitem').first().waitFor();
  const inFile = (word: string): number => JSON.stringify(draftOf(host).document).split(word).length - 1;
  const all = inFile('Ellernfurt');
  expect(all).toBeGreaterThan(3);
  await page.keyboard.press('Control+f');
  const bar = page.getByRole('search', { name: 'Suchen und ersetzen' });
  await bar.getByRole('textbox', { name: 'Suchen' }).fill('Ellernfurt');
  await bar.getByText(/Fundstellen/).waitFor();
  await page.keyboard.press('Enter');
  await bar.getByText(/^1 von/).waitFor();
  await page.keyboard.press('Enter');
  await bar.getByText(/^2 von/).waitFor();
  await page.keyboard.press('Control+h');
  await bar.getByRole('textbox', { name: 'Ersetzen durch' }).fill('Musterfurt');
  await picture(page, 'search');
  expect(await accessibilityFaults(page)).toEqual([]);
  await bar.getByRole('button', { name: 'Ersetzen', exact: true }).click();
  await untilSaved(page);
  await expect.poll(() => inFile('Musterfurt')).toBe(1);
  await bar.getByRole('button', { name: 'Alle ersetzen' }).click();
  await bar.getByText('Keine Fundstelle').waitFor();
  await expect.poll(() => inFile('Ellernfurt')).toBe(0);
  expect(inFile('Musterfurt')).toBe(all);
  await page.keyboard.press('Escape');
  await bar.waitFor({ state: 'detached' });
  await page.keyboard.press('Control+z');
  await expect.poll(() => inFile('Ellernfurt')).toBe(all - 1);
  expectNoFaults(window);
});
