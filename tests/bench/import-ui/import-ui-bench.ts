import type { Page } from 'playwright-core';
import { launchChromium } from '../../support/chromium.ts';
import { benchSource } from '../bench-source.ts';
import { figureOf, type Figure } from '../measure.ts';
import { namedPerson } from '../named-person.ts';
import { withTextHost } from '../text-host.ts';

const STEPS = 60;
const CLICKS = 15;
const KINDS = 5;
/** What a hand feels as at once. */
const AT_ONCE = 100;
/** So many blocks are to stay fluid. */
const MANY = 10_000;

/** The import window in Chromium: opening, scrolling, selecting and saying what a block is, each until it is painted. */
export function importUiBench(): Promise<readonly Figure[]> {
  return withTextHost(1, async (host) => {
    const source = await benchSource();
    const many = Array.from(
      { length: MANY },
      (_, index) => `Das ist der ${index}. Absatz eines langen Textes.`,
    );
    const texts: readonly (readonly [name: string, file: string, text: Uint8Array])[] = [
      ['×1', source.name, source.repeated(1)],
      ['×8', source.name, source.repeated(8)],
      ['10,000 paragraphs', 'lang.txt', Buffer.from(many.join('\n\n'))],
    ];
    const figures: Figure[] = [];
    const browser = await launchChromium();
    try {
      for (const [name, file, text] of texts) {
        const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
        await context.addCookies([namedPerson]);
        const page = await context.newPage();
        await page.goto(`${host.url}/#secret=${host.secret}`);
        figures.push(...(await measured(page, name, { name: file, buffer: Buffer.from(text) })));
        await context.close();
      }
    } finally {
      await browser.close();
    }
    return figures;
  });
}

async function measured(
  page: Page,
  name: string,
  file: { readonly name: string; readonly buffer: Buffer },
): Promise<readonly Figure[]> {
  await page.locator('.leitbild-text p').first().waitFor();
  await page.keyboard.press('Control+k');
  const field = page.getByRole('textbox', { name: 'Befehle und Ziele' });
  await field.fill('Importieren');
  await page.locator('.mantine-Spotlight-action[data-selected]', { hasText: 'Importieren' }).waitFor();
  await page.keyboard.press('Enter');
  const opened = performance.now();
  await page.locator('input[type="file"]').setInputFiles({ ...file, mimeType: 'text/plain' });
  const first = page.locator('[role="option"][data-block]').first();
  await first.waitFor({ timeout: 120_000 });
  const opening = performance.now() - opened;
  const blocks = Number(await first.getAttribute('aria-setsize'));

  // Told as text, because what runs in the page knows other globals than this process.
  await page.evaluate(`window.painted = () => new Promise((resolve) => requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = resolve;
    port2.postMessage(0);
  }));
  0`);
  const scrolling = await page.evaluate<number[]>(`(async () => {
    const pane = document.querySelector('[role="listbox"]').parentElement;
    const step = Math.max(300, (pane.scrollHeight - pane.clientHeight) / ${STEPS});
    pane.dispatchEvent(new WheelEvent('wheel', { bubbles: true }));
    const times = [];
    for (let at = 0; at < ${STEPS}; at += 1) {
      const begun = performance.now();
      pane.scrollTop += at % 2 === 0 ? 300 : step;
      await window.painted();
      times.push(performance.now() - begun);
    }
    return times;
  })()`);
  const selecting = await page.evaluate<number[]>(`(async () => {
    const times = [];
    for (let at = 0; at < ${CLICKS}; at += 1) {
      const blocks = [...document.querySelectorAll('[data-block]:not([aria-selected="true"])')];
      const begun = performance.now();
      blocks[Math.floor(blocks.length / 2)].click();
      await window.painted();
      times.push(performance.now() - begun);
    }
    return times;
  })()`);
  const remapping: number[] = [];
  for (let round = 0; round < KINDS; round += 1) {
    remapping.push(await remapped(page, round % 2 === 0 ? 'footnote' : 'leftOut'));
  }
  return [
    figureOf(`import window ${name}: blocks`, 'count', [blocks]),
    figureOf(`import window ${name}: document to first blocks`, 'ms', [opening]),
    figureOf(`import window ${name}: scroll to paint`, 'ms', scrolling, AT_ONCE),
    figureOf(`import window ${name}: scroll to paint, slowest`, 'ms', [Math.max(...scrolling)]),
    figureOf(`import window ${name}: click on a block to paint`, 'ms', selecting, AT_ONCE),
    figureOf(`import window ${name}: another kind, to the new plan's paint`, 'ms', remapping),
  ];
}

/** Says another kind for the selected block; the time until the new plan is shown and nothing is waited for. */
function remapped(page: Page, kind: string): Promise<number> {
  return page.evaluate<number>(`new Promise((resolve) => {
    const begun = performance.now();
    let isBusy = false;
    const observer = new MutationObserver(() => {
      const now = document.querySelector('[aria-busy="true"]') !== null;
      if (now || !isBusy) {
        isBusy ||= now;
        return;
      }
      observer.disconnect();
      window.painted().then(() => resolve(performance.now() - begun));
    });
    observer.observe(document.body, { subtree: true, childList: true, attributes: true });
    document.querySelector('[role="toolbar"] button[data-role="${kind}"]').click();
  })`);
}
