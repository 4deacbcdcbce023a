import process from 'node:process';
import type { Page } from 'playwright-core';
import type { LeitbildDocument } from '../../../shared/schema/document.ts';
import { openEditorPage } from '../../support/editor/editor-page.ts';
import { benchSource, planOf } from '../bench-source.ts';
import { figureOf, type Figure } from '../measure.ts';
import { withBenchPage } from './bench-page.ts';
import type { EditorBenchPage } from './editor-bench-contract.ts';
import { quantile } from './quantile.ts';
import { typed } from './typed.ts';

declare const window: { readonly bench: EditorBenchPage };

const RUNS = Number(process.env['LEITBILD_REPEATS'] ?? 3);
const FRAME_MS = 16;
const TIMES_BARE = 1.3;

interface Setting {
  readonly name: string;
  readonly times: number;
  readonly writers: number;
}

const settings: readonly Setting[] = [
  { name: '×1', times: 1, writers: 0 },
  { name: '×1, 20 writers', times: 1, writers: 20 },
  { name: '×8', times: 8, writers: 0 },
  { name: '×8, 20 writers', times: 8, writers: 20 },
];

/**
 * From a key to the paint that shows its letter, in Chromium, by keys that come from outside the page. Frames are not
 * held back to the screen's rate, so that the figure is mostly work; only after a frame in which nothing was painted
 * Chromium waits for up to 16.7 ms. Ours and bare Tiptap in turn, in changing order, on the real text where this machine
 * has it, with the same updates of others given to the same functions of Yjs. `LEITBILD_SHAPE` takes one setting only,
 * `LEITBILD_REPEATS` sets the rounds.
 */
export async function editorBench(): Promise<readonly Figure[]> {
  const only = process.env['LEITBILD_SHAPE'];
  const source = await benchSource();
  return withBenchPage(async (browser, parts) => {
    const figures: Figure[] = [];
    for (const setting of settings) {
      if (only !== undefined && only !== setting.name) continue;
      const plan = await planOf(source.repeated(setting.times), source.name);
      figures.push(...(await measure(await openEditorPage(browser, parts), setting, plan.document)));
    }
    return figures;
  });
}

async function measure(page: Page, setting: Setting, document: LeitbildDocument): Promise<readonly Figure[]> {
  const opening: Record<'ours' | 'bare', number[]> = { ours: [], bare: [] };
  const p95: Record<'ours' | 'bare', number[]> = { ours: [], bare: [] };
  const median: Record<'ours' | 'bare', number[]> = { ours: [], bare: [] };
  for (let run = 0; run < RUNS; run += 1) {
    for (const which of run % 2 === 0 ? (['ours', 'bare'] as const) : (['bare', 'ours'] as const)) {
      opening[which].push(
        await page.evaluate(([text, editor]) => window.bench.open(text, editor), [document, which] as const),
      );
      const times = await typed(page, setting.writers);
      p95[which].push(quantile(times, 0.95));
      median[which].push(quantile(times, 0.5));
    }
  }
  await page.context().close();
  const ratios = p95.ours.map((value, run) => value / (p95.bare[run] ?? Number.NaN));
  const { name } = setting;
  return [
    figureOf(`editor ${name}: key to paint p50, ours`, 'ms', median.ours),
    figureOf(`editor ${name}: key to paint p50, bare`, 'ms', median.bare),
    figureOf(`editor ${name}: key to paint p95, ours`, 'ms', p95.ours, FRAME_MS),
    figureOf(`editor ${name}: key to paint p95, bare`, 'ms', p95.bare),
    figureOf(`editor ${name}: key to paint p95, ours / bare`, 'ratio', ratios, TIMES_BARE),
    figureOf(`editor ${name}: open to paint, ours`, 'ms', opening.ours),
    figureOf(`editor ${name}: open to paint, bare`, 'ms', opening.bare),
  ];
}
