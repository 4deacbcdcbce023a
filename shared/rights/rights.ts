import type { InstitutionId } from '../ids/ids.ts';
import type { RoomName } from '../rooms/rooms.ts';

/** What an invitation makes of its holder. `editor` writes the text, `delegate` speaks for one institution. */
export const roles = ['moderator', 'editor', 'delegate', 'reader'] as const;

export type Role = (typeof roles)[number];

/** Somebody who is connected: by an invitation, or as the window of the machine on which the host runs. */
export interface Principal {
  /** Id of the invitation, or `local` for the window of this machine. */
  readonly id: string;
  readonly role: Role;
  /** Whom a delegate speaks for; it gives no right to any other role. */
  readonly institution: InstitutionId | null;
}

/** What moderation has opened and closed; `shared/rooms/phase-room.ts` reads it from the process room. */
export interface Phase {
  /** A locked text stands still for everybody, moderation included: whoever wants to change it opens it first. */
  readonly text: 'open' | 'locked';
  /** What delegates may write: contributions, or only answers to proposed decisions and withdrawals, or nothing. */
  readonly contributions: 'open' | 'answers' | 'closed';
  /** Who may read the contributions of all institutions. */
  readonly voices: 'moderation' | 'everyone';
}

/** A right to a whole room. `write` includes `read`. */
export type Right = 'none' | 'read' | 'write';

/**
 * What somebody may do with a room in a phase: the one table of rights (DESIGN §3). Pure, so that the host can ask
 * it again on every message. The host itself may write everywhere; what is not named here is refused.
 */
export function rightOf(principal: Principal | 'host', room: RoomName, phase: Phase): Right {
  if (principal === 'host') return 'write';
  const isModerator = principal.role === 'moderator';
  switch (room) {
    case 'text':
      return phase.text === 'open' && (isModerator || principal.role === 'editor') ? 'write' : 'read';
    case 'process':
      return isModerator ? 'write' : 'read';
    case 'contacts':
      return isModerator ? 'write' : 'none';
    case 'decisions':
      return 'read';
    case 'voices':
      return isModerator || phase.voices === 'everyone' ? 'read' : 'none';
    default:
      if (!speaksFor(principal, room)) return 'none';
      return phase.contributions === 'closed' ? 'read' : 'write';
  }
}

function speaksFor(principal: Principal, room: `contributions/${InstitutionId}`): boolean {
  const { role, institution } = principal;
  return role === 'delegate' && institution !== null && room === `contributions/${institution}`;
}
