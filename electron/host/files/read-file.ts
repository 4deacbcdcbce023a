import { readFile, stat } from 'node:fs/promises';
import { appError } from '../../../shared/errors/errors.ts';
import { fail, ok, type Result } from '../../../shared/errors/result.ts';

/**
 * Reads a file that a user named. Fails with `file-missing`, `file-unreadable`, `file-empty`, or `file-too-large`
 * above `limit` bytes, before anything of it is read.
 */
export async function readFileOf(path: string, limit: number): Promise<Result<Uint8Array>> {
  try {
    const found = await stat(path);
    if (!found.isFile()) return fail(appError('file-unreadable', { path, reason: 'not a file' }));
    if (found.size === 0) return fail(appError('file-empty', { path }));
    if (found.size > limit) return fail(appError('file-too-large', { path, bytes: found.size, limit }));
    return ok(await readFile(path));
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    if (reason === 'ENOENT' || reason === 'ENOTDIR') return fail(appError('file-missing', { path }));
    return fail(appError('file-unreadable', { path, reason }));
  }
}
