import type { RegisterFormat } from '../../../shared/api/register-calls.ts';
import type { RegisterEntry } from '../../../shared/register/institution.ts';
import type { RegisterPreview } from '../../../shared/register/register-preview.ts';
import { createWorkerRunner, type WorkerRunner } from '../worker/worker-runner.ts';

/** A table to be read and compared with the register as it was when it was asked for. */
export interface PreviewJob {
  readonly do: 'preview';
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly register: readonly RegisterEntry[];
  /** `YYYY-MM-DD`. */
  readonly today: string;
}

/** The register to be written as a table. */
export interface WriteJob {
  readonly do: 'write';
  readonly format: RegisterFormat;
  readonly register: readonly RegisterEntry[];
}

export type RegisterWork =
  | { readonly do: 'preview'; readonly preview: RegisterPreview }
  | { readonly do: 'write'; readonly bytes: Uint8Array };

/**
 * Reads and writes tables in one thread: with thousands of rows that takes a second, in which nobody in the rooms may
 * wait. Fails as reading fails, `cancelled` or `worker-failed`.
 */
export type RegisterWorker = WorkerRunner<PreviewJob | WriteJob, RegisterWork>;

/** Makes it; the thread starts with the first job. */
export function createRegisterWorker(): RegisterWorker {
  return createWorkerRunner(new URL('./register-worker.ts', import.meta.url));
}
