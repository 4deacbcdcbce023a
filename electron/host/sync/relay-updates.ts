import type { LiveRoom, Member, PendingUpdate } from './live-room.ts';

/** Sends every member what the others wrote, in one piece. Most have written nothing: one buffer serves them all. */
export function relayUpdates(room: Pick<LiveRoom, 'members'>, updates: readonly PendingUpdate[]): void {
  const [first] = updates;
  if (first === undefined) return;
  if (updates.length === 1) {
    for (const member of room.members) if (member !== first.from) member.send(first.frame);
    return;
  }
  const all = Buffer.concat(updates.map(({ frame }) => frame));
  const foreign = foreignParts(all, updates);
  for (const member of room.members) {
    const parts = foreign.get(member);
    if (parts === undefined) member.send(all);
    else if (parts.length > 0) member.send(parts.length === 1 && parts[0] ? parts[0] : Buffer.concat(parts));
  }
}

/** For each writer the parts of `all` that it has not written itself; neighbours are one part. */
function foreignParts(
  all: Buffer,
  updates: readonly PendingUpdate[],
): ReadonlyMap<Member, readonly Buffer[]> {
  const own = new Map<Member, { readonly parts: Buffer[]; from: number }>();
  let position = 0;
  for (const { from, frame } of updates) {
    const end = position + frame.length;
    if (from !== null) {
      const known = own.get(from) ?? { parts: [], from: 0 };
      own.set(from, known);
      if (position > known.from) known.parts.push(all.subarray(known.from, position));
      known.from = end;
    }
    position = end;
  }
  return new Map(
    Array.from(own, ([member, { parts, from }]) => [
      member,
      from < all.length ? [...parts, all.subarray(from)] : parts,
    ]),
  );
}
