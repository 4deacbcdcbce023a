import { statSync } from 'node:fs';
import { appError, AppFailure } from '../../../shared/errors/errors.ts';

/**
 * Proves that a path still leads to the file that was there at first. On POSIX an open file that was deleted or
 * replaced takes writes without complaint, and they are lost. Only asks for the file's status: opening it by other
 * means would drop the lock of SQLite.
 */
export function createFilePresence(path: string): { prove(): void } {
  const statusOf = () => statSync(path, { bigint: true, throwIfNoEntry: false });
  const first = statusOf();
  return {
    prove() {
      const now = statusOf();
      if (now === undefined || now.ino !== first?.ino || now.dev !== first.dev) {
        throw new AppFailure(appError('workspace-missing', { path }));
      }
    },
  };
}
