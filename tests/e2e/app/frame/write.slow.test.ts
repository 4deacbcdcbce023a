import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Browser } from 'playwright-core';
import { launchChromium } from '../../../support/chromium.ts';
import { accessibilityFaults, picture } from '../../../support/app/look.ts';
import {
  expectNoFaults,
  openWindow,
  outlineOf,
  sampleHost,
  textOf,
  untilSaved,
  wordsInFile,
} from '../../../support/app/workspace-window.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

it('opens the sample, takes what is typed, says that it is saved, and has it in the file', async () => {
  const host = await sampleHost();
  const window = await openWindow(browser, host);
  const { page } = window;
  await expect.poll(() => outlineOf(page).getByRole('treeitem').count()).toBeGreaterThan(10);
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toContain(
    'Leitbild Zusammenleben in Vielfalt',
  );
  await picture(page, 'frame');
  const goal = outlineOf(page).locator('[data-type="goal"]').first();
  const id = (await goal.getAttribute('id'))?.slice('outline-'.length) ?? '';
  await goal.press('Enter');
  await page.keyboard.type('Neu hier. ');
  await picture(page, 'frame-goal');
  await page.getByText('Gesichert auf diesem Gerät').waitFor();
  await untilSaved(page);
  expect(wordsInFile(host, id)).toContain('Neu hier.');
  expect(await textOf(page).innerText()).toContain('Neu hier.');
  expect(await accessibilityFaults(page)).toEqual([]);
  expectNoFaults(window);
});
