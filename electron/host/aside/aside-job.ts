import type { FreezeOptions } from '../editions/freeze-draft.ts';

/** What the thread is to do with a copy of a file. `path` is the copy, `original` the name under which errors tell it. */
export type AsideJob = { readonly path: string; readonly original: string } & (
  | { readonly kind: 'verify' }
  | { readonly kind: 'plan-freeze'; readonly options: FreezeOptions; readonly now: string }
);
