import type { Page } from 'playwright-core';
import type { EditorBenchPage } from './editor-bench-contract.ts';

declare const window: { readonly bench: EditorBenchPage };

const KEYS = 120;

/**
 * Types as a quick hand would, a key every 40 ms; the first keys warm up and do not count. Gives milliseconds from each
 * key to the paint that shows its letter.
 */
export async function typed(page: Page, writers: number): Promise<readonly number[]> {
  await page.evaluate(() => window.bench.focus(0.5));
  if (writers > 0) await page.evaluate((count) => window.bench.startWriters(count, 2), writers);
  await page.keyboard.type('Warm werden. ', { delay: 20 });
  await page.evaluate(() => window.bench.take());
  await page.keyboard.type('abcdefghij klmnopqrst '.repeat(12).slice(0, KEYS), { delay: 40 });
  await page.evaluate(() => window.bench.painted());
  const times = await page.evaluate(() => window.bench.take());
  if (writers > 0) await page.evaluate(() => window.bench.stopWriters());
  if (times.length < KEYS) throw new Error(`only ${String(times.length)} of ${String(KEYS)} keys were seen`);
  return times;
}
