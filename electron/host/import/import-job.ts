import type { Result } from '../../../shared/errors/result.ts';
import type { Profile } from '../../../shared/schema/profile.ts';
import { createWorkerRunner, type JobOptions } from '../worker/worker-runner.ts';
import type { ImportPlan } from './import-source.ts';

/** What a worker needs to plan an import. */
export interface ImportJob {
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly profile: Profile;
  readonly acceptTrackedChanges: boolean;
}

/**
 * Plans an import in a worker thread of its own, so that it reports progress and can be cancelled at any moment.
 * Fails as `planImport` does, and with `cancelled` or `worker-failed`.
 */
export async function planImportInWorker(job: ImportJob, options: JobOptions): Promise<Result<ImportPlan>> {
  const runner = createWorkerRunner<ImportJob, ImportPlan>(new URL('./import-worker.ts', import.meta.url));
  try {
    return await runner.run(job, options);
  } finally {
    await runner.close();
  }
}
