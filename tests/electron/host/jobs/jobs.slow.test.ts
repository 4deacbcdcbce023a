import { expect, it, onTestFinished } from 'vitest';
import { createJobs, type JobLimits, type Jobs, type JobWork } from '../../../../electron/host/jobs/jobs.ts';
import { createWorkerRunner } from '../../../../electron/host/worker/worker-runner.ts';
import type { PersonalEvent } from '../../../../shared/api/events.ts';
import type { JobResult } from '../../../../shared/api/job-calls.ts';
import { ok } from '../../../../shared/errors/result.ts';
import { createCountingIds } from '../../../../shared/ids/ids.ts';
import { valueOf } from '../../../support/filled-workspace.ts';
import { connectClient } from '../../../support/host-client.ts';
import { startHost } from '../../../support/live-host.ts';
import type { SampleJob } from '../worker/sample-worker.ts';

const limits: JobLimits = { perPrincipal: 2, all: 3, ofGuests: 2, rememberFor: 1_000, reportEvery: 0 };

interface Setup {
  readonly jobs: Jobs;
  readonly told: readonly (readonly [string, PersonalEvent])[];
  readonly clock: { now: number };
  readonly logged: readonly string[];
  /** Work in a worker thread of its own. */
  readonly work: (job: SampleJob) => JobWork;
  readonly until: (condition: () => boolean) => Promise<void>;
}

function setUp(): Setup {
  const told: (readonly [string, PersonalEvent])[] = [];
  const clock = { now: 0 };
  const logged: string[] = [];
  const note = (fields: object, message: string): void =>
    void logged.push(JSON.stringify({ ...fields, message }));
  const waiting = new Set<() => void>();
  const jobs = createJobs({
    tell(principal, event) {
      told.push([principal, event]);
      for (const look of [...waiting]) look();
    },
    ...{ limits, createId: createCountingIds('job'), now: () => clock.now },
    logger: { info: note, warn: note, error: note },
  });
  onTestFinished(() => jobs.close());
  return {
    ...{ jobs, told, clock, logged },
    work: (job) => async (signal, onProgress) => {
      const runner = createWorkerRunner<SampleJob, number>(
        new URL('../worker/sample-worker.ts', import.meta.url),
      );
      try {
        const done = await runner.run(job, { signal, onProgress });
        return done.ok ? ok({ kind: 'import-plan', plan: String(done.value) } satisfies JobResult) : done;
      } finally {
        await runner.close();
      }
    },
    until: (condition) =>
      new Promise((resolve) => {
        const look = (): void => {
          if (!condition()) return;
          waiting.delete(look);
          resolve();
        };
        waiting.add(look);
        look();
      }),
  };
}

const typesOf = (told: Setup['told']): readonly string[] => told.map(([, { type }]) => type);

it('JOB1: a job answers at once, tells its phases and its result to its own principal, and is remembered for a while', async () => {
  const { jobs, told, clock, work, until } = setUp();
  const { job } = valueOf(jobs.start('anna', work({ do: 'count', to: 3 })));
  expect(jobs.status('anna', job)).toEqual(ok({ state: 'running', phase: 'waiting', done: 0, total: 0 }));
  await until(() => typesOf(told).includes('job-done'));
  expect(typesOf(told)).toEqual(['job-progress', 'job-progress', 'job-progress', 'job-done']);
  expect(told.every(([principal]) => principal === 'anna')).toBe(true);
  expect(jobs.status('anna', job)).toEqual(ok({ state: 'done', result: { kind: 'import-plan', plan: '1' } }));
  expect(jobs.status('bert', job)).toMatchObject({ error: { code: 'job-unknown' } });
  expect(jobs.cancel('bert', job)).toMatchObject({ error: { code: 'job-unknown' } });
  clock.now += 1_000;
  jobs.look();
  expect(jobs.status('anna', job)).toMatchObject({ error: { code: 'job-unknown' } });
});

it('JOB2: so many for one and so many for all, and a place is free again once a job is over', async () => {
  const { jobs, told, work, until } = setUp();
  const first = valueOf(jobs.start('anna', work({ do: 'spin' })));
  valueOf(jobs.start('anna', work({ do: 'spin' })));
  expect(jobs.start('anna', work({ do: 'spin' }))).toMatchObject({
    error: { code: 'jobs-too-many', details: { limit: 2 } },
  });
  valueOf(jobs.start('bert', work({ do: 'spin' })));
  expect(jobs.start('carla', work({ do: 'spin' }))).toMatchObject({
    error: { code: 'jobs-too-many', details: { limit: 3 } },
  });
  await until(() => typesOf(told).includes('job-progress'));
  valueOf(jobs.cancel('anna', first.job));
  await until(() => typesOf(told).includes('job-failed'));
  expect(jobs.status('anna', first.job)).toMatchObject({
    value: { state: 'failed', error: { code: 'cancelled' } },
  });
  valueOf(jobs.start('carla', work({ do: 'count', to: 1 })));
});

