import { statSync } from 'node:fs';
import { appError, AppFailure } from '../../../shared/errors/errors.ts';

/**
 * Proves that a path still leads to the file that was there at first. On POSIX an open file that was deleted or
 * replaced takes writes without complaint, and they are lost. Only asks for the file's status: opening it by other
 * means would drop the lock of SQLite. A proof holds for `every` milliseconds: between two of them a file could go
 * just as well between the question and the write.
 */
export function createFilePresence(
  path: string,
  { every, now }: { readonly every: number; readonly now: () => number },
): { prove(): void } {
  const statusOf = () => statSync(path, { bigint: true, throwIfNoEntry: false });
  const first = statusOf();
  let provenAt = -Infinity;
  return {
    prove() {
      const time = now();
      if (time - provenAt < every) return;
      const status = statusOf();
      if (status === undefined || status.ino !== first?.ino || status.dev !== first.dev) {
        throw new AppFailure(appError('workspace-missing', { path }));
      }
      provenAt = time;
    },
  };
}
