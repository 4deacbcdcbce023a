import { appError, AppFailure } from '../../../../shared/errors/errors.ts';
import { ok } from '../../../../shared/errors/result.ts';
import { serveJobs } from '../../../../electron/host/worker/serve-jobs.ts';

/** What the worker of the tests can be asked to do. */
export type SampleJob =
  | { readonly do: 'count'; readonly to: number }
  | { readonly do: 'spin' }
  | { readonly do: 'fail' }
  | { readonly do: 'crash' }
  | { readonly do: 'exit' };

let jobs = 0;

serveJobs<SampleJob, number>((job, report) => {
  jobs += 1;
  switch (job.do) {
    case 'count':
      for (let done = 0; done < job.to; done += 1) report({ phase: 'counting', done, total: job.to });
      return ok(jobs);
    case 'spin':
      report({ phase: 'spinning', done: 0, total: 0 });
      for (;;) if (jobs < 0) return ok(jobs);
    case 'fail':
      throw new AppFailure(appError('file-missing', { path: '/nowhere' }));
    case 'crash':
      throw new Error('the sample crashed');
    case 'exit':
      process.exit(7);
  }
});
