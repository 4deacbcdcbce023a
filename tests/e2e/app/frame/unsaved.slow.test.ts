import type { Browser, Dialog } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openWindow, outlineOf, sampleHost, untilSaved } from '../../../support/app/workspace-window.ts';
import { launchChromium } from '../../../support/chromium.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

it('asks before a window is closed that alone holds what was written, and only then', async () => {
  const host = await sampleHost();
  const { page } = await openWindow(browser, host);
  const goal = outlineOf(page).locator('[data-type="goal"]').first();
  await goal.press('Enter');
  await page.keyboard.type('Gesichert. ');
  await untilSaved(page);
  const asked: Dialog[] = [];
  page.on('dialog', (dialog) => {
    asked.push(dialog);
    void dialog.dismiss();
  });

  await host.close();
  await page.keyboard.type('Noch nicht. ');
  await page.close({ runBeforeUnload: true });
  await expect.poll(() => asked.map((dialog) => dialog.type())).toEqual(['beforeunload']);
  expect(page.isClosed()).toBe(false);
});

it('lets a window go whose words are all on disk', async () => {
  const host = await sampleHost();
  const { page } = await openWindow(browser, host);
  await outlineOf(page).locator('[data-type="goal"]').first().press('Enter');
  await page.keyboard.type('Gesichert. ');
  await untilSaved(page);
  const closed = page.waitForEvent('close');
  await page.close({ runBeforeUnload: true });
  await closed;
});
