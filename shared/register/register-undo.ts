import { canonicalJson } from '../editions/canonical-json.ts';
import { performWrite } from '../rooms/named-writes.ts';
import type { RegisterRooms } from '../rooms/register-room.ts';
import { sharedTypes } from '../rooms/rooms.ts';

/** What was changed in the register, with what stood there before and after. */
export type RegisterChanges = readonly {
  readonly room: keyof RegisterRooms;
  readonly type: string;
  readonly id: string;
  /** `undefined`: there was none, or is none any more. */
  readonly was: unknown;
  readonly is: unknown;
}[];

const parts = [
  ['process', sharedTypes.process.institutions],
  ['contacts', sharedTypes.contacts.contacts],
  ['contacts', sharedTypes.contacts.delegates],
] as const;

/** Does `work` on the register and gives with its value what it changed. */
export function changesOf<T>(
  rooms: RegisterRooms,
  work: (rooms: RegisterRooms) => T,
): { readonly value: T; readonly changes: RegisterChanges } {
  const entriesOf = ([room, type]: (typeof parts)[number]) =>
    new Map(rooms[room].getMap<unknown>(type).entries());
  const before = parts.map(entriesOf);
  const value = work(rooms);
  const changes = parts.flatMap((part, index) => {
    const [room, type] = part;
    const [old, now] = [before[index] ?? new Map<string, unknown>(), entriesOf(part)];
    return [...new Set([...old.keys(), ...now.keys()])]
      .filter((id) => !isSame(old.get(id), now.get(id)))
      .map((id) => ({ room, type, id, was: old.get(id), is: now.get(id) }));
  });
  return { value, changes };
}

/** Puts everything back as it was; where somebody has changed any of it since, it writes nothing and gives false. */
export function takeBackChanges(rooms: RegisterRooms, changes: RegisterChanges): boolean {
  const stands = ({ room, type, id, is }: RegisterChanges[number]): boolean =>
    isSame(rooms[room].getMap(type).get(id), is);
  if (!changes.every(stands)) return false;
  for (const room of ['process', 'contacts'] as const) {
    const own = changes.filter((change) => change.room === room);
    if (own.length === 0) continue;
    performWrite(rooms[room], 'register.undo', () => {
      for (const { type, id, was } of own) {
        if (was === undefined) rooms[room].getMap(type).delete(id);
        else rooms[room].getMap(type).set(id, was);
      }
    });
  }
  return true;
}

function isSame(left: unknown, right: unknown): boolean {
  if (left === undefined || right === undefined) return left === right;
  return canonicalJson(left) === canonicalJson(right);
}
