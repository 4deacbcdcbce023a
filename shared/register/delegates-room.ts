import type { Doc } from 'yjs';
import type { DelegateId, InstitutionId } from '../ids/ids.ts';
import { performWrite } from '../rooms/named-writes.ts';
import { sharedTypes } from '../rooms/rooms.ts';
import { delegateSchema, type Delegate } from './delegate.ts';

const german = new Intl.Collator('de', { numeric: true });

/** All people whom institutions send, by name. What does not fit the schema is left out. */
export function listDelegates(contacts: Doc): readonly Delegate[] {
  const delegates: Delegate[] = [];
  for (const [id, value] of delegatesOf(contacts).entries()) {
    const parsed = delegateSchema.safeParse(value);
    if (parsed.success && parsed.data.id === id) delegates.push(parsed.data);
  }
  return delegates.sort((a, b) => german.compare(a.name, b.name) || (a.id < b.id ? -1 : 1));
}

/** Adds a person or changes one. Throws a `ZodError` where something does not fit the schema; then nothing is written. */
export function writeDelegate(contacts: Doc, delegate: Delegate): void {
  const checked = delegateSchema.parse(delegate);
  performWrite(contacts, 'delegates.write', () => delegatesOf(contacts).set(checked.id, checked));
}

/** Lets a person speak for the institution until that day (`YYYY-MM-DD`) and not longer. False where unknown. */
export function endDelegate(contacts: Doc, id: DelegateId, lastDay: string): boolean {
  const parsed = delegateSchema.safeParse(delegatesOf(contacts).get(id));
  if (!parsed.success) return false;
  writeDelegate(contacts, { ...parsed.data, until: lastDay });
  return true;
}

/** Takes a person out of the register, with all that is known of them. False where unknown. */
export function removeDelegate(contacts: Doc, id: DelegateId): boolean {
  const delegates = delegatesOf(contacts);
  if (!delegates.has(id)) return false;
  performWrite(contacts, 'delegates.write', () => delegates.delete(id));
  return true;
}

/**
 * Lets all people of one institution speak for another. Their invitations were made for the old one and stay with it,
 * so none is theirs any more. Gives how many there are.
 */
export function moveDelegates(contacts: Doc, from: InstitutionId, to: InstitutionId): number {
  const moving = listDelegates(contacts).filter(({ institution }) => institution === from);
  if (moving.length === 0) return 0;
  performWrite(contacts, 'delegates.write', () => {
    for (const delegate of moving) {
      delegatesOf(contacts).set(delegate.id, { ...delegate, institution: to, invitation: null });
    }
  });
  return moving.length;
}

/** Takes all people of an institution out of the register; nothing is written where there are none. */
export function removeDelegatesOf(contacts: Doc, institution: InstitutionId): void {
  const delegates = delegatesOf(contacts);
  const leaving = listDelegates(contacts).filter((delegate) => delegate.institution === institution);
  if (leaving.length === 0) return;
  performWrite(contacts, 'delegates.write', () => {
    for (const { id } of leaving) delegates.delete(id);
  });
}

function delegatesOf(contacts: Doc) {
  return contacts.getMap<unknown>(sharedTypes.contacts.delegates);
}
