import process from 'node:process';
import type { Browser, Page } from 'playwright-core';
import type { LiveHost } from '../../../electron/host/live-host.ts';
import { figureOf, type Figure } from '../measure.ts';
import { withTextHost } from '../text-host.ts';
import { launchUnlimited } from './bench-page.ts';
import { newcomer } from './first-paint.ts';
import { quantile } from './quantile.ts';

const KEYS = 100;
const RUNS = Number(process.env['LEITBILD_REPEATS'] ?? 3);
const FRAME_MS = 16;

/** Told as text, because what runs in the page knows other globals than this process. */
const FOLLOW = `addEventListener('keydown', ({ timeStamp }) => {
  requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => keyPainted(performance.now() - timeStamp);
    port2.postMessage(null);
  });
}, { capture: true })`;

/**
 * From a key to the paint that shows its letter in the whole window on a real host, which saves each letter: outline,
 * toolbar, panel and status line are around the text as they are for everybody. With somebody else who types in another
 * goal, too.
 */
export async function windowBench(): Promise<readonly Figure[]> {
  const browser = await launchUnlimited();
  try {
    return await withTextHost(1, async (host) => {
      const [alone, together]: [number[][], number[][]] = [[], []];
      for (let run = 0; run < RUNS; run += 1) {
        alone.push(await typed(browser, host, false));
        together.push(await typed(browser, host, true));
      }
      return [...figures('window ×1', alone), ...figures('window ×1, somebody else types', together)];
    });
  } finally {
    await browser.close();
  }
}

function figures(name: string, runs: readonly (readonly number[])[]): readonly Figure[] {
  const at = (share: number): number[] => runs.map((times) => quantile(times, share));
  return [
    figureOf(`${name}: key to paint p50`, 'ms', at(0.5)),
    figureOf(`${name}: key to paint p95`, 'ms', at(0.95), FRAME_MS),
  ];
}

async function typed(browser: Browser, host: LiveHost, inCompany: boolean): Promise<number[]> {
  const times: number[] = [];
  const page = await openAt(browser, host, 6, (time) => times.push(time));
  const other = inCompany ? await openAt(browser, host, 40, () => undefined) : null;
  await page.keyboard.type('Warm werden. ', { delay: 40 });
  await page.waitForTimeout(500);
  times.length = 0;
  const words = 'abcdefghij klmnopqrst '.repeat(KEYS).slice(0, KEYS);
  await Promise.all([page.keyboard.type(words, { delay: 40 }), other?.keyboard.type(words, { delay: 40 })]);
  await page.waitForTimeout(500);
  if (times.length < KEYS) throw new Error(`only ${String(times.length)} of ${String(KEYS)} keys were seen`);
  await page.context().close();
  await other?.context().close();
  return times;
}

/** Opens a window with the caret at the end of a paragraph. */
async function openAt(
  browser: Browser,
  host: LiveHost,
  paragraph: number,
  onKey: (time: number) => void,
): Promise<Page> {
  const page = await (await newcomer(browser)).newPage();
  await page.exposeFunction('keyPainted', onKey);
  await page.addInitScript(FOLLOW);
  await page.goto(`${host.url}/#secret=${host.secret}`);
  const place = page.locator('.leitbild-text[contenteditable="true"] p').nth(paragraph);
  await place.scrollIntoViewIfNeeded();
  await place.click();
  await page.keyboard.press('End');
  return page;
}
