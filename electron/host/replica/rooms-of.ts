import type { Principal } from '../../../shared/rights/rights.ts';
import type { RoomName } from '../../../shared/rooms/rooms.ts';

/** All rooms that somebody may ever read. */
export function roomsOf({ role, institution }: Principal): readonly RoomName[] {
  if (role === 'moderator') return ['process', 'text', 'contacts', 'decisions', 'voices'];
  const own = role === 'delegate' && institution !== null ? [`contributions/${institution}` as const] : [];
  return ['process', 'text', 'decisions', 'voices', ...own];
}
