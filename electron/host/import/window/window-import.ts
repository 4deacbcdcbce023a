import type { BlockChange, SourceBlockView } from '../../../../shared/import/import-view.ts';
import type { Result } from '../../../../shared/errors/result.ts';
import type { Profile } from '../../../../shared/schema/profile.ts';
import { createWorkerRunner, type JobOptions } from '../../worker/worker-runner.ts';
import type { SourceFacts } from '../import-report.ts';
import type { ImportPlan } from '../import-source.ts';
import type { SourceDocument } from '../source-document.ts';

/** What the worker of the import window is asked: to read a file and build it, or to build again with changes. */
export type WindowImportJob =
  | {
      readonly do: 'read';
      readonly bytes: Uint8Array;
      readonly name: string;
      readonly profile: Profile;
      readonly acceptTrackedChanges: boolean;
    }
  | {
      readonly do: 'build';
      readonly source: SourceDocument;
      readonly facts: SourceFacts;
      readonly profile: Profile;
      readonly changes: readonly BlockChange[];
    };

/** What was built, and from what. */
export interface BuiltImport {
  /** As it was read; absent where the caller has it. */
  readonly read: { readonly source: SourceDocument; readonly facts: SourceFacts } | null;
  readonly plan: ImportPlan;
  readonly blocks: readonly SourceBlockView[];
}

/** Reads and builds in one worker thread, which stays warm. */
export interface WindowImporter {
  /** Fails as reading fails, with `block-unknown` or `profile-mismatch`, `cancelled` or `worker-failed`. */
  run(job: WindowImportJob, options?: JobOptions): Promise<Result<BuiltImport>>;
  close(): Promise<void>;
}

/** Makes an importer; the thread starts with the first job. */
export function createWindowImporter(): WindowImporter {
  return createWorkerRunner<WindowImportJob, BuiltImport>(
    new URL('./window-import-worker.ts', import.meta.url),
  );
}
