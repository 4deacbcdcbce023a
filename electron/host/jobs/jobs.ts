import { setImmediate } from 'node:timers';
import type { PersonalEvent } from '../../../shared/api/events.ts';
import type { JobResult, JobStatus, StartedJob } from '../../../shared/api/job-calls.ts';
import { appError, AppFailure } from '../../../shared/errors/errors.ts';
import { fail, ok, type Result } from '../../../shared/errors/result.ts';
import type { CreateId } from '../../../shared/ids/ids.ts';
import { publicError } from '../api/error-answer.ts';
import type { Logger, ReportProgress } from '../ports.ts';
import { traceOf } from '../trace-of.ts';

/** Does the work of a job; ends early where the signal fires. May throw `AppFailure`. */
export type JobWork = (signal: AbortSignal, onProgress: ReportProgress) => Promise<Result<JobResult>>;

/** The jobs of a host. */
export interface Jobs {
  /** Begins at once. Fails with `jobs-too-many` where too much is under way; for guests, some room is kept free. */
  start(principal: string, work: JobWork, isGuest?: boolean): Result<StartedJob>;
  /** How an own job does. Fails with `job-unknown`. */
  status(principal: string, job: string): Result<JobStatus>;
  /** Ends an own job that is running. Fails with `job-unknown`. */
  cancel(principal: string, job: string): Result<JobStatus>;
  /** Ends and forgets all of somebody whose invitation has ended. */
  dropOf(principal: string): void;
  /** Forgets what has been over for long. */
  look(): void;
  readonly running: number;
  /** Cancels all and waits until they are over. */
  close(): Promise<void>;
}

export interface JobLimits {
  readonly perPrincipal: number;
  readonly all: number;
  /** Of these, for all guests together; the rest is for moderation. */
  readonly ofGuests: number;
  /** Milliseconds that what is over is remembered. */
  readonly rememberFor: number;
  /** Least milliseconds between two reports of one phase. */
  readonly reportEvery: number;
}

interface Job {
  readonly id: string;
  readonly principal: string;
  readonly isGuest: boolean;
  readonly stop: AbortController;
  status: JobStatus;
  endedAt: number;
  reportedAt: number;
}

/** Makes the jobs of a host; `now` gives milliseconds that never go back. */
export function createJobs(deps: {
  readonly tell: (principal: string, event: PersonalEvent) => void;
  readonly limits: JobLimits;
  readonly createId: CreateId;
  readonly now: () => number;
  readonly logger: Logger;
}): Jobs {
  const { tell, limits, createId, now, logger } = deps;
  const jobs = new Map<string, Job>();
  const under = new Map<Job, Promise<void>>();

  const find = (principal: string, id: string): Result<Job> => {
    const job = jobs.get(id);
    return job?.principal === principal ? ok(job) : fail(appError('job-unknown', { job: id }));
  };

  const report = (job: Job, progress: Parameters<ReportProgress>[0]): void => {
    if (job.status.state !== 'running') return;
    const isSamePhase = job.status.phase === progress.phase;
    job.status = { state: 'running', ...progress };
    if (isSamePhase && now() - job.reportedAt < limits.reportEvery) return;
    job.reportedAt = now();
    tell(job.principal, { type: 'job-progress', job: job.id, ...progress });
  };

  const settle = (job: Job, result: Result<JobResult>): void => {
    job.endedAt = now();
    if (result.ok) {
      job.status = { state: 'done', result: result.value };
      if (jobs.has(job.id)) tell(job.principal, { type: 'job-done', job: job.id, result: result.value });
      return;
    }
    const error = publicError(result.error);
    job.status = { state: 'failed', error };
    if (error.code !== 'cancelled') logger.info({ code: error.code }, 'a job failed');
    if (!jobs.has(job.id)) return;
    const { code, details } = error;
    tell(job.principal, { type: 'job-failed', job: job.id, error: { code, details: { ...details } } });
  };

  const perform = async (job: Job, work: JobWork): Promise<void> => {
    let result: Result<JobResult>;
    try {
      result = await work(job.stop.signal, (progress) => report(job, progress));
    } catch (error) {
      if (!(error instanceof AppFailure)) {
        logger.error(traceOf(error), 'a job broke');
      }
      result = fail(error instanceof AppFailure ? error.error : appError('host-failed', {}));
    }
    under.delete(job);
    settle(job, result);
  };

  const drop = (job: Job): void => {
    jobs.delete(job.id);
    job.stop.abort();
  };

  return {
    start(principal, work, isGuest = false) {
      const own = [...under.keys()].filter((job) => job.principal === principal).length;
      if (own >= limits.perPrincipal) return fail(appError('jobs-too-many', { limit: limits.perPrincipal }));
      if (under.size >= limits.all) return fail(appError('jobs-too-many', { limit: limits.all }));
      const guests = [...under.keys()].filter((job) => job.isGuest).length;
      if (isGuest && guests >= limits.ofGuests) {
        return fail(appError('jobs-too-many', { limit: limits.ofGuests }));
      }
      const job: Job = {
        id: createId(),
        ...{ principal, isGuest },
        stop: new AbortController(),
        status: { state: 'running', phase: 'waiting', done: 0, total: 0 },
        endedAt: Infinity,
        reportedAt: -Infinity,
      };
      jobs.set(job.id, job);
      // The answer with the job's id leaves before the first event about it.
      const begun = new Promise<void>((resolve) => void setImmediate(resolve));
      under.set(
        job,
        begun.then(() => perform(job, work)),
      );
      return ok({ job: job.id });
    },
    status(principal, id) {
      const job = find(principal, id);
      return job.ok ? ok(job.value.status) : job;
    },
    cancel(principal, id) {
      const job = find(principal, id);
      if (!job.ok) return job;
      job.value.stop.abort();
      return ok(job.value.status);
    },
    dropOf(principal) {
      for (const job of [...jobs.values()]) if (job.principal === principal) drop(job);
    },
    look() {
      for (const job of [...jobs.values()]) {
        if (job.endedAt + limits.rememberFor <= now()) jobs.delete(job.id);
      }
    },
    get running() {
      return under.size;
    },
    async close() {
      for (const job of under.keys()) drop(job);
      await Promise.all(under.values());
    },
  };
}
