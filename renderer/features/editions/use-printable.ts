import { useEffect, useState } from 'react';
import type { AppError } from '../../../shared/errors/errors.ts';
import { useApi } from '../../client/session-context.tsx';

/** Whether the draft as it stands can be printed. */
export type Printable =
  | { readonly state: 'running' }
  | { readonly state: 'done'; readonly pages: number }
  | { readonly state: 'failed'; readonly error: AppError };

/** Has the draft set once, as a print preview would. */
export function usePrintable(): Printable {
  const api = useApi();
  const [printable, setPrintable] = useState<Printable>({ state: 'running' });
  useEffect(() => {
    let left = false;
    const ask = async (): Promise<void> => {
      const answered = await api('print.preview', { variant: 'pdf' });
      if (left) return;
      if (!answered.ok) setPrintable({ state: 'failed', error: answered.error });
      else if (answered.value.state === 'ready') setPrintable({ state: 'done', pages: answered.value.pages });
      // A preview that is open has asked meanwhile.
      else await ask();
    };
    void ask();
    return () => {
      left = true;
    };
  }, [api]);
  return printable;
}
