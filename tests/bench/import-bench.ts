import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { applyImport } from '../../electron/host/import/import-source.ts';
import { fixedPorts, made, valueOf } from '../support/filled-workspace.ts';
import { shippedProfile } from '../support/standard-profile.ts';
import { benchSource, planOf } from './bench-source.ts';
import { figureOf, growthExponent, type Figure } from './measure.ts';
import { runJob } from './run-job.ts';
import { withFolder } from './with-folder.ts';

const SIZES = [1, 4, 16] as const;
const ROUNDS = 9;
const MEMORY_ROUNDS = 3;

/** Import of the text, and of the same with its chapters 4 and 16 times over: planning with its ledger, then writing. */
export function importBench(): Promise<readonly Figure[]> {
  return withFolder(async (folder) => {
    const source = await benchSource();
    const cases = SIZES.map((size) => ({
      size,
      bytes: source.repeated(size),
      plan: [] as number[],
      apply: [] as number[],
      peak: [] as number[],
    }));
    // All sizes in each round, so that a slow minute of the machine does not fall on one size alone.
    for (let round = 0; round <= ROUNDS; round += 1) {
      for (const { size, bytes, plan, apply } of cases) {
        const workspace = made(join(folder, `${size}-${round}.leitbild`));
        workspace.setProfile(shippedProfile());
        globalThis.gc?.();
        const begun = performance.now();
        const planned = await planOf(bytes, source.name);
        const between = performance.now();
        valueOf(applyImport(workspace, planned, fixedPorts()));
        const ended = performance.now();
        workspace.close();
        // The first round warms up.
        if (round === 0) continue;
        plan.push(between - begun);
        apply.push(ended - between);
      }
    }
    for (const { size, bytes, peak } of cases) {
      const path = join(folder, `${size}-${source.name}`);
      writeFileSync(path, bytes);
      for (let round = 0; round < MEMORY_ROUNDS; round += 1)
        peak.push((await runJob('import', path)).peakMiB);
    }
    const nothing: number[] = [];
    for (let round = 0; round < MEMORY_ROUNDS; round += 1) nothing.push((await runJob('nothing')).peakMiB);
    const growth = (times: (one: (typeof cases)[number]) => readonly number[]): readonly number[] =>
      Array.from({ length: ROUNDS }, (_, round) =>
        growthExponent(
          cases.map((one) => ({ size: one.bytes.length, time: times(one)[round] ?? Number.NaN })),
        ),
      );
    return [
      ...cases.map(({ size, plan }) => figureOf(`import: plan ×${size}`, 'ms', plan)),
      figureOf(
        'import: growth of plan',
        'exponent',
        growth(({ plan }) => plan),
        1.1,
      ),
      ...cases.map(({ size, apply }) => figureOf(`import: apply ×${size}`, 'ms', apply)),
      figureOf(
        'import: growth of apply',
        'exponent',
        growth(({ apply }) => apply),
        1.1,
      ),
      ...cases.map(({ size, peak }) => figureOf(`import: peak memory ×${size}`, 'MiB', peak)),
      figureOf('import: peak memory of bare Node', 'MiB', nothing),
    ];
  });
}
