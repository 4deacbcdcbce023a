import { chmodSync, writeFileSync } from 'node:fs';
import type { Result } from '../../../shared/errors/result.ts';
import { fail, ok } from '../../../shared/errors/result.ts';
import { writeError } from './write-file.ts';

/** Writes a secret into a file that only its owner may read. Fails with `file-unwritable` or `disk-full`. */
export function writeSecretFile(path: string, secret: string): Result<void> {
  try {
    writeFileSync(path, '', { mode: 0o600 });
    // The mode above counts only for a new file.
    chmodSync(path, 0o600);
    writeFileSync(path, `${secret}\n`);
    return ok(undefined);
  } catch (error) {
    return fail(writeError(error, path));
  }
}
