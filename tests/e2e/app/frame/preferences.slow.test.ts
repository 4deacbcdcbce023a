import { expect, it } from 'vitest';
import { browserOfFile } from '../../../support/app/app-page.ts';
import { accessibilityFaults, picture } from '../../../support/app/look.ts';
import {
  byPalette,
  expectNoFaults,
  openGuest,
  openWindow,
  outlineOf,
  sampleHost,
  textOf,
} from '../../../support/app/workspace-window.ts';

const browser = browserOfFile();

it('speaks English, remembers look, size and what is put away, and goes from area to area by F6', async () => {
  const host = await sampleHost();
  const window = await openWindow(browser, host);
  const { page } = window;
  const focusIn = (area: string) => page.evaluate((id) => document.activeElement?.closest(id) !== null, area);
  await outlineOf(page).getByRole('treeitem').first().waitFor();
  await page.keyboard.press('F6');
  await expect.poll(() => focusIn('#outline')).toBe(true);
  await page.keyboard.press('F6');
  await expect.poll(() => focusIn('#text')).toBe(true);
  await page.keyboard.press('F6');
  await expect.poll(() => focusIn('#panel')).toBe(true);

  await byPalette(page, 'Switch to English');
  await page.locator('footer').getByText('Saved on this device').waitFor();
  await page.getByRole('tree', { name: 'Outline' }).waitFor();
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
  await page.keyboard.press('Control+Shift+d');
  await page.keyboard.press('Control++');
  await page.locator('footer').getByText('110%').waitFor();
  await page.getByRole('button', { name: 'Hide the side panel' }).click();
  await page.reload();
  await page.locator('footer').getByText('110%').waitFor();
  await page.getByRole('button', { name: 'Show the side panel' }).waitFor();
  expect(await page.locator('html').getAttribute('data-mantine-color-scheme')).toBe('dark');
  await picture(page, 'english-dark');
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.keyboard.press('Control+/');
  await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor();
  expectNoFaults(window);
});

it('speaks English to a guest who only reads, at once', async () => {
  const guest = await openGuest(browser, await sampleHost(), 'reader', 'Leo Leser');
  await byPalette(guest.page, 'Switch to English');
  await guest.page.getByRole('tree', { name: 'Outline' }).waitFor();
  await textOf(guest.page).waitFor();
  await byPalette(guest.page, 'Auf Deutsch umstellen', 'Commands and goals');
  await outlineOf(guest.page).waitFor();
  expectNoFaults(guest);
});
