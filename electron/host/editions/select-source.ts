import type { Publishable } from '../../../shared/editions/edition.ts';
import { ok, type Result } from '../../../shared/errors/result.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { takeDraft } from './draft.ts';

/** The label under which commands name the draft; no edition can be called so. */
export const draftLabel = 'draft';

/** An edition by its label, proved by its hash, or the draft. Fails with `edition-unknown` or `edition-changed`. */
export function selectSource(workspace: Workspace, label: string, now: string): Result<Publishable> {
  if (label === draftLabel) return takeDraft(workspace, now);
  const edition = workspace.editions.get(label);
  return edition.ok ? ok({ state: 'edition', edition: edition.value }) : edition;
}
