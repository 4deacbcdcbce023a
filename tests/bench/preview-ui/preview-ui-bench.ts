import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { applyImport } from '../../../electron/host/import/import-source.ts';
import { createLiveHost } from '../../../electron/host/live-host.ts';
import { builtRenderer } from '../../support/app/built-renderer.ts';
import { launchChromium } from '../../support/chromium.ts';
import { fixedPorts, made, valueOf } from '../../support/filled-workspace.ts';
import { shippedProfile } from '../../support/standard-profile.ts';
import { benchSource, planOf } from '../bench-source.ts';
import { figureOf, type Figure } from '../measure.ts';
import { withFolder } from '../with-folder.ts';

const ROUNDS = 15;
const WARM_UP = 3;
/** Issue 4: "Print preview after an edit under one second." */
const ONE_SECOND = 1_000;

/** From a key in the text to the page that shows its letter in the print preview beside it, in Chromium. */
export function previewUiBench(): Promise<readonly Figure[]> {
  return withFolder(async (folder) => {
    const source = await benchSource();
    const plan = await planOf(source.repeated(1), source.name);
    const path = join(folder, 'preview.leitbild');
    const ports = fixedPorts();
    const workspace = made(path);
    workspace.setProfile(shippedProfile());
    valueOf(applyImport(workspace, plan, ports));
    workspace.close();
    const silent = (): void => undefined;
    const host = valueOf(
      await createLiveHost({
        ...{ path, ports, randomBytes, port: 0, publicOrigin: null, certificatePath: null },
        monotonic: () => performance.now(),
        logger: { info: silent, warn: silent, error: silent },
        appFolder: builtRenderer(),
      }),
    );
    const browser = await launchChromium();
    try {
      const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
      const preferences = encodeURIComponent(JSON.stringify({ name: 'Mia Moderat', nameAsked: true }));
      await page
        .context()
        .addCookies([{ name: 'leitbild-preferences', value: preferences, domain: '127.0.0.1', path: '/' }]);
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
      await host.close();
    }
  });
}

/** Opens the preview beside the text, goes to a page of the text and puts the caret into a paragraph. */
async function openPreview(page: Page): Promise<void> {
  await page.locator('.leitbild-text p').first().waitFor();
  await page.keyboard.press('Control+p');
  await page.locator('[data-page="0"][data-drawn]').waitFor();
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
    const observer = new MutationObserver(() => {
      observer.disconnect();
      requestAnimationFrame(() => resolve(performance.now() - begun));
    });
    observer.observe(sheet, { childList: true });
  });
  0`);
  await page.keyboard.type('m');
  return page.evaluate<number>('window.previewTime');
}
