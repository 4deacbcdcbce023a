import type { Doc } from 'yjs';
import type { SentLine } from '../../../shared/api/package-calls.ts';
import { lastInPackages } from '../../../shared/contributions/voices-room.ts';
import type { RoomName } from '../../../shared/rooms/rooms.ts';
import type { Invitations } from '../invitations/invitations.ts';
import type { Workspace } from '../workspace/workspace.ts';

/**
 * What went out, and what became of it, by the author as whom an institution speaks in a round: in the order in which
 * each was first sent. Throws `AppFailure`.
 */
export function listSentPackages(deps: {
  readonly workspace: Workspace;
  readonly invitations: Pick<Invitations, 'isRevoked'>;
  readonly readRoom: <T>(room: RoomName, work: (doc: Doc) => T) => T;
}): readonly SentLine[] {
  const { workspace, invitations, readRoom } = deps;
  const answered = readRoom('voices', lastInPackages);
  const lines = new Map<string, SentLine>();
  for (const { invitation: author, round, institution, at } of workspace.packages.sent()) {
    const answeredAt = answered.get(author) ?? null;
    const stands = answeredAt === null ? 'out' : 'answered';
    const state = invitations.isRevoked(author) ? 'withdrawn' : stands;
    lines.set(author, { author, round, institution, at, state, answeredAt });
  }
  return [...lines.values()];
}
