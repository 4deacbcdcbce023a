import type { Doc } from 'yjs';
import { canonicalJson } from '../editions/canonical-json.ts';
import type { InstitutionId } from '../ids/ids.ts';
import { moveDelegates, removeDelegatesOf } from '../register/delegates-room.ts';
import {
  mergeFault,
  renamed,
  takingPart,
  withFormerName,
  type MergeFault,
} from '../register/institution-changes.ts';
import {
  contactSchema,
  emptyContact,
  institutionSchema,
  type Contact,
  type Institution,
  type RegisterEntry,
} from '../register/institution.ts';
import { performWrite, type WriteName } from './named-writes.ts';
import { sharedTypes } from './rooms.ts';

/** The two rooms of the register: what everyone may read, and the personal data, which delegates never receive. */
export interface RegisterRooms {
  readonly process: Doc;
  readonly contacts: Doc;
}

const german = new Intl.Collator('de', { sensitivity: 'variant', numeric: true });

/** The order of a German index, whatever the machine's language: by name, then by id. */
function compareInstitutions(left: Institution, right: Institution): number {
  return german.compare(left.name, right.name) || (left.id < right.id ? -1 : left.id > right.id ? 1 : 0);
}

/** All institutions in the order of a German index. What does not fit the schema is left out. */
export function listInstitutions(process: Doc): readonly Institution[] {
  const institutions: Institution[] = [];
  for (const [id, value] of institutionsOf(process)) {
    const parsed = institutionSchema.safeParse(value);
    if (parsed.success && parsed.data.id === id) institutions.push(parsed.data);
  }
  return institutions.sort(compareInstitutions);
}

/** One institution; `undefined` where the id is unknown, or what stands there does not fit the schema. */
export function readInstitution(process: Doc, id: InstitutionId): Institution | undefined {
  const parsed = institutionSchema.safeParse(institutionsOf(process).get(id));
  return parsed.success && parsed.data.id === id ? parsed.data : undefined;
}

/** The contacts of institutions, by their ids. What does not fit the schema is left out. */
export function listContacts(contacts: Doc): ReadonlyMap<string, Contact> {
  const found = new Map<string, Contact>();
  for (const [id, value] of contactsOf(contacts)) {
    const parsed = contactSchema.safeParse(value);
    if (parsed.success) found.set(id, parsed.data);
  }
  return found;
}

/** The register as moderation sees it, in the order of a German index. */
export function listRegister(rooms: RegisterRooms): readonly RegisterEntry[] {
  const contacts = listContacts(rooms.contacts);
  return listInstitutions(rooms.process).map((institution) => ({
    institution,
    contact: contacts.get(institution.id) ?? emptyContact,
  }));
}

/**
 * Adds institutions and changes those whose id is known; others stay. One transaction per room, none where nothing
 * differs. Throws a `ZodError` where an entry does not fit the schema; then nothing is written.
 */
export function upsertEntries(rooms: RegisterRooms, entries: readonly RegisterEntry[]): void {
  const checked = entries.map(({ institution, contact }) => ({
    institution: institutionSchema.parse(institution),
    contact: contactSchema.parse(contact),
  }));
  const institutions = institutionsOf(rooms.process);
  const contacts = contactsOf(rooms.contacts);
  setAll(
    rooms.process,
    'register.upsert',
    institutions,
    checked.map(({ institution }) => [institution.id, institution]),
  );
  setAll(
    rooms.contacts,
    'register.upsert',
    contacts,
    checked
      .filter(({ institution, contact }) => contacts.has(institution.id) || !isEmpty(contact))
      .map(({ institution, contact }) => [institution.id, contact]),
  );
}

/** Adds institutions without touching any contact; what an import of a text knows. */
export function upsertInstitutions(process: Doc, institutions: readonly Institution[]): void {
  const checked = institutions.map((institution) => institutionSchema.parse(institution));
  setAll(
    process,
    'register.upsert',
    institutionsOf(process),
    checked.map((value) => [value.id, value]),
  );
}

