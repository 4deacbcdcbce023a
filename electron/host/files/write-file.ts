import { randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import { access, mkdir, open, realpath, rename, rm, stat } from 'node:fs/promises';
import { dirname, extname, join } from 'node:path';
import { appError, AppFailure, type AppError } from '../../../shared/errors/errors.ts';
import { fail, ok, type Result } from '../../../shared/errors/result.ts';

export interface WriteOptions {
  /** Files that the same command reads: they are never written over. */
  readonly inputs?: readonly string[];
}

/**
 * Writes a file whole or not at all: to a name beside it, synced to disk, then renamed over it; a link is followed.
 * Makes the folder where it is missing. An older file of that name is replaced, but never a Leitbild file, an input
 * of the command, or anything that is no ordinary, writable file (`target-protected`).
 * Fails also with `disk-full` or `file-unwritable`; then an older file is untouched.
 */
export async function writeFileWhole(
  path: string,
  bytes: Uint8Array,
  { inputs = [] }: WriteOptions = {},
): Promise<Result<void>> {
  let temporary: string | null = null;
  try {
    const target = await targetOf(path, inputs);
    temporary = join(dirname(target), `.${randomUUID()}.tmp`);
    const file = await open(temporary, 'wx');
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, target);
    return ok(undefined);
  } catch (error) {
    // What went wrong first is what the user is told, even if the leftover cannot be removed either.
    if (temporary !== null) await rm(temporary, { force: true }).catch(() => undefined);
    return fail(error instanceof AppFailure ? error.error : writeError(error, path));
  }
}

/** Turns what the file system threw on writing into an error with a code. */
export function writeError(error: unknown, path: string): AppError {
  const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  return reason === 'ENOSPC' || reason === 'EDQUOT'
    ? appError('disk-full', { path })
    : appError('file-unwritable', { path, reason });
}

/** Where a path really leads, and that it may be written there. */
async function targetOf(path: string, inputs: readonly string[]): Promise<string> {
  const protect = (reason: 'input' | 'leitbild' | 'not-a-file'): AppFailure =>
    new AppFailure(appError('target-protected', { path, reason }));
  const target = await realPathOf(path);
  // What SQLite finds beside a file, it takes for a part of it.
  const [, main] = /^(.+)-(?:wal|shm|journal)$/i.exec(target ?? path) ?? [];
  if (main !== undefined && (await realPathOf(main)) !== null) throw protect('leitbild');
  if (target === null) {
    await mkdir(dirname(path), { recursive: true });
    return path;
  }
  if (!(await stat(target)).isFile()) throw protect('not-a-file');
  // Told by its name: to open and close a file that this process has open would take its lock off.
  if (extname(target).toLowerCase() === '.leitbild') throw protect('leitbild');
  for (const input of inputs) if ((await realPathOf(input)) === target) throw protect('input');
  if (await isSqlite(target)) throw protect('leitbild');
  await access(target, constants.W_OK);
  return target;
}

async function realPathOf(path: string): Promise<string | null> {
  try {
    return await realpath(path);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

async function isSqlite(path: string): Promise<boolean> {
  const file = await open(path, 'r');
  try {
    const { buffer } = await file.read(Buffer.alloc(16), 0, 16, 0);
    return buffer.toString('latin1') === 'SQLite format 3\0';
  } finally {
    await file.close();
  }
}
