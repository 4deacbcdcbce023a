import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser } from 'playwright-core';
import { bundle } from '../../support/editor/editor-page.ts';

/** Does some work with a Chromium that does not hold frames back to a screen's rate, and with the page of the bench. */
export async function withBenchPage<T>(
  work: (browser: Browser, parts: Awaited<ReturnType<typeof bundle>>) => Promise<T>,
): Promise<T> {
  const parts = await bundle(fileURLToPath(new URL('editor-bench-page.ts', import.meta.url)));
  const browser = await chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-frame-rate-limit',
      '--disable-gpu-vsync',
    ],
  });
  try {
    return await work(browser, parts);
  } finally {
    await browser.close();
  }
}
