import { listVoices } from '../../../shared/contributions/voices-room.ts';
import { listDecisions } from '../../../shared/decisions/decisions-room.ts';
import { editionDecisions } from '../../../shared/decisions/edition-decisions.ts';
import type { EditionContent, EditionDecision } from '../../../shared/editions/edition.ts';
import type { LeitbildDocument } from '../../../shared/schema/document.ts';
import type { ReadRoom } from '../editions/draft.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** What was decided on the way to the draft since the edition before. Throws `AppFailure` where the file cannot be read. */
export function decisionsOfDraft(
  workspace: Pick<Workspace, 'editions'>,
  document: LeitbildDocument,
  readRoom: ReadRoom,
): readonly EditionDecision[] {
  const records = readRoom('decisions', listDecisions);
  if (records.length === 0) return [];
  return editionDecisions(document, records, readRoom('voices', listVoices), keptBefore(workspace));
}

/** Of an edition that cannot be read nothing is known: what it kept is then kept once more, rather than never. */
function keptBefore({ editions }: Pick<Workspace, 'editions'>): ReadonlySet<string> {
  const kept = new Set<string>();
  for (const { label } of editions.list()) {
    const bytes = editions.canonicalBytes(label);
    if (!bytes.ok) continue;
    const content = JSON.parse(Buffer.from(bytes.value).toString('utf8')) as EditionContent;
    for (const { id } of content.decisions) kept.add(id);
  }
  return kept;
}
