import type { Delegate } from '../../../shared/register/delegate.ts';
import { listDelegates } from '../../../shared/register/delegates-room.ts';
import type { Contact, Institution } from '../../../shared/register/institution.ts';
import { countVoices } from '../../../shared/register/spoken.ts';
import { listContacts, listInstitutions, type RegisterRooms } from '../../../shared/rooms/register-room.ts';
import { useRoom } from '../../client/session-context.tsx';
import { useReading } from '../../client/use-reading.ts';

/** The register as moderation has it before it, live. */
export interface RegisterFacts {
  readonly rooms: RegisterRooms;
  readonly institutions: readonly Institution[];
  readonly contacts: ReadonlyMap<string, Contact>;
  readonly delegates: readonly Delegate[];
  /** How many contributions were taken from each. */
  readonly voices: ReadonlyMap<string, number>;
}

/** Follows the register; only for moderation, whom alone the host gives the contacts. */
export function useRegister(): RegisterFacts {
  const process = useRoom('process').doc;
  const contactsDoc = useRoom('contacts').doc;
  const institutions = useReading(process, listInstitutions);
  const contacts = useReading(contactsDoc, listContacts);
  const delegates = useReading(contactsDoc, listDelegates);
  const voices = useReading(useRoom('voices').doc, countVoices);
  return { rooms: { process, contacts: contactsDoc }, institutions, contacts, delegates, voices };
}
