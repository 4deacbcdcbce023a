import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { appError } from '../../../shared/errors/errors.ts';
import { fail, ok, type Result } from '../../../shared/errors/result.ts';

/** Where the page that goes out by mail lies beside the folder of the built app. */
export function offlinePageBeside(appFolder: string): string {
  return join(appFolder, '../offline/index.html');
}

/** Reads the built page. Fails with `file-missing` where there is none. */
export function readOfflinePage(path: string | null): Result<string> {
  if (path === null) return fail(appError('file-missing', { path: 'offline/index.html' }));
  try {
    return ok(readFileSync(path, 'utf8'));
  } catch {
    // Whatever keeps it from being read, it was not built here, or not whole.
    return fail(appError('file-missing', { path }));
  }
}
