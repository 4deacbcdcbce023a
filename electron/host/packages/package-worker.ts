import { ok } from '../../../shared/errors/result.ts';
import { serveJobs } from '../worker/serve-jobs.ts';
import type { OpenJob, PackageWork, SealJob } from './package-work.ts';
import { readAnswers } from './read-answers.ts';
import { sealPackages } from './seal-packages.ts';

serveJobs<SealJob | OpenJob, PackageWork>((job, report) => {
  if (job.do === 'seal') return ok({ do: 'seal', sealed: sealPackages(job, report) });
  const answers = readAnswers(job, report);
  return answers.ok ? ok({ do: 'open', answers: answers.value }) : answers;
});
