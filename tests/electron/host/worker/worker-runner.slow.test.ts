import { readdirSync } from 'node:fs';
import { afterEach, expect, it } from 'vitest';
import { createWorkerRunner, type WorkerRunner } from '../../../../electron/host/worker/worker-runner.ts';
import type { SampleJob } from './sample-worker.ts';

const script = new URL('./sample-worker.ts', import.meta.url);
const open: WorkerRunner<SampleJob, number>[] = [];

function runner(): WorkerRunner<SampleJob, number> {
  const made = createWorkerRunner<SampleJob, number>(script);
  open.push(made);
  return made;
}

afterEach(async () => {
  await Promise.all(open.splice(0).map((made) => made.close()));
});

it('WRK1: runs jobs one after the other in one warm thread, with progress', async () => {
  const jobs = runner();
  const seen: string[] = [];
  const onProgress = ({ phase, done, total }: { phase: string; done: number; total: number }): void => {
    seen.push(`${phase} ${String(done)}/${String(total)}`);
  };
  const results = await Promise.all([
    jobs.run({ do: 'count', to: 2 }, { onProgress }),
    jobs.run({ do: 'count', to: 1 }, { onProgress }),
  ]);
  expect(results).toEqual([
    { ok: true, value: 1 },
    { ok: true, value: 2 },
  ]);
  expect(seen).toEqual(['counting 0/2', 'counting 1/2', 'counting 0/1']);
});

it('WRK2: cancelling ends even a thread that never pauses, and names the phase', async () => {
  const jobs = runner();
  const stop = new AbortController();
  const result = await jobs.run({ do: 'spin' }, { signal: stop.signal, onProgress: () => stop.abort() });
  expect(result).toEqual({ ok: false, error: { code: 'cancelled', details: { phase: 'spinning' } } });
  expect(await jobs.run({ do: 'count', to: 0 })).toEqual({ ok: true, value: 1 });
});

it('WRK2: a job that was cancelled before its turn is never sent', async () => {
  const jobs = runner();
  const result = await jobs.run({ do: 'spin' }, { signal: AbortSignal.abort() });
  expect(result).toEqual({ ok: false, error: { code: 'cancelled', details: { phase: 'waiting' } } });
});

it('WRK2: closing cancels what is under way and what waits', async () => {
  const jobs = runner();
  const spinning = jobs.run({ do: 'spin' }, { onProgress: () => void jobs.close() });
  const waiting = jobs.run({ do: 'count', to: 1 });
  expect(await spinning).toMatchObject({ ok: false, error: { code: 'cancelled' } });
  expect(await waiting).toMatchObject({ ok: false, error: { code: 'cancelled' } });
});

it.skipIf(process.platform !== 'linux')('WRK2: no thread is left once it has closed', async () => {
  const threads = (): number => readdirSync('/proc/self/task').length;
  const first = runner();
  await first.run({ do: 'count', to: 0 });
  await first.close();
  const before = threads();
  for (let turn = 0; turn < 10; turn += 1) {
    const jobs = runner();
    const stop = new AbortController();
    await jobs.run({ do: 'spin' }, { signal: stop.signal, onProgress: () => stop.abort() });
    await jobs.close();
    expect(threads()).toBe(before);
  }
});

it('WRK3: a crash is reported with its reason, and the next job gets a fresh thread', async () => {
  const jobs = runner();
  expect(await jobs.run({ do: 'crash' })).toEqual({
    ok: false,
    error: { code: 'worker-failed', details: { reason: 'the sample crashed' } },
  });
  expect(await jobs.run({ do: 'exit' })).toMatchObject({ ok: false, error: { code: 'worker-failed' } });
  expect(await jobs.run({ do: 'count', to: 0 })).toEqual({ ok: true, value: 1 });
});

it('WRK3: an expected failure thrown inside is the result, and the thread lives on', async () => {
  const jobs = runner();
  expect(await jobs.run({ do: 'fail' })).toEqual({
    ok: false,
    error: { code: 'file-missing', details: { path: '/nowhere' } },
  });
  expect(await jobs.run({ do: 'count', to: 0 })).toEqual({ ok: true, value: 2 });
});
