import { serveJobs } from '../../worker/serve-jobs.ts';
import type { AssessmentJob } from './assessment-job.ts';
import { writeAssessment } from './write-assessment.ts';

serveJobs((job: AssessmentJob, report) => writeAssessment(job, report));
