import { serveJobs } from '../../worker/serve-jobs.ts';
import type { PdfJob } from './pdf-job.ts';
import { createTypesetter } from './typeset-publication.ts';

const typesetter = createTypesetter();
serveJobs((job: PdfJob, report) => typesetter.typeset(job, report));
