import { expect, test } from 'vitest';
import { runJob } from '../../../renderer/client/jobs.ts';
import type { Events } from '../../../renderer/client/events.ts';
import type { ApiClient } from '../../../shared/api/client.ts';
import type { HostEvent } from '../../../shared/api/events.ts';
import type { JobStatus } from '../../../shared/api/job-calls.ts';
import { appError } from '../../../shared/errors/errors.ts';
import { fail, ok } from '../../../shared/errors/result.ts';

const result = { kind: 'import-plan', plan: 'p1' } as const;
const done: HostEvent = { type: 'job-done', job: 'j1', result };

/** The border to the host in small: events by hand, and answers about jobs. */
function host(status: JobStatus = { state: 'running', phase: 'import', done: 1, total: 2 }) {
  const listeners = new Set<(event: HostEvent) => void>();
  const watchers = new Set<() => void>();
  const asked: string[] = [];
  const events = {
    connected: true,
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    onConnection(watcher) {
      watchers.add(watcher);
      return () => void watchers.delete(watcher);
    },
    close: () => undefined,
  } satisfies Events;
  const api = ((name: string) => {
    asked.push(name);
    return Promise.resolve(ok(status));
  }) as unknown as ApiClient;
  return {
    ...{ events, api, asked },
    tell: (event: HostEvent) => listeners.forEach((listener) => listener(event)),
    reconnect: () => watchers.forEach((watcher) => watcher()),
    listening: () => listeners.size + watchers.size,
  };
}

const begin = () => Promise.resolve(ok({ job: 'j1' }));

test('the result is heard by event, also where it comes before the answer that names the job', async () => {
  const early = host();
  const begun = runJob(early, () => {
    early.tell(done);
    return begin();
  });
  expect(await begun).toEqual(ok(result));

  const late = host();
  const shares: number[] = [];
  const running = runJob(late, begin, { onProgress: ({ done: share }) => shares.push(share) });
  await Promise.resolve();
  await Promise.resolve();
  late.tell({ type: 'job-progress', job: 'other', phase: 'x', done: 9, total: 9 });
  late.tell({ type: 'job-progress', job: 'j1', phase: 'x', done: 3, total: 9 });
  late.tell(done);
  expect(await running).toEqual(ok(result));
  expect([shares, late.listening()]).toEqual([[3], 0]);
});

test('after a break of the connection the host is asked, and cancelling is told to it', async () => {
  const broken = host({ state: 'done', result });
  const running = runJob(broken, begin);
  await Promise.resolve();
  await Promise.resolve();
  broken.reconnect();
  expect(await running).toEqual(ok(result));
  expect(broken.asked).toEqual(['jobs.status']);

  const stop = new AbortController();
  const cancelled = appError('cancelled', { phase: 'import' });
  const stopped = host({ state: 'failed', error: cancelled });
  const ending = runJob(stopped, begin, { signal: stop.signal });
  await Promise.resolve();
  await Promise.resolve();
  stop.abort();
  expect(await ending).toEqual(fail(cancelled));
  expect(stopped.asked).toEqual(['jobs.cancel']);
});
