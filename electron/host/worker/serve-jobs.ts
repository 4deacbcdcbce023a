import { parentPort } from 'node:worker_threads';
import { AppFailure } from '../../../shared/errors/errors.ts';
import { fail, type Result } from '../../../shared/errors/result.ts';
import type { ReportProgress } from '../ports.ts';
import type { WorkerReply } from './worker-protocol.ts';

/** Does one job, telling of its progress. */
export type JobHandler<Job, Value> = (
  job: Job,
  report: ReportProgress,
) => Promise<Result<Value>> | Result<Value>;

/**
 * Makes the current worker thread answer the jobs that a `createWorkerRunner` sends it.
 * An `AppFailure` thrown by `handle` becomes the result; anything else that is thrown ends the thread, which the
 * other side reports as `worker-failed`. Throws where it is not called in a worker thread.
 */
export function serveJobs<Job, Value>(handle: JobHandler<Job, Value>): void {
  const port = parentPort;
  if (port === null) throw new Error('serveJobs belongs into a worker thread');
  const reply = (message: WorkerReply<Value>): void => port.postMessage(message);
  port.on('message', (job: Job) => {
    void settle(handle, job, (progress) => reply({ type: 'progress', progress })).then((result) =>
      reply({ type: 'result', result }),
    );
  });
}

async function settle<Job, Value>(
  handle: JobHandler<Job, Value>,
  job: Job,
  report: ReportProgress,
): Promise<Result<Value>> {
  try {
    return await handle(job, report);
  } catch (error) {
    if (error instanceof AppFailure) return fail(error.error);
    throw error;
  }
}
