import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser } from 'playwright-core';
import { bundle } from '../../support/editor/editor-page.ts';

/** Starts a Chromium that does not hold frames back to a screen's rate. The caller closes it. */
export function launchUnlimited(): Promise<Browser> {
  return chromium.launch({
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
}

/** Does some work with such a Chromium and the page of the bench. */
export async function withBenchPage<T>(
  work: (browser: Browser, parts: Awaited<ReturnType<typeof bundle>>) => Promise<T>,
): Promise<T> {
  const parts = await bundle(fileURLToPath(new URL('editor-bench-page.ts', import.meta.url)));
  const browser = await launchUnlimited();
  try {
    return await work(browser, parts);
  } finally {
    await browser.close();
  }
}
