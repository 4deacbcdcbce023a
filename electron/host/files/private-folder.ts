import { lstatSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { getuid, kill, pid } from 'node:process';

/** What a private folder is for: files that go in and out, copies to prove, copies to read. */
type Purpose = 'spool' | 'aside' | 'reading';

const NAME = /^leitbild-(?:spool|aside|reading)-(\d+)-/;

/** The beginning of the name of a private folder of this process; `mkdtemp` makes it with mode 0700. */
export function privateFolderIn(parent: string, purpose: Purpose): string {
  return join(parent, `leitbild-${purpose}-${String(pid)}-`);
}

/**
 * Removes the private folders that this user's processes which are no more have left in a folder that many share. What
 * cannot be removed stays for the next time: nobody is kept from his work by it.
 */
export function removeLeftovers(parent: string): void {
  for (const name of namesIn(parent)) {
    const owner = NAME.exec(name)?.[1];
    if (owner !== undefined && !isRunning(Number(owner))) removeIfOurs(join(parent, name));
  }
}

function namesIn(parent: string): readonly string[] {
  try {
    return readdirSync(parent);
  } catch (error) {
    if (isFileError(error)) return [];
    throw error;
  }
}

/**
 * Only what this user made. In the folder of somebody else, links could be put in our way while we go through it, which
 * lead to our own files.
 */
function removeIfOurs(path: string): void {
  try {
    const found = lstatSync(path);
    const isOurs = found.isDirectory() && (getuid === undefined || found.uid === getuid());
    if (isOurs) rmSync(path, { recursive: true, force: true });
  } catch (error) {
    if (!isFileError(error)) throw error;
  }
}

function isRunning(process: number): boolean {
  try {
    return kill(process, 0);
  } catch (error) {
    return isFileError(error) && error.code === 'EPERM';
  }
}

/** Whether it is the system that refused, not a fault of ours. */
function isFileError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'code' in error;
}
