import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { clearInterval, setInterval } from 'node:timers';
import { fileURLToPath } from 'node:url';
import { figureOf, type Figure } from '../measure.ts';
import { withFolder } from '../with-folder.ts';
import { runLoad, startServer } from './child.ts';

const MINUTES = Number(process.env['LEITBILD_MINUTES'] ?? 30);
const SAMPLE_EVERY_MS = 10_000;
const WARM_UP_MS = 30_000;
const MIB = 2 ** 20;

interface Sample {
  readonly minute: number;
  readonly rss: number;
  readonly heap: number;
}

/**
 * Memory of our host under (200, 50, 4) for `LEITBILD_MINUTES`: the text itself keeps its size, so that what grows is
 * the host's own. Every sample is taken after a collection and written to `out/bench-sync-endurance.json`.
 */
export async function enduranceBench(): Promise<readonly Figure[]> {
  const samples: Sample[] = [];
  const out = fileURLToPath(new URL('../../../out/', import.meta.url));
  mkdirSync(out, { recursive: true });
  const result = await withFolder(async (folder) => {
    const server = await startServer('ours', join(folder, 'endurance.leitbild'));
    const begun = performance.now();
    const sample = async (): Promise<void> => {
      const { rss, heap } = await server.usage();
      samples.push({ minute: (performance.now() - begun) / 60_000, rss: rss / MIB, heap: heap / MIB });
      writeFileSync(`${out}bench-sync-endurance.json`, `${JSON.stringify(samples, null, 1)}\n`);
    };
    let timer: NodeJS.Timeout | undefined;
    const load = await runLoad(
      server,
      {
        ...{ port: server.port, rooms: 1, clientsPerRoom: 200, writersPerRoom: 50, rate: 4 },
        ...{ warmUpMs: WARM_UP_MS, runMs: MINUTES * 60_000, joins: 5, keep: 50, latencyOfEvery: 101 },
      },
      () => {
        timer = setInterval(() => void sample(), SAMPLE_EVERY_MS);
      },
    );
    clearInterval(timer);
    await server.stop();
    return load.result;
  });
  const name = `endurance (200, 50, 4), ${String(MINUTES)} min`;
  const tenth = Math.max(1, Math.floor(samples.length / 10));
  const figures: Figure[] = [];
  for (const key of ['rss', 'heap'] as const) {
    const values = samples.map((sample) => sample[key]);
    const label = key === 'rss' ? 'RSS' : 'heap';
    figures.push(
      figureOf(`${name}: ${label}, first tenth`, 'MiB', values.slice(0, tenth)),
      figureOf(`${name}: ${label}, last tenth`, 'MiB', values.slice(-tenth)),
      figureOf(`${name}: ${label}, growth per hour after the first quarter`, 'MiB', [
        slopeOf(samples.slice(samples.length / 4), key) * 60,
      ]),
    );
  }
  for (const quantile of ['p50', 'p95', 'p99'] as const)
    figures.push(figureOf(`${name}: ${quantile}`, 'ms', [result[quantile]]));
  figures.push(
    figureOf(`${name}: deliveries`, 'count', [result.delivered]),
    figureOf(`${name}: lost or doubled`, 'count', [result.lost + result.doubled], 0),
  );
  return figures;
}

/** MiB per minute, least squares. */
function slopeOf(samples: readonly Sample[], key: 'rss' | 'heap'): number {
  const mean = (values: readonly number[]): number =>
    values.reduce((sum, value) => sum + value, 0) / values.length;
  const time = mean(samples.map(({ minute }) => minute));
  const level = mean(samples.map((sample) => sample[key]));
  const both = samples.reduce((sum, sample) => sum + (sample.minute - time) * (sample[key] - level), 0);
  return both / samples.reduce((sum, { minute }) => sum + (minute - time) ** 2, 0);
}
