import { useState } from 'react';
import type { PackageInspection } from '../../../shared/api/package-calls.ts';
import type { JobResult } from '../../../shared/api/job-calls.ts';
import type { AppError } from '../../../shared/errors/errors.ts';
import type { Result } from '../../../shared/errors/result.ts';
import type { Sha256 } from '../../../shared/ids/ids.ts';
import { useJob, type JobProgress } from '../../client/jobs.ts';
import { readUpload } from '../../client/read-upload.ts';
import { useSession } from '../../client/session-context.tsx';
import type { ChosenRecords } from './choice.ts';

/** What came of taking answers, in numbers. */
export type AppliedPackages = Extract<JobResult, { kind: 'packages-applied' }>;

/** Answers on their way from a file to the contributions. */
export interface AnswersWork {
  readonly inspection: PackageInspection | null;
  readonly fault: AppError | null;
  readonly applied: AppliedPackages | null;
  /** What runs: a file is read, or answers are taken. */
  readonly work: 'reading' | 'applying' | null;
  readonly progress: JobProgress | null;
  readonly choose: (file: File) => Promise<void>;
  /** Takes these records of these answers; gives whether that came to its end. */
  readonly apply: (
    wanted: readonly { readonly answer: Sha256; readonly records: ChosenRecords }[],
    takeLate: boolean,
  ) => Promise<boolean>;
  readonly cancel: () => void;
}

/** Reads one file at a time, and takes what was chosen of it. */
export function useAnswers(): AnswersWork {
  const { api, http } = useSession();
  const { progress, run, cancel } = useJob();
  const [inspection, setInspection] = useState<PackageInspection | null>(null);
  const [fault, setFault] = useState<AppError | null>(null);
  const [applied, setApplied] = useState<AppliedPackages | null>(null);
  const [work, setWork] = useState<AnswersWork['work']>(null);

  const tell = (result: Result<unknown>): void => {
    setFault(result.ok || result.error.code === 'cancelled' ? null : result.error);
  };
  const read = async (id: string): Promise<void> => {
    const report = await api('packages.report', { inspection: id });
    tell(report);
    if (report.ok) setInspection(report.value);
  };
  const inspect = async (file: File): Promise<void> => {
    const sent = await http.upload('/uploads', file, {});
    const upload = sent.ok ? readUpload(sent.value, 'uploads') : sent;
    if (!upload.ok) {
      tell(upload);
      return;
    }
    const name = file.name.slice(-255);
    const done = await run(() => api('packages.inspect', { upload: upload.value, name }));
    tell(done);
    if (done.ok && done.value.kind === 'package-inspection') await read(done.value.inspection);
  };
  return {
    ...{ inspection, fault, applied, work, progress, cancel },
    async choose(file) {
      setWork('reading');
      setApplied(null);
      setInspection(null);
      await inspect(file);
      setWork(null);
    },
    async apply(wanted, takeLate) {
      if (inspection === null) return false;
      setWork('applying');
      const take = wanted.map(({ answer, records }) => ({
        answer,
        records: records === 'all' ? records : [...records],
      }));
      const done = await run(() =>
        api('packages.apply', { inspection: inspection.inspection, take, takeLate }),
      );
      tell(done);
      const isDone = done.ok && done.value.kind === 'packages-applied';
      if (isDone) {
        setApplied(done.value);
        await read(inspection.inspection);
      }
      setWork(null);
      return isDone;
    },
  };
}
