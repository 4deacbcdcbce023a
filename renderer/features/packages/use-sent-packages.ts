import { useCallback, useEffect, useState } from 'react';
import type { SentLine } from '../../../shared/api/package-calls.ts';
import type { AppError } from '../../../shared/errors/errors.ts';
import { useApi } from '../../client/session-context.tsx';

/** What went out, and what became of it. */
export interface SentPackages {
  /** Null until it is read. */
  readonly lines: readonly SentLine[] | null;
  readonly fault: AppError | null;
  readonly reload: () => Promise<void>;
  /** Takes no answer to these packages any more; gives whether that is so. */
  readonly withdraw: (line: SentLine) => Promise<boolean>;
}

/** Reads what went out when the view opens, and whenever it is asked to. */
export function useSentPackages(): SentPackages {
  const api = useApi();
  const [lines, setLines] = useState<readonly SentLine[] | null>(null);
  const [fault, setFault] = useState<AppError | null>(null);
  const reload = useCallback(async () => {
    const read = await api('packages.sent', {});
    if (read.ok) setLines(read.value);
    setFault(read.ok ? null : read.error);
  }, [api]);
  useEffect(() => {
    void Promise.resolve().then(reload);
  }, [reload]);
  const withdraw = async ({ author }: SentLine): Promise<boolean> => {
    const done = await api('packages.withdraw', { author });
    if (done.ok) await reload();
    else setFault(done.error);
    return done.ok;
  };
  return { lines, fault, reload, withdraw };
}
