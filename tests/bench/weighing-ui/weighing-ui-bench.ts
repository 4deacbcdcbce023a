import type { CDPSession, Page } from 'playwright-core';
import type { LiveHost } from '../../../electron/host/live-host.ts';
import { launchChromium } from '../../support/chromium.ts';
import { quantile } from '../editor/quantile.ts';
import { figureOf, type Figure } from '../measure.ts';
import { namedPerson } from '../named-person.ts';
import { withTextHost } from '../text-host.ts';
import { fillHost, takeOneMore } from './fill-host.ts';
import { untilChanged, untilFocused, untilPainted, withTimes } from './page-times.ts';
import { plainTable } from './plain-table.ts';

const RUNS = Number(process.env['LEITBILD_REPEATS'] ?? 3);
const MIB = 2 ** 20;
const ARROWS = 40;
const MORE = 4;
const FILTERS = 10;
const WORDS = [
  ...[
    'integration',
    'sprache kinder',
    'zusammen',
    'beruf',
    'münster',
    'bildung',
    'stadt',
    'arbeit',
    'schule',
  ],
  ...['verein', 'teilhabe', 'öffnung'],
];
const COUNT = `document.querySelector('[role="dialog"] h2 [role="status"]')?.textContent`;
const ROW = `document.querySelector('[role="row"][data-contribution]') !== null`;

type Measured =
  | 'open'
  | 'openWork'
  | 'filter'
  | 'filterWork'
  | 'searchWork'
  | 'search'
  | 'arrow'
  | 'jump'
  | 'desk'
  | 'deskWork'
  | 'arrival'
  | 'heap';
type Plain = 'open' | 'filter' | 'search' | 'arrow';

/**
 * The table of 10,600 contributions in a moderator's window: from the command to its first row, from a filter to the rows
 * that it leaves, from a word in the full-text search to what was found, and from an arrow key to the next row, each until
 * it was painted; and what one more contribution costs the window. In the same browser a plain table of as many rows.
 */
export function weighingUiBench(): Promise<readonly Figure[]> {
  return withTextHost(1, async (host) => {
    const bodies = await fillHost(host);
    const ours: Record<Measured, number[]> = {
      ...{
        open: [],
        openWork: [],
        filter: [],
        search: [],
        arrow: [],
        jump: [],
        desk: [],
        deskWork: [],
        filterWork: [],
        searchWork: [],
        arrival: [],
        heap: [],
      },
    };
    const plain: Record<Plain, number[]> = { open: [], filter: [], search: [], arrow: [] };
    const browser = await launchChromium();
    try {
      for (let run = 0; run < RUNS; run += 1) {
        const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'de-DE' });
        await context.addCookies([namedPerson]);
        const page = await context.newPage();
        await measure(page, host, run, ours);
        await page.close();
        const times = await plainTable(await context.newPage(), bodies);
        plain.open.push(times.open);
        for (const name of ['filter', 'search', 'arrow'] as const) plain[name].push(...times[name]);
        await context.close();
      }
    } finally {
      await browser.close();
    }
    return [
      figureOf('weighing-ui, 10,600: open to first row', 'ms', ours.open, 1500),
      figureOf('weighing-ui, 10,600: open, processor time', 'ms', ours.openWork),
      figureOf('weighing-ui, plain table: open', 'ms', plain.open),
      ...spread('filter to its rows', ours.filter, plain.filter, 150),
      figureOf('weighing-ui, 10,600: filter, processor time', 'ms', ours.filterWork),
      ...spread('word to what was found', ours.search, plain.search, 250),
      figureOf('weighing-ui, 10,600: word and its taking away, processor time', 'ms', ours.searchWork),
      ...spread('arrow key to the next row', ours.arrow, plain.arrow, 50),
      figureOf('weighing-ui, 10,600: to its end and back', 'ms', ours.jump),
      figureOf('weighing-ui, 10,600: all 530 on the whole text side by side', 'ms', ours.desk),
      figureOf('weighing-ui, 10,600: all 530 side by side, processor time', 'ms', ours.deskWork),
      figureOf('weighing-ui, 10,600: one more arrives, processor time', 'ms', ours.arrival),
      figureOf('weighing-ui, 10,600: heap of the page', 'MiB', ours.heap),
    ];
  });
}

function spread(
  name: string,
  ours: readonly number[],
  plain: readonly number[],
  atMost: number,
): readonly Figure[] {
  return [
    figureOf(`weighing-ui, 10,600: ${name}, p95`, 'ms', [quantile(ours, 0.95)], atMost),
    figureOf(`weighing-ui, 10,600: ${name}`, 'ms', ours),
    figureOf(`weighing-ui, plain table: ${name}, p95`, 'ms', [quantile(plain, 0.95)]),
    figureOf(`weighing-ui, plain table: ${name}`, 'ms', plain),
  ];
}

