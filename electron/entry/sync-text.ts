import type { FollowWords } from '../../renderer/words/follow-words.ts';
import type { RoomReport, SyncReport } from '../host/replica/sync-once.ts';

/** What came and went, a line for each. */
export function describeSync({ rooms, editions, assets, conflicts }: SyncReport, words: FollowWords): string {
  const lines = [
    ...rooms.flatMap((room) => describeRoom(room, words)),
    ...(editions.length === 0 ? [] : [words.editions(editions.map(({ label }) => label))]),
    ...(assets === 0 ? [] : [words.pictures(assets)]),
    ...(conflicts.length === 0 ? [] : [words.conflicts(conflicts)]),
  ];
  return lines.length === 0 ? words.nothingNew : lines.join('\n');
}

/** Rooms in which something stays behind: refused, or put aside. */
export function leftBehind({ rooms }: SyncReport): readonly RoomReport[] {
  return rooms.filter(({ refused, setAside }) => refused !== null || setAside !== null);
}

function describeRoom(
  { room, received, sent, waiting, refused, setAside }: RoomReport,
  words: FollowWords,
): readonly string[] {
  return [
    ...(received && setAside === null ? [words.received(room)] : []),
    ...(sent > 0 ? [words.sent(room, sent)] : []),
    ...(waiting > 0 ? [words.waiting(room, waiting)] : []),
    ...(setAside === null ? [] : [words.setAside(room)]),
    ...(refused === null ? [] : [words.refused(room, refused)]),
  ];
}
