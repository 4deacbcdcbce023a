import { existsSync } from 'node:fs';
import { appError, AppFailure } from '../../shared/errors/errors.ts';
import { isWorkspaceName, WORKSPACE_ENDING } from '../host/desk/browse-folder.ts';

/** Throws `argument-invalid` where a file is to be made that would not be known as a Leitbild. One that is there may have any name. */
export function proveEnding(path: string, argument: string): void {
  if (existsSync(path) || isWorkspaceName(path)) return;
  throw new AppFailure(
    appError('argument-invalid', { argument, reason: 'ending', allowed: WORKSPACE_ENDING }),
  );
}
