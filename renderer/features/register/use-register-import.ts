import { useState } from 'react';
import type { OutputOf } from '../../../shared/api/contract.ts';
import type { RegisterPlan } from '../../../shared/api/register-calls.ts';
import type { AppError } from '../../../shared/errors/errors.ts';
import type { RegisterAnswer } from '../../../shared/register/register-answers.ts';
import { readUpload } from '../../client/read-upload.ts';
import { useSession } from '../../client/session-context.tsx';

/** A list that was read, with what was answered to it so far. */
export interface ReadList {
  readonly upload: string;
  readonly name: string;
  readonly plan: RegisterPlan;
  readonly answers: readonly RegisterAnswer[];
}

/** What a person does with a list. */
export interface RegisterImport {
  readonly list: ReadList | null;
  readonly isBusy: boolean;
  readonly failure: AppError | null;
  readonly choose: (file: File) => void;
  readonly answer: (answers: readonly RegisterAnswer[]) => void;
  readonly apply: (removeMissing: boolean) => void;
}

/**
 * Takes one list from the file to the register: read by the host, answered here, written by the host. Where the register
 * was changed meanwhile, the preview is made anew; what was answered to it counts no more.
 */
export function useRegisterImport(
  onApplied: (applied: OutputOf<'register.importApply'>) => void,
): RegisterImport {
  const { api, http } = useSession();
  const [list, setList] = useState<ReadList | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<AppError | null>(null);

  const preview = async (upload: string, name: string): Promise<void> => {
    const plan = await api('register.importPlan', { upload, name });
    setList(plan.ok ? { upload, name, plan: plan.value, answers: [] } : null);
    if (!plan.ok) setFailure(plan.error);
  };
  const work = async (step: () => Promise<void>): Promise<void> => {
    setBusy(true);
    setFailure(null);
    await step();
    setBusy(false);
  };
  return {
    list,
    isBusy,
    failure,
    choose(file) {
      void work(async () => {
        const sent = await http.upload('/uploads', file);
        const upload = sent.ok ? readUpload(sent.value, 'uploads') : sent;
        if (upload.ok) await preview(upload.value, file.name);
        else {
          setList(null);
          setFailure(upload.error);
        }
      });
    },
    answer(answers) {
      const rows = new Set(answers.map(({ row }) => row));
      setList(
        (now) => now && { ...now, answers: [...now.answers.filter(({ row }) => !rows.has(row)), ...answers] },
      );
    },
    apply(removeMissing) {
      if (list === null) return;
      const { upload, name, plan, answers } = list;
      void work(async () => {
        const input = { upload, name, seen: plan.seen, answers: [...answers], removeMissing };
        const applied = await api('register.importApply', input);
        if (applied.ok) {
          onApplied(applied.value);
          return;
        }
        setFailure(applied.error);
        if (applied.error.code === 'register-changed') await preview(upload, name);
      });
    },
  };
}
