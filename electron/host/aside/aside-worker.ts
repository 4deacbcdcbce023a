import type { FrozenEdition } from '../../../shared/editions/edition.ts';
import type { AppError } from '../../../shared/errors/errors.ts';
import { fail, type Result } from '../../../shared/errors/result.ts';
import { planFreeze } from '../editions/freeze-draft.ts';
import { checkPrintable } from '../export/pdf/check-printable.ts';
import type { HostPorts } from '../ports.ts';
import { serveJobs } from '../worker/serve-jobs.ts';
import { openWorkspace } from '../workspace/open-workspace.ts';
import type { VerifiedWorkspace, Workspace } from '../workspace/workspace.ts';
import type { AsideJob } from './aside-job.ts';

serveJobs<AsideJob, VerifiedWorkspace | FrozenEdition>(async (job) => {
  const now = job.kind === 'verify' ? '' : job.now;
  const ports: HostPorts = { clock: { now: () => now }, createId: refuseIds };
  // For writing, because a copy is in WAL mode, which a reader would have to copy once more. It is ours.
  const opened = openWorkspace(job.path, { ports });
  if (!opened.ok) return fail(nameOriginal(opened.error, job.original));
  const done = await perform(opened.value, job, ports);
  opened.value.close();
  return done.ok ? done : fail(nameOriginal(done.error, job.original));
});

async function perform(
  workspace: Workspace,
  job: AsideJob,
  ports: HostPorts,
): Promise<Result<VerifiedWorkspace | FrozenEdition>> {
  if (job.kind === 'verify') return workspace.verify();
  const planned = planFreeze(workspace, job.options, ports);
  if (!planned.ok) return planned;
  const printable = await checkPrintable({ state: 'edition', edition: planned.value });
  return printable.ok ? planned : printable;
}

/** What is only read or planned makes no ids. */
function refuseIds(): never {
  throw new Error('no ids are made aside');
}

function nameOriginal({ code, details }: AppError, path: string): AppError {
  return { code, details: 'path' in details ? { ...details, path } : details } as AppError;
}
