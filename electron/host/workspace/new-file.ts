import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  openSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import process from 'node:process';
import { appError, AppFailure } from '../../../shared/errors/errors.ts';
import { fromFileError } from './sqlite-errors.ts';

/**
 * Writes a file that did not exist, wholly or not at all, also where the process is killed or the power fails: the
 * bytes go into a hidden file in the same folder, which gets its name when they are on disk. Never overwrites.
 * Throws `AppFailure` (`workspace-exists`, `disk-full`, `file-unwritable`).
 */
export function writeNewFile(path: string, bytes: Uint8Array): void {
  if (existsSync(path)) throw new AppFailure(appError('workspace-exists', { path }));
  const temporary = join(dirname(path), `.${basename(path)}.${String(process.pid)}.creating`);
  try {
    rmSync(temporary, { force: true });
    writeFileSync(temporary, bytes, { flag: 'wx', flush: true });
    giveName(temporary, path);
    flushFolder(dirname(path));
  } catch (error) {
    const known = fromFileError(error, path, 'write');
    throw known === null ? error : new AppFailure(known);
  } finally {
    if (existsSync(temporary)) rmSync(temporary);
  }
}

function giveName(temporary: string, path: string): void {
  try {
    linkSync(temporary, path);
  } catch (error) {
    if (!hasCode(error, ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'])) throw error;
    // A stick with FAT knows no second names. Claiming the name first keeps a file that appeared meanwhile.
    closeSync(openSync(path, 'wx'));
    renameSync(temporary, path);
  }
}

function flushFolder(folder: string): void {
  let descriptor: number;
  try {
    descriptor = openSync(folder, 'r');
  } catch (error) {
    // Windows opens no folders, and keeps names safe by itself.
    if (hasCode(error, ['EPERM', 'EISDIR', 'EACCES'])) return;
    throw error;
  }
  try {
    fsyncSync(descriptor);
  } catch (error) {
    if (!hasCode(error, ['EINVAL', 'EPERM', 'EISDIR'])) throw error;
  } finally {
    closeSync(descriptor);
  }
}

function hasCode(error: unknown, codes: readonly string[]): boolean {
  return error instanceof Error && 'code' in error && codes.includes(String(error.code));
}
