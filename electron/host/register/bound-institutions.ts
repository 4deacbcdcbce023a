import type { InstitutionId } from '../../../shared/ids/ids.ts';
import type { BoundReason } from '../../../shared/register/bound-reason.ts';
import { countVoices, hasWritten } from '../../../shared/register/spoken.ts';
import { listInstitutions } from '../../../shared/rooms/register-room.ts';
import type { ImportRooms } from '../import/import-rooms.ts';
import type { Workspace } from '../workspace/workspace.ts';

/**
 * Those that cannot be removed, and why: what they said or write, whoever was invited for them, or who became part of
 * them would be nobody's.
 */
export function boundInstitutions(
  workspace: Pick<Workspace, 'invitations'>,
  wanted: readonly InstitutionId[],
  rooms: Pick<ImportRooms, 'read'>,
): ReadonlyMap<InstitutionId, BoundReason> {
  if (wanted.length === 0) return new Map();
  const spoken = rooms.read('voices', countVoices);
  const invited = new Set(workspace.invitations.list().map(({ institution }) => institution));
  const successors = new Set(
    rooms.read('process', listInstitutions).flatMap(({ mergedInto }) => mergedInto ?? []),
  );
  const why = (id: InstitutionId): BoundReason | null => {
    if (spoken.has(id)) return 'spoken';
    if (rooms.read(`contributions/${id}`, hasWritten)) return 'written';
    if (invited.has(id)) return 'invited';
    return successors.has(id) ? 'merged' : null;
  };
  return new Map(
    wanted.flatMap((id) => {
      const reason = why(id);
      return reason === null ? [] : [[id, reason] as const];
    }),
  );
}