async function measure(page: Page, host: LiveHost, run: number, into: Record<Measured, number[]>) {
  const devtools = await page.context().newCDPSession(page);
  await page.goto(`${host.url}/#secret=${host.secret}`);
  await page.locator('.leitbild-text').waitFor();
  await withTimes(page);
  // The window has read all contributions once they are counted in the panel beside the text.
  await page.getByText(/davon \d+ offen/).waitFor();
  await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
  into.openWork.push(await work(devtools, async () => into.open.push(await opened(page))));
  const filters = async (): Promise<number> => into.filter.push(...(await filtered(page)));
  into.filterWork.push((await work(devtools, filters)) / FILTERS);
  const searches = async (): Promise<number> => into.search.push(...(await searched(page)));
  into.searchWork.push((await work(devtools, searches)) / WORDS.length);
  await page.locator('[role="row"][data-contribution]').first().focus();
  for (let step = -5; step < ARROWS; step += 1) {
    const time = await untilFocused(page, 'ArrowDown');
    if (step >= 0) into.arrow.push(time);
  }
  for (const key of ['End', 'Home', 'End', 'Home']) into.jump.push(await untilFocused(page, key));
  into.deskWork.push(await work(devtools, async () => into.desk.push(await openedDesk(page))));
  await page.getByRole('button', { name: 'Zur Tabelle' }).click();
  into.arrival.push(...(await arrivals(page, devtools, host, run)));
  into.heap.push(await usedHeap(devtools));
}

async function opened(page: Page): Promise<number> {
  await page.keyboard.press('Control+k');
  await page.getByRole('textbox', { name: 'Befehle und Ziele' }).fill('Abwägung der Beiträge');
  await page
    .locator('.mantine-Spotlight-action[data-selected]', { hasText: 'Abwägung der Beiträge' })
    .waitFor();
  return untilPainted(page, 'keydown', ROW, () => page.keyboard.press('Enter'));
}

/** The first row stands among all contributions on the whole text. */
async function openedDesk(page: Page): Promise<number> {
  const card = `document.querySelector('article[data-contribution]') !== null`;
  return untilPainted(page, 'keydown', card, () => page.keyboard.press('Enter'));
}

/** Each filter on and off again. */
async function filtered(page: Page): Promise<readonly number[]> {
  const times: number[] = [];
  for (const name of ['Nur Widersprüche', 'Nur offene']) {
    const box = page.getByRole('checkbox', { name });
    for (let round = 0; round < 2; round += 1) {
      times.push(await untilChanged(page, 'click', COUNT, () => box.click()));
    }
  }
  for (const name of ['Handlungsfeld', 'Institution', 'Art']) {
    const choice = page.getByRole('combobox', { name });
    for (const index of [2, 0]) {
      times.push(await untilChanged(page, 'input', COUNT, () => choice.selectOption({ index })));
    }
  }
  return times;
}

/** Each word anew: from its last letter. */
async function searched(page: Page): Promise<readonly number[]> {
  const times: number[] = [];
  const field = page.getByRole('searchbox', { name: 'Suchen im Volltext' });
  const said = `document.querySelector('search [role="status"]').textContent`;
  for (const word of WORDS) {
    times.push(await untilPainted(page, 'input', `${said}.includes('Treffer')`, () => field.fill(word)));
    await field.fill('');
    await page.waitForFunction(`${said} === ''`);
  }
  return times;
}

/** What the page works until it shows one contribution more. */
async function arrivals(page: Page, devtools: CDPSession, host: LiveHost, run: number) {
  const times: number[] = [];
  for (let more = 0; more < MORE; more += 1) {
    const taken = (): Promise<unknown> => {
      takeOneMore(host, run * MORE + more);
      return page.evaluate(`dispatchEvent(new MouseEvent('click'))`);
    };
    times.push(await work(devtools, () => untilChanged(page, 'click', COUNT, taken)));
  }
  return times.slice(1);
}

/** Milliseconds that the page's main thread works on something, whatever else the machine does. */
async function work(devtools: CDPSession, act: () => Promise<unknown>): Promise<number> {
  const before = await metric(devtools, 'TaskDuration');
  await act();
  return ((await metric(devtools, 'TaskDuration')) - before) * 1000;
}

async function usedHeap(devtools: CDPSession): Promise<number> {
  await devtools.send('HeapProfiler.collectGarbage');
  return (await metric(devtools, 'JSHeapUsedSize')) / MIB;
}

async function metric(devtools: CDPSession, wanted: string): Promise<number> {
  const { metrics } = await devtools.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === wanted)?.value ?? Number.NaN;
}
