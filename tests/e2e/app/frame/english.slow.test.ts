import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import standard from '../../../../resources/profiles/standard.json' with { type: 'json' };
import { deskUrl, startAppDesk } from '../../../support/app/app-desk.ts';
import { browserOfFile, openPage } from '../../../support/app/app-page.ts';
import { picture } from '../../../support/app/look.ts';
import { germanAmong, germanPhrases, shownWords } from '../../../support/app/shown-words.ts';
import { byPalette, expectNoFaults, putAway, textOf } from '../../../support/app/workspace-window.ts';

const browser = browserOfFile();
const commands = 'Commands and goals';

/** What opens over the text, by its command. */
const dialogs = [
  ...['Sharing …', 'Settings …', 'Keyboard shortcuts', 'Change title and municipality …'],
  ...['About Leitbild-Werkstatt', 'Version history', 'Link …', 'Insert a cross-reference …'],
  ...['Import …', 'Export …', 'Editions'],
];

/** Until nothing is being asked for any more. */
async function settled(page: Page): Promise<void> {
  await page.waitForFunction(
    () => document.querySelector('.mantine-Loader-root, .mantine-Skeleton-root') === null,
  );
}

it('speaks English from the first screen to the last dialog, where the program was started so', async () => {
  const desk = await startAppDesk();
  const address = deskUrl(desk, null, 'en');
  const window = await openPage(browser, address, { storageState: { cookies: [], origins: [] } });
  const { page } = window;
  const shown: Record<string, readonly string[]> = {};
  const look = async (name: string): Promise<void> => {
    await page.mouse.move(0, 0);
    shown[name] = await shownWords(page);
    await picture(page, `english-${name}`);
  };

  await page.getByRole('heading', { name: 'What would you like to do?' }).waitFor();
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
  await look('start');
  for (const [name, opens] of [
    ['start-new', /^New Leitbild/],
    ['start-join', /^Follow an invitation/],
    ['start-open', /^Open a file/],
  ] as const) {
    await page.getByRole('button', { name: opens }).click();
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    if (name !== 'start-open') {
      await dialog.locator('button[type=submit]').click();
      await dialog
        .getByText(/^Please/)
        .first()
        .waitFor();
    }
    await look(name);
    await putAway(page);
  }

  await page.getByRole('button', { name: /^Look at the sample/ }).click();
  await textOf(page).waitFor();
  await page.locator('footer').getByText('Saved on this device').waitFor();
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
  expect(await textOf(page).getAttribute('lang')).toBe('de');
  const content = await textOf(page).textContent();
  const tree = page.getByRole('tree', { name: 'Outline' });
  await tree.locator('[data-type="goal"]').first().press('Enter');
  await look('frame');
  await page.keyboard.press('Control+k');
  await page.getByRole('textbox', { name: commands }).waitFor();
  await look('palette');
  await putAway(page);
  for (const name of ['More commands', 'Add']) {
    await page.getByRole('button', { name, exact: true }).first().click();
    await page.getByRole('menu').waitFor();
    await look(name);
    await page.keyboard.press('Escape');
    await page.getByRole('menu').waitFor({ state: 'detached' });
  }
  await tree.locator('[data-type="goal"]').first().click({ button: 'right' });
  await page.getByRole('menu').waitFor();
  await look('outline-menu');
  await page.getByRole('menuitem', { name: /^Move to/ }).click();
  await page.getByRole('dialog').waitFor();
  await look('move');
  await putAway(page);
  for (const command of dialogs) {
    await byPalette(page, command, commands);
    await page.getByRole('dialog').waitFor();
    await settled(page);
    await look(command);
    await putAway(page);
  }
  await byPalette(page, 'Editions', commands);
  const editions = page.getByRole('dialog');
  await editions.getByRole('button', { name: /^Edition 2019/ }).click();
  await editions.getByText('Compare', { exact: true }).click();
  await settled(page);
  await look('compare');
  await editions.getByRole('button', { name: /^Draft/ }).click();
  await editions.getByRole('button', { name: 'Freeze as an edition …' }).click();
  await page.getByRole('dialog', { name: 'Freeze the draft as an edition' }).waitFor();
  await page.getByText('The text is the same as in the edition 2019.').waitFor();
  await look('freeze');
  await page.keyboard.press('Escape');
  await page.getByRole('dialog', { name: 'Freeze the draft as an edition' }).waitFor({ state: 'detached' });
  await putAway(page);
  await byPalette(page, 'Print preview', commands);
  await page
    .getByRole('region', { name: 'Print preview' })
    .or(page.getByText('Publication'))
    .first()
    .waitFor();
  await settled(page);
  await look('preview');
  await byPalette(page, 'Join by invitation …', commands);
  await page.getByRole('dialog', { name: 'Follow an invitation' }).waitFor();
  expect(await page.title()).toBe('Leitbild-Werkstatt');
  // Names of the register and headings of the printed pages are in the language of the text, too.
  const foreign = [content, JSON.stringify(standard), desk.documents, 'Hochschule Ellerntal', 'Inhalt'];
  const german = germanPhrases(foreign.join(' '));
  expect(german.length).toBeGreaterThan(500);
  const left = Object.entries(shown).map(([name, texts]) => [name, germanAmong(texts, german)] as const);
  expect(left.filter(([, texts]) => texts.length > 0)).toEqual([]);
  expectNoFaults(window);
});
