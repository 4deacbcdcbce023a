import { randomBytes } from 'node:crypto';
import { idFromBytes } from '../../../shared/ids/ids.ts';
import { serveJobs } from '../worker/serve-jobs.ts';
import type { ImportJob } from './import-job.ts';
import { planImport, type ImportPlan } from './import-source.ts';

const createId = () => idFromBytes(randomBytes(12));

serveJobs<ImportJob, ImportPlan>(({ bytes, name, profile, acceptTrackedChanges }, onProgress) =>
  planImport(bytes, name, { profile, acceptTrackedChanges, createId, onProgress }),
);
