import type { Phase, Right } from '../../../../../shared/rights/rights.ts';
import { isRoomName, type RoomName } from '../../../../../shared/rooms/rooms.ts';

/** Tokens of `people` in `sync-host.ts`; the two delegates speak for `verein-1` and `verein-2`. */
export const attackers = ['moderator', 'editor', 'reader', 'delegate', 'delegate2'] as const;

export type Attacker = (typeof attackers)[number];

export const attackedRooms = [
  'text',
  'process',
  'contacts',
  'decisions',
  'voices',
  'contributions/verein-1',
] as const;

export type AttackedRoom = (typeof attackedRooms)[number];

/** The room's name as the host takes it. */
export function nameOf(room: AttackedRoom): RoomName {
  if (!isRoomName(room)) throw new Error(`no room: ${room}`);
  return room;
}

/** Who may always read a room, whatever the phase, and so can bear witness to what arrives in it. */
export const witnesses: Readonly<Record<AttackedRoom, Attacker>> = {
  text: 'moderator',
  process: 'moderator',
  contacts: 'moderator',
  decisions: 'moderator',
  voices: 'moderator',
  'contributions/verein-1': 'delegate',
};

/**
 * DESIGN §3 once more, written out by hand and not taken from `shared/rights`. A cell has the right in the phases that
 * its row names: `w` write, `r` read, `-` nothing. Rows: moderator, editor, reader, delegate, other delegate.
 */
const table: Readonly<Record<AttackedRoom, (phase: Phase) => string>> = {
  text: ({ text }) => (text === 'open' ? 'wwrrr' : 'rrrrr'),
  process: () => 'wrrrr',
  contacts: () => 'w----',
  decisions: () => 'rrrrr',
  voices: ({ voices }) => (voices === 'everyone' ? 'rrrrr' : 'r----'),
  'contributions/verein-1': ({ contributions }) => (contributions === 'closed' ? '---r-' : '---w-'),
};

/** What the design grants; the test compares the host with it. */
export function expectedRight(who: Attacker, room: AttackedRoom, phase: Phase): Right {
  const cell = table[room](phase)[attackers.indexOf(who)];
  return cell === 'w' ? 'write' : cell === 'r' ? 'read' : 'none';
}

/** Every combination of what moderation can open and close. */
export const allPhases: readonly Phase[] = (['open', 'locked'] as const).flatMap((text) =>
  (['open', 'answers', 'closed'] as const).flatMap((contributions) =>
    (['moderation', 'everyone'] as const).map((voices) => ({ text, contributions, voices })),
  ),
);
