import process from 'node:process';
import type { CDPSession, Page } from 'playwright-core';
import type { LiveHost } from '../../../electron/host/live-host.ts';
import { acceptVoices } from '../../../shared/contributions/voices-room.ts';
import { readText } from '../../../shared/decisions/read-text.ts';
import { canonicalJson } from '../../../shared/editions/canonical-json.ts';
import { institutionId } from '../../../shared/ids/ids.ts';
import { emptyContact } from '../../../shared/register/institution.ts';
import { upsertEntries } from '../../../shared/rooms/register-room.ts';
import { readDocument } from '../../../shared/rooms/text-room.ts';
import { launchChromium } from '../../support/chromium.ts';
import { valueOf } from '../../support/filled-workspace.ts';
import { INSTITUTIONS, voicesOn } from '../bench-voices.ts';
import { quantile } from '../editor/quantile.ts';
import { figureOf, type Figure } from '../measure.ts';
import { namedPerson } from '../named-person.ts';
import { withTextHost } from '../text-host.ts';

const RUNS = Number(process.env['LEITBILD_REPEATS'] ?? 3);
const MIB = 2 ** 20;
const QUERIES = ['allgemein', 'zu', 'zu allgemein', 'das ist', 'windrad'];

/**
 * The table of 10,600 contributions in a moderator's window: from the command to its first painted row, from a filter to
 * the count that follows it, and from a word in the full-text search to what was found, each until it was painted.
 */
export function weighingUiBench(): Promise<readonly Figure[]> {
  return withTextHost(1, async (host) => {
    fill(host);
    const browser = await launchChromium();
    try {
      const times: Record<'open' | 'filter' | 'search', number[]> = { open: [], filter: [], search: [] };
      const heap: number[] = [];
      for (let run = 0; run < RUNS; run += 1) {
        const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'de-DE' });
        await context.addCookies([namedPerson]);
        const page = await context.newPage();
        const client = await context.newCDPSession(page);
        await page.goto(`${host.url}/#secret=${host.secret}`);
        await page.locator('.leitbild-text').waitFor();
        times.open.push(await opened(page));
        times.filter.push(...(await filtered(page)));
        times.search.push(...(await searched(page)));
        heap.push(await usedHeap(client));
        await context.close();
      }
      return [
        figureOf('weighing-ui, 10,600: open to first row', 'ms', times.open),
        figureOf('weighing-ui, 10,600: filter to painted, p95', 'ms', [quantile(times.filter, 0.95)]),
        figureOf('weighing-ui, 10,600: filter to painted', 'ms', times.filter),
        figureOf('weighing-ui, 10,600: word to found, p95', 'ms', [quantile(times.search, 0.95)]),
        figureOf('weighing-ui, 10,600: word to found', 'ms', times.search),
        figureOf('weighing-ui, 10,600: heap of the page', 'MiB', heap),
      ];
    } finally {
      await browser.close();
    }
  });
}

/** 106 institutions with 100 contributions each, as if they had been taken. */
function fill(host: LiveHost): void {
  const document = host.rooms.read('text', (doc) => valueOf(readDocument(doc)));
  const voices = voicesOn(readText(document));
  host.rooms.edit('process', (room) =>
    host.rooms.edit('contacts', (contacts) =>
      upsertEntries(
        { process: room, contacts },
        Array.from({ length: INSTITUTIONS }, (_, index) => ({
          institution: {
            id: institutionId(`i${String(index)}`),
            name: `Verein Nummer ${String(index)}`,
            kind: 'association',
            seats: 1,
          },
          contact: emptyContact,
        })),
      ),
    ),
  );
  host.rooms.edit('voices', (room) =>
    acceptVoices(
      room,
      voices.map(({ record, receipt }) => ({ record, receipt, canonical: canonicalJson(record) })),
    ),
  );
}

async function opened(page: Page): Promise<number> {
  await page.keyboard.press('Control+k');
  await page.getByRole('textbox', { name: 'Befehle und Ziele' }).fill('Abwägung der Beiträge');
  const action = page.locator('.mantine-Spotlight-action[data-selected]', {
    hasText: 'Abwägung der Beiträge',
  });
  await action.waitFor();
  return untilPainted(page, () => page.keyboard.press('Enter'), '[role="row"][data-contribution]');
}

/** The count above the table says when a filter was followed. */
async function filtered(page: Page): Promise<readonly number[]> {
  const times: number[] = [];
  for (let round = 0; round < 6; round += 1) {
    const box = page.getByRole('checkbox', { name: round % 2 === 0 ? 'Nur Widersprüche' : 'Nur offene' });
    times.push(await untilCountChanges(page, () => box.click()));
  }
  return times;
}

async function searched(page: Page): Promise<readonly number[]> {
  const times: number[] = [];
  const field = page.getByRole('searchbox', { name: 'Suchen im Volltext' });
  for (const query of QUERIES) {
    await field.fill('');
    await page.waitForTimeout(600);
    times.push(await untilFound(page, () => field.fill(query)));
  }
  return times;
}

/** From something that a person does to the paint of what matches a selector. */
async function untilPainted(page: Page, act: () => Promise<void>, selector: string): Promise<number> {
  return watched(page, `document.querySelector(${JSON.stringify(selector)}) !== null`, act);
}

async function untilCountChanges(page: Page, act: () => Promise<void>): Promise<number> {
  const count = `document.querySelector('[role="dialog"] [role="status"]')?.textContent`;
  await page.evaluate(`window.countBefore = ${count}`);
  return watched(page, `${count} !== window.countBefore`, act);
}

async function untilFound(page: Page, act: () => Promise<void>): Promise<number> {
  const found = `/Treffer/.test(document.querySelector('search [role="status"]')?.textContent ?? '')`;
  return watched(page, found, act);
}

async function watched(page: Page, isThere: string, act: () => Promise<void>): Promise<number> {
  await page.evaluate(`void (window.seen = new Promise((found) => {
    const begun = performance.now();
    const look = () => {
      if (!(${isThere})) return requestAnimationFrame(look);
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => found(performance.now() - begun);
      port2.postMessage(null);
    };
    requestAnimationFrame(look);
  }))`);
  await act();
  return page.evaluate<number>('window.seen');
}

async function usedHeap(client: CDPSession): Promise<number> {
  await client.send('Performance.enable');
  await client.send('HeapProfiler.collectGarbage');
  const { metrics } = await client.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? Number.NaN) / MIB;
}
