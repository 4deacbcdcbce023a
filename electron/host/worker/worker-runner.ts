import { Worker } from 'node:worker_threads';
import { appError, type AppError } from '../../../shared/errors/errors.ts';
import { fail, type Result } from '../../../shared/errors/result.ts';
import type { ReportProgress } from '../ports.ts';
import type { WorkerReply } from './worker-protocol.ts';

export interface JobOptions {
  /** Ends the job, and with it its thread; the result is then `cancelled`. */
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ReportProgress | undefined;
}

/** Runs jobs of one kind, one after the other, in one thread that stays warm between them. */
export interface WorkerRunner<Job, Value> {
  /**
   * Sends a job (copied by structured clone) and settles with its result. Fails with `cancelled` where the signal
   * or `close` ends it, naming the phase it was in, and with `worker-failed` where the thread dies. Never rejects.
   */
  run(job: Job, options?: JobOptions): Promise<Result<Value>>;
  /**
   * Ends the thread; jobs under way or waiting are cancelled. Settles when no thread is left: what a library does in one
   * step cannot be broken off, and holds its memory until then.
   */
  close(): Promise<void>;
}

/**
 * Makes a runner for a script that calls `serveJobs`. The thread starts with the first job; while it is idle it
 * does not keep the process alive. After a cancelled or crashed job the next one gets a fresh thread.
 */
export function createWorkerRunner<Job, Value>(script: URL): WorkerRunner<Job, Value> {
  let thread: Worker | null = null;
  const ending = new Set<Promise<unknown>>();
  let queue: Promise<unknown> = Promise.resolve();
  const closing = new AbortController();

  const retire = async (worker: Worker): Promise<void> => {
    if (thread === worker) thread = null;
    const ended = worker.terminate();
    ending.add(ended);
    await ended;
    ending.delete(ended);
  };

  const perform = (job: Job, { signal, onProgress }: JobOptions): Promise<Result<Value>> => {
    const stop = signal ? AbortSignal.any([signal, closing.signal]) : closing.signal;
    let phase = 'waiting';
    if (stop.aborted) return Promise.resolve(fail(appError('cancelled', { phase })));
    const worker = (thread ??= new Worker(script));
    worker.ref();
    return new Promise((resolve) => {
      const settle = (result: Result<Value>): void => {
        stop.removeEventListener('abort', abort);
        worker.off('message', receive).off('error', crash).off('exit', exit);
        worker.unref();
        resolve(result);
      };
      const end = (error: AppError): void => {
        settle(fail(error));
        // A thread that is being ended may still report an error, which would otherwise end the process.
        worker.on('error', () => undefined);
        void retire(worker);
      };
      const abort = (): void => end(appError('cancelled', { phase }));
      const crash = (error: unknown): void =>
        end(appError('worker-failed', { reason: error instanceof Error ? error.message : String(error) }));
      const exit = (code: number): void =>
        end(appError('worker-failed', { reason: `the thread ended with code ${code}` }));
      const receive = (reply: WorkerReply<Value>): void => {
        if (reply.type === 'result') {
          settle(reply.result);
          return;
        }
        phase = reply.progress.phase;
        onProgress?.(reply.progress);
      };
      stop.addEventListener('abort', abort, { once: true });
      worker.on('message', receive).on('error', crash).on('exit', exit);
      worker.postMessage(job);
    });
  };

  return {
    run(job, options = {}) {
      const result = queue.then(() => perform(job, options));
      queue = result.then(
        () => undefined,
        () => undefined,
      );
      return result;
    },
    async close() {
      closing.abort();
      await queue;
      if (thread) await retire(thread);
      await Promise.all(ending);
    },
  };
}
