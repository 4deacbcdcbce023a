import type { Doc } from 'yjs';
import type { InstitutionId } from '../ids/ids.ts';
import { performWrite } from '../rooms/named-writes.ts';
import { sharedTypes } from '../rooms/rooms.ts';
import { takesPart, type Institution } from './institution.ts';

/** What an institution has said to being named in an edition. Who was not asked has no entry. */
export type Naming = 'yes' | 'no';

/** What institutions have said to being named in the edition of that label. */
export function listNamings(process: Doc, label: string): ReadonlyMap<InstitutionId, Naming> {
  const found = new Map<InstitutionId, Naming>();
  for (const [key, value] of namingsOf(process).entries()) {
    const [edition, institution] = readKey(key);
    if (edition === label && (value === 'yes' || value === 'no')) found.set(institution, value);
  }
  return found;
}

/** The labels of the editions for which anybody was asked, as a German index has them. */
export function askedEditions(process: Doc): readonly string[] {
  const labels = new Set([...namingsOf(process).keys()].map((key) => readKey(key)[0]));
  return [...labels].sort(new Intl.Collator('de', { numeric: true }).compare);
}

/** Writes down what institutions said to being named in an edition; null takes it back. One step, none where nothing differs. */
export function writeNamings(
  process: Doc,
  label: string,
  institutions: readonly InstitutionId[],
  naming: Naming | null,
): void {
  const namings = namingsOf(process);
  const keys = institutions
    .map((id) => `${label} ${id}`)
    .filter((key) => (namings.get(key) ?? null) !== naming);
  if (keys.length === 0) return;
  performWrite(process, 'register.naming', () => {
    for (const key of keys) {
      if (naming === null) namings.delete(key);
      else namings.set(key, naming);
    }
  });
}

/** Who is printed in an edition, and who is not. */
export interface EditionParticipants {
  /** Those that take part and have not said no. */
  readonly named: readonly Institution[];
  readonly refused: readonly Institution[];
  /** Those of the named that were not asked. */
  readonly notAsked: readonly Institution[];
}

/** Sorts the institutions that take part by what they said to being named in an edition, in the order given. */
export function participantsOf(
  institutions: readonly Institution[],
  namings: ReadonlyMap<InstitutionId, Naming>,
): EditionParticipants {
  const present = institutions.filter(takesPart);
  const said = (naming: Naming | undefined) => present.filter(({ id }) => namings.get(id) === naming);
  const refused = said('no');
  return { named: present.filter((one) => !refused.includes(one)), refused, notAsked: said(undefined) };
}

/** An edition's label may hold spaces; an id holds none. */
function readKey(key: string): readonly [label: string, institution: InstitutionId] {
  const at = key.lastIndexOf(' ');
  return [key.slice(0, Math.max(0, at)), key.slice(at + 1) as InstitutionId];
}

function namingsOf(process: Doc) {
  return process.getMap<unknown>(sharedTypes.process.namings);
}
