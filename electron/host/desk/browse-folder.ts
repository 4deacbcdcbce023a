import { accessSync, constants, existsSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { dirname, extname, join, resolve } from 'node:path';
import process from 'node:process';
import type { FolderEntry, FolderListing } from '../../../shared/api/desk-contract.ts';
import { appError } from '../../../shared/errors/errors.ts';
import { fail, ok, type Result } from '../../../shared/errors/result.ts';
import { isRoundPackage } from '../packages/open-round.ts';

/** How workspaces are recognised by people and their file managers. */
export const WORKSPACE_ENDING = '.leitbild';

/** The user's own folders. */
export interface UserFolders {
  readonly home: string;
  readonly documents: string;
  readonly desktop: string | null;
}

/** More than anybody scrolls through; what does not fit is said to be missing. */
const LIMIT = 2_000;

/**
 * Lists the folders and workspaces of a folder, by name, without hidden ones. Shows what the user running this process
 * may read, and no contents. Fails with `file-missing` or `file-unreadable`.
 */
export async function browseFolder(folder: string, folders: UserFolders): Promise<Result<FolderListing>> {
  const path = resolve(folder);
  try {
    const names = (await readdir(path, { withFileTypes: true }))
      .filter(({ name }) => !name.startsWith('.'))
      .filter((entry) => !entry.isFile() || canBeOpened(entry.name))
      .map(({ name }) => name)
      .sort((left, right) => left.localeCompare(right, 'de'));
    const entries: FolderEntry[] = [];
    for (const name of names) {
      if (entries.length === LIMIT) break;
      const entry = await entryOf(join(path, name), name);
      if (entry !== null) entries.push(entry);
    }
    const above = dirname(path);
    return ok({
      folder: path,
      parent: above === path ? null : above,
      writable: mayWrite(path),
      entries,
      more: entries.length === LIMIT && names.length > LIMIT,
      places: placesOf(folders),
    });
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : null;
    if (reason === null) throw error;
    return reason === 'ENOENT' || reason === 'ENOTDIR'
      ? fail(appError('file-missing', { path }))
      : fail(appError('file-unreadable', { path, reason }));
  }
}

/** Whether a name ends as the name of a workspace does. */
export function isWorkspaceName(name: string): boolean {
  return extname(name).toLowerCase() === WORKSPACE_ENDING;
}

/** A round package is opened as the file that is made from it. */
function canBeOpened(name: string): boolean {
  return isWorkspaceName(name) || isRoundPackage(name);
}

/** Null for what vanished meanwhile, may not be looked at, or is neither folder nor workspace behind a link. */
async function entryOf(path: string, name: string): Promise<FolderEntry | null> {
  try {
    const found = await stat(path);
    const changedAt = found.mtime.toISOString().replace(/\.\d+Z$/, 'Z');
    if (found.isDirectory()) return { kind: 'folder', name, path, changedAt };
    return found.isFile() && canBeOpened(name) ? { kind: 'workspace', name, path, changedAt } : null;
  } catch (error) {
    if (error instanceof Error && 'code' in error) return null;
    throw error;
  }
}

function mayWrite(path: string): boolean {
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

function placesOf({ home, documents, desktop }: UserFolders): FolderListing['places'] {
  const drives =
    process.platform === 'win32'
      ? Array.from({ length: 26 }, (_, index) => `${String.fromCharCode(65 + index)}:\\`).filter((path) =>
          existsSync(path),
        )
      : ['/media', '/Volumes', '/mnt'].filter((path) => existsSync(path));
  return [
    { kind: 'documents' as const, path: documents },
    ...(desktop === null ? [] : [{ kind: 'desktop' as const, path: desktop }]),
    { kind: 'home' as const, path: home },
    ...drives.map((path) => ({ kind: 'drive' as const, path })),
  ];
}
