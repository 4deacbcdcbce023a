import type { Page } from 'playwright-core';
import { launchChromium } from '../../support/chromium.ts';
import { figureOf, type Figure } from '../measure.ts';
import { namedPerson } from '../named-person.ts';
import { withTextHost } from '../text-host.ts';

const RUNS = Number(process.env['LEITBILD_REPEATS'] ?? 3);
/** The real text so many times over has about 2,000 lines in its outline. */
const TIMES = 12;
const KEYS = 40;
/** What a person takes for at once. */
const AT_ONCE = 50;

/**
 * The outline of a text with about 2,000 lines, in Chromium and in the whole window: from opening the address to its
 * first lines, from a key in the filter to the lines that are left, and from an arrow key to the next line, each until
 * it was painted.
 */
export function outlineBench(): Promise<readonly Figure[]> {
  return withTextHost(TIMES, async (host) => {
    const browser = await launchChromium();
    try {
      const opening: number[] = [];
      const filtering: number[] = [];
      const moving: number[] = [];
      const jumping: number[] = [];
      const work: Record<'filter' | 'arrow', number[]> = { filter: [], arrow: [] };
      let lines = 0;
      for (let run = 0; run < RUNS; run += 1) {
        const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
        await context.addCookies([namedPerson]);
        const page = await context.newPage();
        await page.addInitScript(timesInPage);
        await page.goto(`${host.url}/#secret=${host.secret}`);
        opening.push(await page.evaluate<number>('outlineTimes.opened'));
        await page.locator('[role="treeitem"]').first().waitFor();
        lines = await page.evaluate<number>('outlineTimes.lines()');
        const spent = await workOf(page);
        const filterTimes = await filtered(page);
        work.filter.push((await spent()) / filterTimes.length);
        filtering.push(...filterTimes);
        const arrowTimes = await moved(page, 'ArrowDown', KEYS);
        work.arrow.push((await spent()) / arrowTimes.length);
        moving.push(...arrowTimes);
        jumping.push(...(await jumped(page)));
        await context.close();
      }
      return [
        figureOf('outline: lines', 'count', [lines]),
        figureOf('outline: address to first lines', 'ms', opening),
        figureOf('outline: filter key to its lines', 'ms', filtering, AT_ONCE),
        figureOf('outline: filter key to its lines, slowest', 'ms', [Math.max(...filtering)]),
        figureOf('outline: filter key, processor time', 'ms', work.filter),
        figureOf('outline: arrow key to the next line', 'ms', moving, AT_ONCE),
        figureOf('outline: arrow key to the next line, slowest', 'ms', [Math.max(...moving)]),
        figureOf('outline: arrow key, processor time', 'ms', work.arrow),
        figureOf('outline: to its end and back', 'ms', jumping, AT_ONCE),
      ];
    } finally {
      await browser.close();
    }
  });
}

/** Tells what the page's main thread has worked since the last call, in ms: whatever else the machine does. */
async function workOf(page: Page): Promise<() => Promise<number>> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
  let before = 0;
  const spent = async (): Promise<number> => {
    const { metrics } = await devtools.send('Performance.getMetrics');
    const now = (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1000;
    const since = now - before;
    before = now;
    return since;
  };
  await spent();
  return spent;
}

/** Types words into the filter; the lines of each letter, and those of the first letter that is taken away. */
async function filtered(page: Page): Promise<readonly number[]> {
  const times: number[] = [];
  const field = page.getByRole('searchbox', { name: 'Gliederung filtern' });
  for (const word of ['zusammen', 'teilziel 6', 'sprache']) {
    await field.focus();
    for (const letter of word) {
      await page.evaluate('outlineTimes.watchFilter()');
      await page.keyboard.press(letter === ' ' ? 'Space' : letter);
      const time = await page.evaluate<number | null>('outlineTimes.taken');
      if (time !== null) times.push(time);
    }
    await page.keyboard.press('Escape');
    await page.locator('[role="treeitem"]').first().waitFor();
  }
  return times.slice(1);
}

/** Goes from line to line; the first keys warm up and do not count. */
async function moved(page: Page, key: string, count: number): Promise<readonly number[]> {
  await page.locator('[role="treeitem"]').first().focus();
  const times: number[] = [];
  for (let index = -5; index < count; index += 1) {
    await page.evaluate('outlineTimes.watchFocus()');
    await page.keyboard.press(key);
    const time = await page.evaluate<number>('outlineTimes.taken');
    if (index >= 0) times.push(time);
  }
  return times;
}

async function jumped(page: Page): Promise<readonly number[]> {
  const times: number[] = [];
  for (let round = 0; round < 5; round += 1) {
    times.push(...(await movedOnce(page, 'End')), ...(await movedOnce(page, 'Home')));
  }
  return times;
}

async function movedOnce(page: Page, key: string): Promise<readonly number[]> {
  await page.evaluate('outlineTimes.watchFocus()');
  await page.keyboard.press(key);
  return [await page.evaluate<number>('outlineTimes.taken')];
}

/** Told as text, because what runs in the page knows other globals than this process. */
const timesInPage = `{
  const painted = () => new Promise((done) => requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => done(performance.now());
    port2.postMessage(null);
  }));
  const begun = () => new Promise((begin) =>
    addEventListener('keydown', (event) => begin(event.timeStamp), { once: true, capture: true }));
  const seen = (root, isThere) => new Promise((found) => {
    if (isThere()) return found();
    const observer = new MutationObserver(() => {
      if (!isThere()) return;
      observer.disconnect();
      found();
    });
    observer.observe(root, { childList: true, subtree: true, characterData: true, attributes: true });
  });
  const has = (selector) => () => document.querySelector(selector) !== null;
  const outlineTimes = {
    opened: seen(document, has('[role="treeitem"]')).then(painted),
    lines: () => Math.round(document.querySelector('[role="tree"]').clientHeight
      / document.querySelector('[role="treeitem"]').clientHeight),
    watchFilter() {
      const outline = document.querySelector('#outline');
      const state = () => outline.querySelector('[role="status"]').textContent
        + document.querySelector('[role="tree"]').style.height;
      const before = state();
      const from = begun();
      const changed = seen(outline, () => state() !== before).then(painted);
      // A letter that leaves all lines as they are shows nothing, and does not count.
      const same = from.then(() => new Promise((late) => setTimeout(late, 1000))).then(() => null);
      this.taken = Promise.race([changed, same]).then(async (end) => end === null ? null : end - (await from));
    },
    watchFocus() {
      const from = begun();
      const tree = document.querySelector('[role="tree"]');
      const went = new Promise((done) => tree.addEventListener('focusin', done, { once: true }));
      this.taken = went.then(painted).then(async (end) => end - (await from));
    },
  };
  window.outlineTimes = outlineTimes;
}`;
