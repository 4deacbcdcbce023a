import { useState } from 'react';
import type { StartedJob } from '../../../shared/api/job-calls.ts';
import type { AppError } from '../../../shared/errors/errors.ts';
import type { Result } from '../../../shared/errors/result.ts';
import { useJob, type JobProgress } from '../../client/jobs.ts';
import { useSession } from '../../client/session-context.tsx';
import { saveFile, type FileResult, type SavedFile } from './save-file.ts';

/** A job of the host whose result is a file, and where that file went. */
export interface FileJob {
  readonly fault: AppError | null;
  /** Null as long as there is none. */
  readonly file: FileResult | null;
  readonly saved: SavedFile | null;
  /** Null while nothing runs. */
  readonly progress: JobProgress | null;
  /** Begins it; where it makes a file, the person is asked where to. Cancelling is no fault. */
  readonly start: (begin: () => Promise<Result<StartedJob>>) => Promise<void>;
  /** Asks once more where the file is to go. */
  readonly save: () => Promise<void>;
  /** Forgets the file, for another one. */
  readonly again: () => void;
  readonly cancel: () => void;
}

/** Runs such a job; `title` is that of the dialog in which the system asks where to. */
export function useFileJob(title: string): FileJob {
  const session = useSession();
  const [fault, setFault] = useState<AppError | null>(null);
  const [file, setFile] = useState<FileResult | null>(null);
  const [saved, setSaved] = useState<SavedFile | null>(null);
  const { progress, run, cancel } = useJob();

  const keep = async (result: FileResult): Promise<void> => {
    const outcome = await saveFile(result, session, window, title);
    if (outcome.ok) setSaved(outcome.value);
    else setFault(outcome.error);
  };
  return {
    ...{ fault, file, saved, progress, cancel },
    async start(begin) {
      setFault(null);
      const done = await run(begin);
      if (!done.ok) {
        if (done.error.code !== 'cancelled') setFault(done.error);
      } else if (done.value.kind === 'file') {
        setFile(done.value);
        await keep(done.value);
      }
    },
    async save() {
      if (file !== null) await keep(file);
    },
    again() {
      setFile(null);
      setSaved(null);
      setFault(null);
    },
  };
}