/**
 * Gives an institution another name; its id, and all that points at it, stays, and the former name is kept with its
 * last day (`YYYY-MM-DD`). False where the id is unknown. Throws a `ZodError` where the name does not fit.
 */
export function renameInstitution(process: Doc, id: InstitutionId, name: string, lastDay: string): boolean {
  return changeInstitution(process, 'register.rename', id, (one) => renamed(one, name, lastDay));
}

/** Gives an institution the name back that it had before. False where it is unknown or never had another. */
export function takeBackRename(process: Doc, id: InstitutionId): boolean {
  return changeInstitution(process, 'register.rename', id, withFormerName);
}

/**
 * Makes an institution part of another: it stays with all that it said, and is asked no more. Where `movePeople` says
 * so, those whom it sends speak for the other. Writes nothing and says why where it cannot be.
 */
export function mergeInstitution(
  rooms: RegisterRooms,
  from: InstitutionId,
  into: InstitutionId,
  { movePeople }: { readonly movePeople: boolean },
): MergeFault | null {
  const fault = mergeFault(listInstitutions(rooms.process), from, into);
  if (fault !== null) return fault;
  changeInstitution(rooms.process, 'register.merge', from, (one) => ({ ...one, mergedInto: into }));
  if (movePeople) moveDelegates(rooms.contacts, from, into);
  return null;
}

/** Lets an institution take no part from that day on (`YYYY-MM-DD`). False where the id is unknown. */
export function leaveInstitution(process: Doc, id: InstitutionId, day: string): boolean {
  return changeInstitution(process, 'register.upsert', id, (one) => ({ ...one, left: day }));
}

/** Lets an institution take part again that has left or become part of another. False where the id is unknown. */
export function returnInstitution(process: Doc, id: InstitutionId): boolean {
  return changeInstitution(process, 'register.merge', id, takingPart);
}

/**
 * Takes an institution out of the register, with its contact and its people. False where the id is unknown. What it said
 * would stay without a name: whoever has spoken is let leave instead (`leaveInstitution`).
 */
export function removeInstitution(rooms: RegisterRooms, id: InstitutionId): boolean {
  const contacts = contactsOf(rooms.contacts);
  if (contacts.has(id)) performWrite(rooms.contacts, 'register.remove', () => contacts.delete(id));
  removeDelegatesOf(rooms.contacts, id);
  const institutions = institutionsOf(rooms.process);
  if (!institutions.has(id)) return false;
  performWrite(rooms.process, 'register.remove', () => institutions.delete(id));
  return true;
}

function changeInstitution(
  process: Doc,
  write: WriteName,
  id: InstitutionId,
  change: (institution: Institution) => Institution | null,
): boolean {
  const institutions = institutionsOf(process);
  const parsed = institutionSchema.safeParse(institutions.get(id));
  const changed = parsed.success ? change(parsed.data) : null;
  if (changed === null) return false;
  setAll(process, write, institutions, [[id, institutionSchema.parse(changed)]]);
  return true;
}

/** What a room's map offers here; Yjs types its values as `any`. */
interface RecordMap extends Iterable<[string, unknown]> {
  has(key: string): boolean;
  get(key: string): unknown;
  set(key: string, value: unknown): unknown;
  delete(key: string): void;
}

function institutionsOf(process: Doc): RecordMap {
  return process.getMap<unknown>(sharedTypes.process.institutions);
}

function contactsOf(contacts: Doc): RecordMap {
  return contacts.getMap<unknown>(sharedTypes.contacts.contacts);
}

function isEmpty(contact: Contact): boolean {
  return contact.person === '' && contact.email === '' && contact.phone === '';
}

function setAll(
  doc: Doc,
  write: WriteName,
  map: RecordMap,
  values: readonly (readonly [string, object])[],
): void {
  const changed = values.filter(([id, value]) => !isSame(map.get(id), value));
  if (changed.length === 0) return;
  performWrite(doc, write, () => {
    for (const [id, value] of changed) map.set(id, value);
  });
}

function isSame(stored: unknown, value: object): boolean {
  return typeof stored === 'object' && stored !== null && canonicalJson(stored) === canonicalJson(value);
}
