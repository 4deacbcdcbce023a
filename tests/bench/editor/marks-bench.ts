import process from 'node:process';
import { openEditorPage } from '../../support/editor/editor-page.ts';
import { benchSource, planOf } from '../bench-source.ts';
import { figureOf, type Figure } from '../measure.ts';
import { withBenchPage } from './bench-page.ts';
import type { EditorBenchPage } from './editor-bench-contract.ts';
import { quantile } from './quantile.ts';
import { typed } from './typed.ts';

declare const window: { readonly bench: EditorBenchPage };

const PLACES = 5_000;
const ROUNDS = Number(process.env['LEITBILD_REPEATS'] ?? 3);
const TIMES_PLAIN = 1.3;

/** From a key to its paint in our editor, with 5,000 places marked and with none, in turn, in changing order. */
export async function editorMarksBench(): Promise<readonly Figure[]> {
  const source = await benchSource();
  const { document } = await planOf(source.repeated(1), source.name);
  return withBenchPage(async (browser, parts) => {
    const page = await openEditorPage(browser, parts);
    const p95: Record<'marked' | 'plain', number[]> = { marked: [], plain: [] };
    const median: Record<'marked' | 'plain', number[]> = { marked: [], plain: [] };
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const which of round % 2 === 0 ? (['marked', 'plain'] as const) : (['plain', 'marked'] as const)) {
        await page.evaluate((text) => window.bench.open(text, 'ours'), document);
        if (which === 'marked') await page.evaluate((count) => window.bench.mark(count), PLACES);
        const times = await typed(page, 0);
        p95[which].push(quantile(times, 0.95));
        median[which].push(quantile(times, 0.5));
      }
    }
    await page.context().close();
    const ratios = (of: typeof p95): readonly number[] =>
      of.marked.map((value, round) => value / (of.plain[round] ?? Number.NaN));
    const name = 'editor, 5,000 marked places: key to paint';
    return [
      figureOf(`${name} p50, marked`, 'ms', median.marked),
      figureOf(`${name} p50, plain`, 'ms', median.plain),
      figureOf(`${name} p50, marked / plain`, 'ratio', ratios(median), TIMES_PLAIN),
      figureOf(`${name} p95, marked`, 'ms', p95.marked),
      figureOf(`${name} p95, plain`, 'ms', p95.plain),
      figureOf(`${name} p95, marked / plain`, 'ratio', ratios(p95), TIMES_PLAIN),
    ];
  });
}
