import { randomUUID } from 'node:crypto';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { appError, type AppError } from '../../../shared/errors/errors.ts';
import { fail, ok, type Result } from '../../../shared/errors/result.ts';

/**
 * Writes a file whole or not at all: to a name beside it, synced to disk, then renamed over it. Makes the folder
 * where it is missing. Fails with `disk-full` or `file-unwritable`; then an older file of that name is untouched.
 */
export async function writeFileWhole(path: string, bytes: Uint8Array): Promise<Result<void>> {
  const temporary = join(dirname(path), `.${randomUUID()}.tmp`);
  try {
    await mkdir(dirname(path), { recursive: true });
    const file = await open(temporary, 'wx');
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
    return ok(undefined);
  } catch (error) {
    // What went wrong first is what the user is told, even if the leftover cannot be removed either.
    await rm(temporary, { force: true }).catch(() => undefined);
    return fail(writeError(error, path));
  }
}

/** Turns what the file system threw on writing into an error with a code. */
export function writeError(error: unknown, path: string): AppError {
  const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  return reason === 'ENOSPC' || reason === 'EDQUOT'
    ? appError('disk-full', { path })
    : appError('file-unwritable', { path, reason });
}
