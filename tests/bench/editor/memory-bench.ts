import type { Browser, CDPSession } from 'playwright-core';
import type { LeitbildDocument } from '../../../shared/schema/document.ts';
import { openEditorPage } from '../../support/editor/editor-page.ts';
import { benchSource, planOf } from '../bench-source.ts';
import { figureOf, type Figure } from '../measure.ts';
import { withBenchPage } from './bench-page.ts';
import type { EditorBenchPage } from './editor-bench-contract.ts';

declare const window: { readonly bench: EditorBenchPage };

/** 2,000 keys, in so many paragraphs all over the text. */
const PLACES = 20;
const KEYS_AT_EACH = 100;
const SIZES = [1, 8];
const MIB = 2 ** 20;

interface Heap {
  readonly opened: number;
  readonly written: number;
}

/**
 * The heap of JavaScript with a text open, and after 2,000 keys in it, after a collection each; everything in it counts:
 * the room, the editor, what undo keeps. Ours and bare Tiptap, each in a page of its own.
 */
export async function editorMemoryBench(): Promise<readonly Figure[]> {
  const source = await benchSource();
  return withBenchPage(async (browser, parts) => {
    const figures: Figure[] = [];
    for (const times of SIZES) {
      const { document } = await planOf(source.repeated(times), source.name);
      const open = async (which: 'ours' | 'bare'): Promise<Heap> => heapOf(browser, parts, document, which);
      const [ours, bare] = [await open('ours'), await open('bare')];
      const name = `editor ×${String(times)}: heap`;
      figures.push(
        figureOf(`${name} with the text open, ours`, 'MiB', [ours.opened]),
        figureOf(`${name} with the text open, bare`, 'MiB', [bare.opened]),
        figureOf(`${name} after 2,000 keys, ours`, 'MiB', [ours.written]),
        figureOf(`${name} after 2,000 keys, bare`, 'MiB', [bare.written]),
      );
    }
    return figures;
  });
}

async function heapOf(
  browser: Browser,
  parts: Parameters<typeof openEditorPage>[1],
  document: LeitbildDocument,
  which: 'ours' | 'bare',
): Promise<Heap> {
  const page = await openEditorPage(browser, parts);
  const client = await page.context().newCDPSession(page);
  await client.send('Performance.enable');
  await page.evaluate(([text, editor]) => window.bench.open(text, editor), [document, which] as const);
  const opened = await usedHeap(client);
  for (let place = 0; place < PLACES; place += 1) {
    await page.evaluate((share) => window.bench.focus(share), place / PLACES);
    await page.keyboard.type('abcdefghij klmnopqr '.repeat(KEYS_AT_EACH / 20));
    await page.evaluate(() => window.bench.painted());
  }
  await page.evaluate(() => window.bench.take());
  const written = await usedHeap(client);
  await page.context().close();
  return { opened, written };
}

async function usedHeap(client: CDPSession): Promise<number> {
  await client.send('HeapProfiler.collectGarbage');
  const { metrics } = await client.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? Number.NaN) / MIB;
}
