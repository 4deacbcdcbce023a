import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { browserOfFile } from '../../../support/app/app-page.ts';
import {
  byPalette,
  childrenInFile,
  expectNoFaults,
  nodeInFile,
  openGuest,
  openWindow,
  outlineOf,
  sampleHost,
  untilSaved,
  wordsInFile,
} from '../../../support/app/workspace-window.ts';

const browser = browserOfFile();

/** Ids of the goals that stand in the first group, as the outline shows them. */
async function firstGoals(page: Page): Promise<readonly [string, string, string]> {
  const goals = outlineOf(page).locator('[data-type="goal"]');
  await goals.nth(2).waitFor();
  const [first = '', second = '', third = ''] = await goals.evaluateAll((lines) =>
    lines.slice(0, 3).map(({ id }) => id.slice('outline-'.length)),
  );
  return [first, second, third];
}

function line(page: Page, id: string) {
  return outlineOf(page).locator(`#outline-${id}`);
}

it('is gone about with the keyboard: arrows, ends, folding, letters, numbers, Enter', async () => {
  const host = await sampleHost();
  const window = await openWindow(browser, host);
  const { page } = window;
  const [first, second] = await firstGoals(page);
  await line(page, first).focus();
  await page.keyboard.press('ArrowDown');
  await expect.poll(() => focused(page)).toBe(`outline-${second}`);
  await page.keyboard.press('Home');
  await expect
    .poll(() => focused(page))
    .toBe(await outlineOf(page).getByRole('treeitem').first().getAttribute('id'));
  await page.keyboard.type('präa');
  await expect.poll(() => focused(page)).toBe('outline-praeambel');
  await page.keyboard.press('End');
  await page.keyboard.press('Home');
  await page.keyboard.type('6');
  await expect.poll(() => focused(page)).toBe('outline-ziele');
  await page.keyboard.press('ArrowLeft');
  expect(await line(page, 'ziele').getAttribute('aria-expanded')).toBe('false');
  expect(await line(page, first).count()).toBe(0);
  await page.reload();
  await line(page, 'ziele').waitFor();
  expect(await line(page, first).count()).toBe(0);
  await line(page, 'ziele').focus();
  await page.keyboard.press('ArrowRight');
  await line(page, first).waitFor();
  await line(page, first).press('Enter');
  await page.keyboard.type('Hallo. ');
  await untilSaved(page);
  await expect.poll(() => wordsInFile(host, first)).toContain('Hallo. ');
  expectNoFaults(window);
});

it('moves a goal with Alt and an arrow, by dragging, and by the space bar, with its id', async () => {
  const host = await sampleHost();
  const window = await openWindow(browser, host);
  const { page } = window;
  const [first, second, third] = await firstGoals(page);
  await line(page, first).focus();
  await page.keyboard.press('Alt+ArrowDown');
  await expect.poll(() => firstGoals(page)).toEqual([second, first, third]);
  await page.getByText('verschoben, jetzt').waitFor({ state: 'attached' });

  const from = await line(page, second).boundingBox();
  const to = await line(page, third).boundingBox();
  if (from === null || to === null) throw new Error('lines are not seen');
  await page.mouse.move(from.x + 90, from.y + 10);
  await page.mouse.down();
  await page.mouse.move(from.x + 95, from.y + 30, { steps: 4 });
  await page.mouse.move(to.x + 95, to.y + to.height - 4, { steps: 8 });
  await page.getByTestId('drop-indicator').waitFor();
  await page.mouse.up();
  await expect.poll(() => firstGoals(page)).toEqual([first, third, second]);

  await line(page, second).focus();
  await page.keyboard.press('Space');
  await page.getByText(/aufgenommen/).waitFor({ state: 'attached' });
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Space');
  await expect.poll(async () => (await firstGoals(page)).indexOf(second)).toBeLessThan(2);
  await untilSaved(page);
  const group = await outlineOf(page).locator('[data-type="goalGroup"]').first().getAttribute('id');
  const inFile = childrenInFile(host, group?.slice('outline-'.length) ?? '');
  expect(inFile.slice(0, 3)).toEqual(await firstGoals(page));
  expectNoFaults(window);
});

it('renames a part, deletes a goal and takes that back, and moves one to another field by its menu', async () => {
  const host = await sampleHost();
  const window = await openWindow(browser, host);
  const { page } = window;
  const [first] = await firstGoals(page);
  await line(page, 'praeambel').focus();
  await page.keyboard.press('F2');
  await page.getByRole('textbox', { name: /Überschrift von/ }).fill('Worum es geht');
  await page.keyboard.press('Enter');
  await line(page, 'praeambel').getByText('Worum es geht').waitFor();

  await line(page, first).focus();
  await page.keyboard.press('Delete');
  await line(page, first).waitFor({ state: 'detached' });
  await page.locator('.mantine-Notification-root').getByRole('button', { name: 'Rückgängig' }).click();
  await line(page, first).waitFor();

  await line(page, first).press('Shift+F10');
  await page.getByRole('menuitem', { name: 'Verschieben nach' }).click();
  await page.getByRole('dialog').getByLabel('Wohin?').fill('6.2');
  await page.getByRole('option').filter({ hasText: 'Leitziele' }).first().click();
  await page.getByRole('button', { name: 'Verschieben', exact: true }).click();
  await untilSaved(page);
  await expect.poll(() => wordsInFile(host, 'praeambel')).toMatch(/^Worum es geht/);
  await expect
    .poll(() => {
      const field = nodeInFile(host, 'teilhabe');
      return JSON.stringify(field).includes(`"id":"${first}"`);
    })
    .toBe(true);
  expectNoFaults(window);
});

it('jumps to a goal by its number, and filters by words with the matches marked', async () => {
  const host = await sampleHost();
  const window = await openWindow(browser, host);
  const { page } = window;
  await firstGoals(page);
  await byPalette(page, '6.2.L1');
  await page.getByRole('heading', { name: 'Leitziel 6.2.L1' }).waitFor();
  const current = outlineOf(page).locator('[aria-selected="true"]');
  expect(await current.innerText()).toContain('L1');
  await page.keyboard.type('Gesprungen. ');
  const id = (await current.getAttribute('id'))?.slice('outline-'.length) ?? '';
  await expect.poll(() => wordsInFile(host, id)).toContain('Gesprungen. ');

  await page.getByRole('searchbox', { name: 'Gliederung filtern' }).fill('rassismus');
  await page.getByText(/Treffer/).waitFor();
  expect(await outlineOf(page).locator('mark').first().innerText()).toMatch(/rassismus/i);
  expectNoFaults(window);
});

it('lets a reader go about in it, and change nothing', async () => {
  const host = await sampleHost();
  const guest = await openGuest(browser, host, 'reader', 'Rita');
  const { page } = guest;
  const [first] = await firstGoals(page);
  await line(page, first).focus();
  await page.keyboard.press('Delete');
  await page.keyboard.press('Alt+ArrowDown');
  await page.keyboard.press('Shift+F10');
  await page.getByRole('menuitem', { name: 'Im Text zeigen' }).waitFor();
  expect(await page.getByRole('menuitem', { name: 'Löschen' }).count()).toBe(0);
  await page.keyboard.press('Escape');
  expect((await firstGoals(page))[0]).toBe(first);
  expect(await page.getByRole('button', { name: 'Freigabe' }).count()).toBe(0);
  expect(await page.locator('.leitbild-text').getAttribute('contenteditable')).toBe('false');
  expectNoFaults(guest);
});

function focused(page: Page): Promise<string> {
  return page.evaluate(() => document.activeElement?.id ?? '');
}
