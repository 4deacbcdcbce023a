import { availableParallelism } from 'node:os';
import process from 'node:process';
import { defineConfig } from 'vitest/config';

/** On a foreign, busy machine one second try, which the summary names; at home a test that fails has failed. */
const retry = process.env['CI'] ? 1 : 0;

/**
 * Two projects: `fast` is the gate of `npm run check`; `slow` holds what starts processes, browsers or
 * office programs, or runs many random rounds. A test file is slow when its name ends in `.slow.test.ts`.
 */
export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    // Most of what is slow waits for a browser or a process; on two processors one worker alone would leave one idle.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    reporters: process.env['TEST_SUMMARY_FILE']
      ? ['default', './tests/support/summary-reporter.ts']
      : ['default'],
    projects: [
      {
        test: {
          name: 'fast',
          root: new URL('..', import.meta.url).pathname,
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/**/*.slow.test.ts'],
          testTimeout: 20_000,
          retry,
        },
      },
      {
        test: {
          name: 'slow',
          root: new URL('..', import.meta.url).pathname,
          include: ['tests/**/*.slow.test.ts'],
          testTimeout: 180_000,
          hookTimeout: 180_000,
          retry,
          // What a browser or a process brings about may take its time on a busy machine.
          expect: { poll: { timeout: 20_000 } },
        },
      },
    ],
  },
});
