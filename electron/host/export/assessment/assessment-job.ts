import type { AssessmentWanted } from '../../../../shared/api/assessment-calls.ts';
import type { DocumentHeader } from '../../../../shared/editions/edition.ts';
import type { Result } from '../../../../shared/errors/result.ts';
import type { RoundId } from '../../../../shared/ids/ids.ts';
import type { LeitbildDocument } from '../../../../shared/schema/document.ts';
import type { Profile } from '../../../../shared/schema/profile.ts';
import type { WrittenFile } from './assessment-file.ts';
import { createWorkerRunner, type JobOptions } from '../../worker/worker-runner.ts';

/** Rooms of which a job takes copies, as Yjs updates. */
type AssessedRoom = 'voices' | 'decisions' | 'process' | 'contacts';

/** What a worker needs to write a table or letters. */
export interface AssessmentJob {
  readonly wanted: AssessmentWanted;
  readonly rooms: Readonly<Record<AssessedRoom, Uint8Array>>;
  readonly header: DocumentHeader;
  readonly profile: Profile;
  /** The text of today. */
  readonly document: LeitbildDocument;
  /** What rounds asked about. */
  readonly bases: readonly { readonly round: RoundId; readonly document: LeitbildDocument }[];
  /** ISO 8601, UTC, to the second. */
  readonly createdAt: string;
}

/**
 * Writes a table or letters in a thread of their own, which ends with them: a large table takes a gigabyte. Fails with
 * `export-incomplete`, `typesetting-failed`, `cancelled` or `worker-failed`. Never rejects.
 */
export async function writeInWorker(
  job: AssessmentJob,
  options: JobOptions = {},
): Promise<Result<WrittenFile>> {
  const runner = createWorkerRunner<AssessmentJob, WrittenFile>(
    new URL('./assessment-worker.ts', import.meta.url),
  );
  try {
    return await runner.run(job, options);
  } finally {
    await runner.close();
  }
}
