import { appError, type AppError } from '../../../shared/errors/errors.ts';
import type { Workspace } from '../workspace/workspace.ts';

/**
 * The refusal of what may be done in one file of a Leitbild alone, where this file follows another; null where it does
 * not. A file that has left its host goes on as a copy: it does not become a second original.
 */
export function onlyUpstream({ path, upstreams }: Pick<Workspace, 'path' | 'upstreams'>): AppError | null {
  const upstream = upstreams.current();
  return upstream === null ? null : appError('workspace-follows', { path, base: upstream.base });
}
