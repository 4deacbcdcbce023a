import type { ExportFormat } from '../../../shared/api/export-calls.ts';
import type { Publishable } from '../../../shared/editions/edition.ts';
import type { Result } from '../../../shared/errors/result.ts';
import type { AssetId } from '../../../shared/ids/ids.ts';
import { createWorkerRunner, type JobOptions } from '../worker/worker-runner.ts';

/** What a worker needs to write an edition or draft. */
export interface ExportJob {
  readonly source: Publishable;
  readonly assets: ReadonlyMap<AssetId, Uint8Array>;
  readonly format: ExportFormat;
}

/** Writes exports one after the other in one worker thread, which stays warm. */
export interface Exporter {
  /** Fails as `exportPublishable` does, and with `cancelled` or `worker-failed`. Never rejects. */
  run(job: ExportJob, options?: JobOptions): Promise<Result<Uint8Array>>;
  /** Ends the worker; what is under way is cancelled. */
  close(): Promise<void>;
}

/** Makes an exporter. The worker starts with the first job and does not keep the process alive when idle. */
export function createExporter(): Exporter {
  return createWorkerRunner<ExportJob, Uint8Array>(new URL('./export-worker.ts', import.meta.url));
}
