import { useCallback, useEffect, useRef, useState } from 'react';
import type { ApiClient } from '../../shared/api/client.ts';
import type { JobResult, JobStatus, StartedJob } from '../../shared/api/job-calls.ts';
import { appError, type AppError } from '../../shared/errors/errors.ts';
import { fail, ok, type Result } from '../../shared/errors/result.ts';
import type { Events } from './events.ts';
import { useSession } from './session-context.tsx';

/** How far a job of this window has come. `total` is 0 where it is not known. */
export interface JobProgress {
  readonly phase: string;
  readonly done: number;
  readonly total: number;
}

export interface JobWatch {
  readonly onProgress?: (progress: JobProgress) => void;
  /** Ends the job on the host; it then fails with `cancelled`. */
  readonly signal?: AbortSignal;
}

/**
 * Begins a job and waits for what becomes of it. Hears it by the events, and asks where the events were not connected,
 * so that a break of the connection loses no result. Never rejects.
 */
export async function runJob(
  { api, events }: { readonly api: ApiClient; readonly events: Events },
  begin: () => Promise<Result<StartedJob>>,
  { onProgress, signal }: JobWatch = {},
): Promise<Result<JobResult>> {
  let job: string | null = null;
  const early = new Map<string, Result<JobResult>>();
  let finish: (result: Result<JobResult>) => void = () => undefined;
  const finished = new Promise<Result<JobResult>>((resolve) => (finish = resolve));

  const read = (status: Result<JobStatus>): void => {
    if (!status.ok) {
      if (status.error.code !== 'host-unreachable') finish(status);
    } else if (status.value.state === 'done') finish(ok(status.value.result));
    else if (status.value.state === 'failed') finish(fail(status.value.error));
    else onProgress?.(status.value);
  };
  const ask = async (): Promise<void> => {
    if (job !== null) read(await api('jobs.status', { job }));
  };
  const cancel = async (): Promise<void> => {
    if (job !== null) read(await api('jobs.cancel', { job }));
  };
  const endings = [
    events.subscribe((event) => {
      if (event.type === 'job-progress') {
        if (event.job === job) onProgress?.(event);
        return;
      }
      if (event.type !== 'job-done' && event.type !== 'job-failed') return;
      const result: Result<JobResult> =
        event.type === 'job-done'
          ? ok(event.result)
          : // Host and window share the details of a code by the same declaration.
            fail(event.error as unknown as AppError);
      if (event.job === job) finish(result);
      else early.set(event.job, result);
    }),
    events.onConnection(() => {
      if (events.connected) void ask();
    }),
  ];
  const onAbort = (): void => void cancel();
  signal?.addEventListener('abort', onAbort);
  try {
    const started = await begin();
    if (!started.ok) return started;
    job = started.value.job;
    const known = early.get(job);
    if (known !== undefined) return known;
    if (signal?.aborted === true) await cancel();
    else if (!events.connected) await ask();
    return await finished;
  } finally {
    signal?.removeEventListener('abort', onAbort);
    for (const end of endings) end();
  }
}

/** One job at a time of one component, for it to show. */
export interface JobInView {
  /** Null where nothing runs. */
  readonly progress: JobProgress | null;
  /** Begins; whatever this component still had running is cancelled. */
  readonly run: (begin: () => Promise<Result<StartedJob>>) => Promise<Result<JobResult>>;
  readonly cancel: () => void;
}

/** Runs jobs for a component; one that runs when the component goes is cancelled. */
export function useJob(): JobInView {
  const session = useSession();
  const [progress, setProgress] = useState<JobProgress | null>(null);
  const running = useRef<AbortController | null>(null);
  const cancel = useCallback(() => {
    running.current?.abort();
  }, []);
  useEffect(() => cancel, [cancel]);
  const run = useCallback(
    async (begin: () => Promise<Result<StartedJob>>) => {
      running.current?.abort();
      const controller = new AbortController();
      running.current = controller;
      setProgress({ phase: '', done: 0, total: 0 });
      const result = await runJob(session, begin, {
        signal: controller.signal,
        onProgress: (next) => {
          if (running.current === controller) setProgress(next);
        },
      });
      if (running.current !== controller) return fail(appError('cancelled', { phase: '' }));
      running.current = null;
      setProgress(null);
      return result;
    },
    [session],
  );
  return { progress, run, cancel };
}
