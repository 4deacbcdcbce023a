import { lstat, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { getuid, kill, pid } from 'node:process';

const NAME = /^leitbild-(?:spool|aside)-(\d+)-/;

/** The beginning of the name of a private folder of this process; `mkdtemp` makes it with mode 0700. */
export function privateFolderIn(parent: string, purpose: 'spool' | 'aside'): string {
  return join(parent, `leitbild-${purpose}-${String(pid)}-`);
}

/** Removes the private folders that this user's processes which are no more have left in a folder that many share. */
export async function removeLeftovers(parent: string): Promise<void> {
  for (const name of await readdir(parent)) {
    const owner = NAME.exec(name)?.[1];
    if (owner === undefined || isRunning(Number(owner))) continue;
    const path = join(parent, name);
    if (await isOurs(path)) await rm(path, { recursive: true, force: true }).catch(() => undefined);
  }
}

/**
 * Whether this user made a folder. In that of somebody else, links could be put in our way while we go through it, which
 * lead to our own files.
 */
async function isOurs(path: string): Promise<boolean> {
  const found = await lstat(path).catch(() => null);
  return found?.isDirectory() === true && (getuid === undefined || found.uid === getuid());
}

function isRunning(process: number): boolean {
  try {
    return kill(process, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
