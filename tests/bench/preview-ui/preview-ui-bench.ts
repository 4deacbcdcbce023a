import type { Page } from 'playwright-core';
import { launchChromium } from '../../support/chromium.ts';
import { figureOf, type Figure } from '../measure.ts';
import { namedPerson } from '../named-person.ts';
import { withTextHost } from '../text-host.ts';

const ROUNDS = 15;
const WARM_UP = 3;
/** Issue 4: "Print preview after an edit under one second." */
const ONE_SECOND = 1_000;

/** From a key in the text to the page that shows its letter in the print preview beside it, in Chromium. */
export function previewUiBench(): Promise<readonly Figure[]> {
  return withTextHost(1, async (host) => {
    const browser = await launchChromium();
    try {
      const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
      await page.context().addCookies([namedPerson]);
      await page.goto(`${host.url}/#secret=${host.secret}`);
      const opened = performance.now();
      await openPreview(page);
      const opening = performance.now() - opened;
      const times: number[] = [];
      for (let round = -WARM_UP; round < ROUNDS; round += 1) {
        const time = await keyToPage(page);
        if (round >= 0) times.push(time);
      }
      return [
        figureOf('preview in the window: first pages', 'ms', [opening]),
        figureOf('preview in the window: key to its page', 'ms', times, ONE_SECOND),
        figureOf('preview in the window: key to its page, slowest', 'ms', [Math.max(...times)], ONE_SECOND),
      ];
    } finally {
      await browser.close();
    }
  });
}

/** Opens the preview beside the text, goes to a page of the text and puts the caret into a paragraph. */
async function openPreview(page: Page): Promise<void> {
  await page.locator('.leitbild-text p').first().waitFor();
  await page.keyboard.press('Control+p');
  await page.locator('[data-page="0"] canvas').waitFor();
  await page.locator('.leitbild-text p').nth(1).click();
  await page.keyboard.press('End');
}

/** Types a letter; the time until the page that is looked at has been drawn anew. */
async function keyToPage(page: Page): Promise<number> {
  // Told as text, because what runs in the page knows other globals than this process; the promise is waited for later.
  await page.evaluate(`window.previewTime = new Promise((resolve) => {
    let begun = 0;
    addEventListener('keydown', () => (begun = performance.now()), { once: true, capture: true });
    const sheet = document.querySelector('[data-page="0"]');
    const observer = new MutationObserver((changes) => {
      if (!changes.some(({ addedNodes }) => [...addedNodes].some(({ tagName }) => tagName === 'CANVAS'))) return;
      observer.disconnect();
      requestAnimationFrame(() => resolve(performance.now() - begun));
    });
    observer.observe(sheet, { childList: true });
  });
  0`);
  await page.keyboard.type('m');
  return page.evaluate<number>('window.previewTime');
}
