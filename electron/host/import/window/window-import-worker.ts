import { randomBytes } from 'node:crypto';
import { ok } from '../../../../shared/errors/result.ts';
import { idFromBytes } from '../../../../shared/ids/ids.ts';
import { serveJobs } from '../../worker/serve-jobs.ts';
import { buildImport, factsOf } from '../import-source.ts';
import { readSource } from '../read-source.ts';
import { declareBlocks } from '../structure/declare-blocks.ts';
import { viewBlocks } from '../view-blocks.ts';
import type { BuiltImport, WindowImportJob } from './window-import.ts';

const createId = () => idFromBytes(randomBytes(12));

serveJobs<WindowImportJob, BuiltImport>(async (job, report) => {
  const step = (done: number): void => report({ phase: 'import', done, total: 4 });
  step(0);
  const { profile } = job;
  if (job.do === 'read') {
    const source = await readSource(job.bytes, job.name, job);
    if (!source.ok) return source;
    step(1);
    const facts = factsOf(job.bytes, source.value);
    const { plan, result } = buildImport(source.value, facts, { profile, createId }, step);
    step(4);
    return ok({ read: { source: source.value, facts }, plan, blocks: viewBlocks(source.value, result, []) });
  }
  const { source, facts, changes } = job;
  const declared = declareBlocks(source, changes, profile);
  if (!declared.ok) return declared;
  step(1);
  const { plan, result } = buildImport(declared.value, facts, { profile, createId }, step);
  step(4);
  return ok({ read: null, plan, blocks: viewBlocks(source, result, changes) });
});
