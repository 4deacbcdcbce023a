import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { AppFailure } from '../../../shared/errors/errors.ts';
import { privateFolderIn, removeLeftovers } from '../files/private-folder.ts';
import { fromFileError } from './sqlite-errors.ts';

/** A copy that belongs to this process. */
export interface PrivateCopy {
  readonly path: string;
  readonly remove: () => void;
}

/**
 * Copies a workspace, with what an interrupted process left beside it, to a folder of its own in the system's
 * temporary folder, which only this user may read; what processes that were killed have left there goes. Throws
 * `AppFailure` (`disk-full`, `file-unreadable`).
 */
export function copyPrivately(path: string): PrivateCopy {
  removeLeftovers(tmpdir());
  const folder = mkdtempSync(privateFolderIn(tmpdir(), 'reading'));
  const copy = join(folder, basename(path));
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  try {
    for (const part of ['', '-wal', '-journal']) {
      if (part === '' || existsSync(path + part)) copyFileSync(path + part, copy + part);
    }
    return { path: copy, remove };
  } catch (error) {
    remove();
    const known = fromFileError(error, path, 'read');
    throw known === null ? error : new AppFailure(known);
  }
}
