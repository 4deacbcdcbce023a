import type { Adoption, FrozenEdition } from '../../../shared/editions/edition.ts';
import { freezeEdition } from '../../../shared/editions/freeze.ts';
import { appError } from '../../../shared/errors/errors.ts';
import { fail, type Result } from '../../../shared/errors/result.ts';
import { listNamings } from '../../../shared/register/namings-room.ts';
import { checkPrintable } from '../export/pdf/check-printable.ts';
import type { HostPorts } from '../ports.ts';
import { readStoredRoom } from '../workspace/edit-room.ts';
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
 * The edition that freezing the draft now would store; nothing is stored. Its participants are the institutions that
 * take part and have not refused to be named in the edition of this label. Fails as `freezeDraft` does.
 */
export function planFreeze(
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
  const namings = readStoredRoom(workspace, 'process', (process) => listNamings(process, label));
  return freezeEdition({
    ...content,
    participants: content.participants.filter(({ id }) => namings.get(id) !== 'no'),
    label,
    title: given.title ?? content.title,
    subtitle: given.subtitle ?? content.subtitle,
    municipality: given.municipality ?? content.municipality,
    adoption,
    frozenAt,
    previous: editions.at(-1)?.hash ?? null,
  });
}

/**
 * Freezes the draft as an edition and stores it. The draft goes on as it is. Fails as `takeDraft` and `freezeEdition`
 * do, and with `edition-exists`; then nothing is stored. What cannot be printed is not noticed here.
 */
export function freezeDraft(
  workspace: Workspace,
  options: FreezeOptions,
  ports: HostPorts,
): Result<FrozenEdition> {
  const frozen = planFreeze(workspace, options, ports);
  if (!frozen.ok) return frozen;
  const stored = workspace.editions.insert(frozen.value);
  return stored.ok ? frozen : stored;
}

/**
 * Freezes the draft only if all of it can be printed, and stores the edition unless `dryRun`. For a workspace that
 * nobody else writes meanwhile. Fails as `freezeDraft` does, and with `glyph-missing`; then nothing is stored.
 */
export async function freezePrintable(
  workspace: Workspace,
  options: FreezeOptions & { readonly dryRun: boolean },
  ports: HostPorts,
): Promise<Result<FrozenEdition>> {
  const frozen = planFreeze(workspace, options, ports);
  if (!frozen.ok) return frozen;
  const printable = await checkPrintable({ state: 'edition', edition: frozen.value });
  if (!printable.ok) return printable;
  if (options.dryRun) return frozen;
  const stored = workspace.editions.insert(frozen.value);
  return stored.ok ? frozen : stored;
}
