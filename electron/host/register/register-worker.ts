import { randomBytes } from 'node:crypto';
import { ok } from '../../../shared/errors/result.ts';
import { idFromBytes } from '../../../shared/ids/ids.ts';
import { previewRegister } from '../../../shared/register/register-preview.ts';
import { serveJobs } from '../worker/serve-jobs.ts';
import { readRegisterBytes } from './read-register-file.ts';
import type { PreviewJob, RegisterWork, WriteJob } from './register-work.ts';
import { writeRegisterBytes } from './write-register-file.ts';

const createId = () => idFromBytes(randomBytes(12));

serveJobs<PreviewJob | WriteJob, RegisterWork>(async (job) => {
  if (job.do === 'write')
    return ok({ do: 'write', bytes: await writeRegisterBytes(job.format, job.register) });
  const { bytes, name, register, today } = job;
  const table = await readRegisterBytes(bytes, name);
  if (!table.ok) return table;
  const preview = previewRegister(table.value, register, name, { createId, today });
  return preview.ok ? ok({ do: 'preview', preview: preview.value }) : preview;
});