it('JOB2: guests who hold all the places that they can get leave one to moderation', () => {
  const { jobs, work } = setUp();
  valueOf(jobs.start('leserin', work({ do: 'spin' }), true));
  valueOf(jobs.start('gast', work({ do: 'spin' }), true));
  for (const guest of ['leserin', 'gast', 'noch jemand']) {
    expect(jobs.start(guest, work({ do: 'spin' }), true)).toMatchObject({
      error: { code: 'jobs-too-many', details: { limit: 2 } },
    });
  }
  valueOf(jobs.start('moderatorin', work({ do: 'count', to: 1 })));
});

it('JOB3: a thread that crashes or ends is told as such, and the next job runs', async () => {
  const { jobs, told, work, until } = setUp();
  for (const [index, what] of (['crash', 'exit'] as const).entries()) {
    valueOf(jobs.start('anna', work({ do: what })));
    await until(() => typesOf(told).filter((type) => type === 'job-failed').length === index + 1);
    expect(told.at(-1)?.[1]).toMatchObject({ error: { code: 'worker-failed' } });
  }
  valueOf(jobs.start('anna', work({ do: 'count', to: 1 })));
  await until(() => typesOf(told).includes('job-done'));
});

it('JOB3: an error of ours is told without its words, and a failure without its folders', async () => {
  const { jobs, told, logged, work, until } = setUp();
  valueOf(jobs.start('anna', () => Promise.reject(new Error('ein Satz aus dem Text'))));
  await until(() => typesOf(told).includes('job-failed'));
  expect(told.at(-1)?.[1]).toMatchObject({ error: { code: 'host-failed', details: {} } });
  expect(logged.join()).not.toContain('ein Satz');
  valueOf(jobs.start('anna', work({ do: 'fail' })));
  await until(() => typesOf(told).filter((type) => type === 'job-failed').length === 2);
  expect(told.at(-1)?.[1]).toMatchObject({ error: { code: 'file-missing', details: { path: 'nowhere' } } });
});

it('JOB4: whose invitation ends loses his jobs unheard; closing waits until all are over', async () => {
  const { jobs, told, work, until } = setUp();
  const { job } = valueOf(jobs.start('anna', work({ do: 'spin' })));
  valueOf(jobs.start('bert', work({ do: 'spin' })));
  await until(() => typesOf(told).length === 2);
  jobs.dropOf('anna');
  expect(jobs.status('anna', job)).toMatchObject({ error: { code: 'job-unknown' } });
  await jobs.close();
  expect(jobs.running).toBe(0);
  expect(typesOf(told)).toEqual(['job-progress', 'job-progress']);
});

it('JOB5: on the wire, nobody hears of the job of another, and who was away asks for its end', async () => {
  const host = await startHost();
  const invited = [host.invite('reader'), host.invite('moderator')] as const;
  const [reader, moderator] = await Promise.all(invited.map(({ token }) => connectClient(host, token)));
  if (reader === undefined || moderator === undefined) throw new Error('both are connected');
  onTestFinished(() => {
    reader.close();
    moderator.close();
  });
  const source = { kind: 'edition', label: '2014' } as const;
  const { job } = valueOf(await reader.call('export.start', { source, format: 'docx' }));
  const result = valueOf(await reader.ended(job));
  expect(result).toMatchObject({ kind: 'file', name: 'Leitbild 2014.docx' });
  expect(await moderator.call('jobs.status', { job })).toMatchObject({ error: { code: 'job-unknown' } });
  expect(await moderator.call('jobs.cancel', { job })).toMatchObject({ error: { code: 'job-unknown' } });
  expect(valueOf(await reader.call('jobs.status', { job }))).toEqual({ state: 'done', result });
  expect(moderator.events).toEqual([]);
  const cancelled = valueOf(await reader.call('export.start', { source, format: 'pdf' }));
  valueOf(await reader.call('jobs.cancel', cancelled));
  expect(await reader.ended(cancelled.job)).toMatchObject({ error: { code: 'cancelled' } });
});
