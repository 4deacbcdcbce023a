import { useCallback, useEffect, useRef, useState } from 'react';
import type { JobResult } from '../../../shared/api/job-calls.ts';
import { appError, type AppError } from '../../../shared/errors/errors.ts';
import type { BlockChange, ImportView } from '../../../shared/import/import-view.ts';
import { MAX_SOURCE_BYTES } from '../../../shared/import/source-limit.ts';
import { useJob, type JobProgress } from '../../client/jobs.ts';
import { readUpload } from '../../client/read-upload.ts';
import { useSession } from '../../client/session-context.tsx';

export type AppliedImport = Extract<JobResult, { kind: 'import-applied' }>;

/** Where an import stands. */
export type ImportStage =
  /** After a failure, `again` is the document that may be sent once more; null where that would be of no use. */
  | { readonly kind: 'choose'; readonly failure: AppError | null; readonly again: File | null }
  /** `sent` is the share that is on the host, 0 to 1; null once all of it is. */
  | { readonly kind: 'reading'; readonly name: string; readonly sent: number | null }
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
  /** Ends what runs, sending or reading; back to choosing where nothing is there to show. */
  readonly cancel: () => void;
}

/** Takes one document from the file to the text, step by step; a document handed over at the start is read at once. */
export function useImport(): ImportWork {
  const session = useSession();
  const { api, http } = session;
  const given = session.place.intent?.source ?? null;
  const [stage, setStage] = useState<ImportStage>(nothingChosen);
  const { progress, run, cancel: cancelJob } = useJob();
  const sending = useRef<AbortController | null>(null);
  useEffect(() => () => sending.current?.abort(), []);

  const show = useCallback(
    async (plan: string, fallback: ImportStage) => {
      const view = await api('import.get', { plan });
      setStage(
        view.ok
          ? { kind: 'preview', view: view.value, work: null, failure: null }
          : fallback.kind === 'preview'
            ? { ...fallback, work: null, failure: view.error }
            : { ...nothingChosen, failure: view.error },
      );
    },
    [api],
  );

  const plan = useCallback(
    async (upload: string, name: string, accept: boolean) => {
      setStage({ kind: 'reading', name, sent: null });
      const planned = await run(() =>
        api('import.plan', { upload, name, ...(accept && { acceptTrackedChanges: true }) }),
      );
      if (planned.ok) {
        if (planned.value.kind === 'import-plan') await show(planned.value.plan, nothingChosen);
        return null;
      }
      const { error } = planned;
      if (error.code === 'docx-tracked-changes') {
        const { insertions, deletions } = error.details;
        setStage({ kind: 'tracked', name, upload, insertions, deletions });
      } else setStage({ ...nothingChosen, failure: error.code === 'cancelled' ? null : error });
      return error;
    },
    [api, run, show],
  );

  const choose = useCallback(
    async (file: File) => {
      sending.current?.abort();
      if (file.size > MAX_SOURCE_BYTES) {
        setStage({ ...nothingChosen, failure: tooLarge(file, MAX_SOURCE_BYTES) });
        return;
      }
      const controller = new AbortController();
      sending.current = controller;
      const { name } = file;
      setStage({ kind: 'reading', name, sent: 0 });
      const sent = await http.upload('/uploads', file, {
        signal: controller.signal,
        onProgress: (done, total) => {
          if (sending.current === controller)
            setStage({ kind: 'reading', name, sent: total > 0 ? done / total : 0 });
        },
      });
      if (sending.current !== controller) return;
      sending.current = null;
      const upload = sent.ok ? readUpload(sent.value, 'uploads') : sent;
      if (upload.ok) await plan(upload.value, name, false);
      else if (upload.error.code === 'cancelled') setStage(nothingChosen);
      else if (upload.error.code === 'request-too-large')
        setStage({ ...nothingChosen, failure: tooLarge(file, upload.error.details.limit) });
      else setStage({ kind: 'choose', failure: upload.error, again: file });
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
        if (error?.code === 'upload-unknown') setStage(nothingChosen);
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
    cancel: () => {
      sending.current?.abort();
      cancelJob();
    },
  };
}

const nothingChosen = { kind: 'choose', failure: null, again: null } as const;

function tooLarge({ name, size }: File, limit: number): AppError {
  return appError('file-too-large', { path: name, bytes: size, limit });
}
