import { useCallback, useEffect, useRef, useState } from 'react';
import type { JobResult } from '../../../shared/api/job-calls.ts';
import { appError, type AppError } from '../../../shared/errors/errors.ts';
import type { BlockChange, ImportView } from '../../../shared/import/import-view.ts';
import { useJob, type JobProgress } from '../../client/jobs.ts';
import { readUpload } from '../../client/read-upload.ts';
import { useSession } from '../../client/session-context.tsx';

export type AppliedImport = Extract<JobResult, { kind: 'import-applied' }>;

/** Where an import stands. */
export type ImportStage =
  | { readonly kind: 'choose'; readonly failure: AppError | null }
  | { readonly kind: 'reading'; readonly name: string }
  /** The source has tracked changes; how to read them is for the person to say. */
  | {
      readonly kind: 'tracked';
      readonly name: string;
      readonly upload: string;
      readonly insertions: number;
      readonly deletions: number;
    }
  | {
      readonly kind: 'preview';
      readonly view: ImportView;
      readonly work: 'replan' | 'apply' | null;
      readonly failure: AppError | null;
    }
  | {
      readonly kind: 'applied';
      readonly view: ImportView;
      readonly result: AppliedImport;
      readonly undo: 'open' | 'running' | 'done' | AppError;
    };

/** What a person can do with an import. */
export interface ImportWork {
  readonly stage: ImportStage;
  /** How far the host has come; null where nothing runs. */
  readonly progress: JobProgress | null;
  readonly choose: (file: File) => void;
  readonly acceptTracked: () => void;
  /** Plans anew with all these corrections and only these. */
  readonly replan: (changes: readonly BlockChange[]) => void;
  readonly apply: (replaceGoals: boolean) => void;
  readonly undo: () => void;
  /** Ends what runs; back to choosing where nothing is there to show. */
  readonly cancel: () => void;
  readonly restart: () => void;
}

/** Takes one document from the file to the text, step by step; a document handed over at the start is read at once. */
export function useImport(): ImportWork {
  const session = useSession();
  const { api, http } = session;
  const given = session.place.intent?.source ?? null;
  const [stage, setStage] = useState<ImportStage>({ kind: 'choose', failure: null });
  const { progress, run, cancel: cancelJob } = useJob();

  const show = useCallback(
    async (plan: string, fallback: ImportStage) => {
      const view = await api('import.get', { plan });
      setStage(
        view.ok
          ? { kind: 'preview', view: view.value, work: null, failure: null }
          : fallback.kind === 'preview'
            ? { ...fallback, work: null, failure: view.error }
            : { kind: 'choose', failure: view.error },
      );
    },
    [api],
  );

  const plan = useCallback(
    async (upload: string, name: string, accept: boolean) => {
      setStage({ kind: 'reading', name });
      const planned = await run(() =>
        api('import.plan', { upload, name, ...(accept && { acceptTrackedChanges: true }) }),
      );
      if (planned.ok) {
        if (planned.value.kind === 'import-plan')
          await show(planned.value.plan, { kind: 'choose', failure: null });
        return null;
      }
      const { error } = planned;
      if (error.code === 'docx-tracked-changes') {
        const { insertions, deletions } = error.details;
        setStage({ kind: 'tracked', name, upload, insertions, deletions });
      } else setStage({ kind: 'choose', failure: error.code === 'cancelled' ? null : error });
      return error;
    },
    [api, run, show],
  );

  const choose = useCallback(
    async (file: File) => {
      setStage({ kind: 'reading', name: file.name });
      const sent = await http.upload('/uploads', file);
      const upload = sent.ok ? readUpload(sent.value, 'uploads') : sent;
      if (upload.ok) await plan(upload.value, file.name, false);
      else setStage({ kind: 'choose', failure: told(upload.error, file) });
    },
    [http, plan],
  );

  const begun = useRef(false);
  useEffect(() => {
    if (given === null || begun.current) return;
    begun.current = true;
    // Who opens the import again finds the document used up, and chooses another.
    void Promise.resolve()
      .then(() => plan(given.upload, given.name, false))
      .then((error) => {
        if (error?.code === 'upload-unknown') setStage({ kind: 'choose', failure: null });
      });
  }, [given, plan]);

  const replan = async (changes: readonly BlockChange[]): Promise<void> => {
    if (stage.kind !== 'preview') return;
    const working: ImportStage = { ...stage, work: 'replan', failure: null };
    setStage(working);
    const { plan: id } = stage.view;
    const planned = await run(() => api('import.replan', { plan: id, changes: [...changes] }));
    if (planned.ok) await show(id, working);
    else setStage({ ...stage, failure: planned.error.code === 'cancelled' ? null : planned.error });
  };

  const apply = async (replaceGoals: boolean): Promise<void> => {
    if (stage.kind !== 'preview') return;
    setStage({ ...stage, work: 'apply', failure: null });
    const { plan: id, changes } = stage.view;
    const applied = await run(() =>
      api('import.apply', { plan: id, changes: [...changes], ...(replaceGoals && { replaceGoals }) }),
    );
    if (!applied.ok) {
      setStage({ ...stage, work: null, failure: applied.error.code === 'cancelled' ? null : applied.error });
    } else if (applied.value.kind === 'import-applied') {
      setStage({ kind: 'applied', view: stage.view, result: applied.value, undo: 'open' });
    }
  };

  const undo = async (): Promise<void> => {
    if (stage.kind !== 'applied' || stage.result.import === null) return;
    setStage({ ...stage, undo: 'running' });
    const undone = await api('import.undo', { import: stage.result.import });
    setStage({ ...stage, undo: undone.ok ? 'done' : undone.error });
  };

  return {
    stage,
    progress,
    choose: (file) => void choose(file),
    acceptTracked: () => {
      if (stage.kind === 'tracked') void plan(stage.upload, stage.name, true);
    },
    replan: (changes) => void replan(changes),
    apply: (replaceGoals) => void apply(replaceGoals),
    undo: () => void undo(),
    cancel: cancelJob,
    restart: () => setStage({ kind: 'choose', failure: null }),
  };
}

/** A document that is too large is told as such, not as a request. */
function told(error: AppError, { name, size }: File): AppError {
  return error.code === 'request-too-large'
    ? appError('file-too-large', { path: name, bytes: size, limit: error.details.limit })
    : error;
}
