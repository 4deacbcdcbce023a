import type { Adoption, FrozenEdition } from '../../../shared/editions/edition.ts';
import { freezeEdition } from '../../../shared/editions/freeze.ts';
import { appError } from '../../../shared/errors/errors.ts';
import { fail, type Result } from '../../../shared/errors/result.ts';
import type { HostPorts } from '../ports.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { takeDraft } from './draft.ts';

/** What is said when freezing; what is left out comes from the draft's own header. */
export interface FreezeOptions {
  readonly label: string;
  readonly title?: string | undefined;
  readonly subtitle?: string | undefined;
  readonly municipality?: string | undefined;
  readonly adoption: Adoption | null;
}

/**
 * Freezes the draft as an edition and stores it. The draft goes on as it is. Fails as `takeDraft` and `freezeEdition` do, and with `edition-exists`; then nothing is stored.
 */
export function freezeDraft(
  workspace: Workspace,
  { label, adoption, ...given }: FreezeOptions,
  ports: HostPorts,
): Result<FrozenEdition> {
  const editions = workspace.editions.list();
  if (editions.some((edition) => edition.label === label)) return fail(appError('edition-exists', { label }));
  const frozenAt = ports.clock.now();
  const draft = takeDraft(workspace, frozenAt);
  if (!draft.ok) return draft;
  const { content } = draft.value;
  const frozen = freezeEdition({
    ...content,
    label,
    title: given.title ?? content.title,
    subtitle: given.subtitle ?? content.subtitle,
    municipality: given.municipality ?? content.municipality,
    adoption,
    frozenAt,
    previous: editions.at(-1)?.hash ?? null,
  });
  if (!frozen.ok) return frozen;
  const stored = workspace.editions.insert(frozen.value);
  return stored.ok ? frozen : stored;
}
