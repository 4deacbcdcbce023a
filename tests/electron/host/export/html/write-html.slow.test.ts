import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type axe from 'axe-core';
import fc from 'fast-check';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeHtml } from '../../../../../electron/host/export/html/write-html.ts';
import { hasChromium, launchChromium } from '../../../../support/chromium.ts';
import { nastyText } from '../../../../support/nasty-text.ts';
import { sampleAssets, samplePublication } from '../../../../support/sample-publication.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

describe.skipIf(!hasChromium)('in Chromium', () => {
  const folder = mkdtempSync(join(tmpdir(), 'leitbild-html-'));
  let browser: Browser;

  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true });
  });

  const address = (state: 'edition' | 'draft'): string => {
    const path = join(folder, `${state}.html`);
    writeFileSync(path, writeHtml(samplePublication(state), sampleAssets));
    return pathToFileURL(path).href;
  };

  for (const state of ['edition', 'draft'] as const) {
    for (const colorScheme of ['light', 'dark'] as const) {
      it(`HTM8: axe finds nothing in the ${colorScheme} ${state}`, async () => {
        const page = await browser.newPage({ colorScheme, viewport: { width: 1280, height: 900 } });
        await page.goto(address(state));
        await page.evaluate(axeSource);
        const found = await page.evaluate(async () => {
          const runner = (globalThis as unknown as { axe: typeof axe }).axe;
          const { violations, incomplete } = await runner.run({
            runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
          });
          return [...violations, ...incomplete].map(({ id, nodes }) => [
            id,
            ...nodes.map(({ html }) => html),
          ]);
        });
        expect(found).toEqual([]);
        await page.close();
      });
    }
  }

  it('HTM8: needs no sideways scrolling at 320 pixels', async () => {
    const page = await browser.newPage({ viewport: { width: 320, height: 640 } });
    await page.goto(address('draft'));
    expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBe(320);
    await page.close();
  });

  it('HTM1: asks for nothing, and its own policy lets all of it through', async () => {
    const page = await browser.newPage();
    const requests: string[] = [];
    const complaints: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    page.on('console', (message) => complaints.push(message.text()));
    await page.goto(address('edition'));
    expect(requests.filter((url) => !url.startsWith('data:image/'))).toEqual([address('edition')]);
    expect(complaints).toEqual([]);
    const drawn = await page.evaluate<number[]>('Array.from(document.images, (image) => image.naturalWidth)');
    expect(drawn.every((width) => width > 0)).toBe(true);
    await page.close();
  });

  it('HTM2: the parser reads back exactly the text that was written', async () => {
    const page = await browser.newPage();
    const base = samplePublication('edition');
    await fc.assert(
      fc.asyncProperty(nastyText, async (text) => {
        const source = writeHtml({ ...base, title: text, municipality: text }, sampleAssets);
        const read = await page.evaluate<string[]>(
          `['h1', '.municipality'].map((name) => new DOMParser()
            .parseFromString(${JSON.stringify(source)}, 'text/html').querySelector(name).textContent)`,
        );
        const sayable = text.replaceAll(
          /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufdd0-\ufdef\ufffe\uffff]|\p{Surrogate}/gu,
          '\ufffd',
        );
        expect(read).toEqual([sayable, sayable]);
      }),
      { seed: 20192, numRuns: 60 },
    );
    await page.close();
  });

  it('HTM7: prints the word for a draft on its pages', async () => {
    const page = await browser.newPage();
    await page.goto(address('draft'));
    const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
    expect(pdf.byteLength).toBeGreaterThan(10_000);
    await page.close();
  });
});
