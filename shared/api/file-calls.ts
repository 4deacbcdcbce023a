import { z } from 'zod';
import { call, storageErrors, type Call } from './call.ts';

/** Where a copy was written. */
export interface SavedCopy {
  readonly path: string;
  /** Whether the windows go on in it; they lose their connection for a moment and find it again by themselves. */
  readonly goesOn: boolean;
}

/** Calls about the file itself, for the window of its own machine. */
export const fileCalls = {
  /**
   * Writes all that the host holds into a new file, also where its own was deleted or replaced while it was open.
   * `path` null: beside where it was, under its own name if that is free. With `goOnThere` the host goes on in the copy,
   * under the same address, shared where it was, and takes what windows could not store meanwhile; only hosts of a desk can. Any other copy
   * follows nobody: the invitation that this file may have of another host is not in it.
   */
  'workspace.saveCopy': call<SavedCopy>()({
    method: 'POST',
    input: z.strictObject({
      path: z
        .string()
        .max(4_096)
        .regex(/^(\/|[A-Za-z]:[\\/]|\\\\)[^\0]*$/)
        .nullable(),
      goOnThere: z.boolean(),
    }),
    callers: ['moderator'],
    localOnly: true,
    errors: [...storageErrors, 'workspace-exists', 'argument-invalid'],
  }),
} as const satisfies Readonly<Record<string, Call>>;
