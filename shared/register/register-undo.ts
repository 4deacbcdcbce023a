import type { Doc } from 'yjs';
import { canonicalJson } from '../editions/canonical-json.ts';
import type { RegisterRooms } from '../rooms/register-room.ts';
import { performWrite } from '../rooms/named-writes.ts';
import { sharedTypes } from '../rooms/rooms.ts';

/**
 * Does `work` on the register and gives with its value the way back. `undo` puts everything that was changed back as it
 * was; where somebody has changed any of it since, it writes nothing and gives false.
 */
export function withUndo<T>(
  rooms: RegisterRooms,
  work: () => T,
): { readonly value: T; readonly undo: () => boolean } {
  const parts = [
    [rooms.process, sharedTypes.process.institutions],
    [rooms.contacts, sharedTypes.contacts.contacts],
    [rooms.contacts, sharedTypes.contacts.delegates],
  ] as const;
  const entriesOf = ([doc, type]: readonly [Doc, string]) => new Map(doc.getMap<unknown>(type).entries());
  const before = parts.map(entriesOf);
  const value = work();
  const changes = parts.flatMap(([doc, type], index) => {
    const [old, now] = [before[index] ?? new Map<string, unknown>(), entriesOf([doc, type])];
    return [...new Set([...old.keys(), ...now.keys()])]
      .filter((id) => !isSame(old.get(id), now.get(id)))
      .map((id) => ({ doc, type, id, was: old.get(id), is: now.get(id) }));
  });
  return {
    value,
    undo() {
      if (changes.some(({ doc, type, id, is }) => !isSame(doc.getMap(type).get(id), is))) return false;
      for (const room of new Set(changes.map(({ doc }) => doc))) {
        performWrite(room, 'register.undo', () => {
          for (const { doc, type, id, was } of changes) {
            if (doc !== room) continue;
            if (was === undefined) doc.getMap(type).delete(id);
            else doc.getMap(type).set(id, was);
          }
        });
      }
      return true;
    },
  };
}

function isSame(left: unknown, right: unknown): boolean {
  if (left === undefined || right === undefined) return left === right;
  return canonicalJson(left) === canonicalJson(right);
}
