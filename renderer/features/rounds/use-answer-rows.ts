import { useEffect, useMemo } from 'react';
import type { Doc } from 'yjs';
import { listVoices } from '../../../shared/contributions/voices-room.ts';
import type { InstitutionId } from '../../../shared/ids/ids.ts';
import { roundAnswers } from '../../../shared/overview/round-answers.ts';
import { listDelegates } from '../../../shared/register/delegates-room.ts';
import type { Institution } from '../../../shared/register/institution.ts';
import { listRegister } from '../../../shared/rooms/register-room.ts';
import type { Round } from '../../../shared/rounds/round.ts';
import { useRoom, useRoomValue } from '../../client/session-context.tsx';
import { useReading } from '../../client/use-reading.ts';
import { useInvitations, type Invitations } from '../sharing/use-invitations.ts';
import { localDay } from '../../ui/local-day.ts';
import { emailsOf, type AnswerRow } from './answer-table.ts';

/** How often it is asked when delegates were last here. In milliseconds. */
const EVERY = 30_000;

/** Who has answered in a round, followed; `null` until the contributions are there: nobody is called silent before. */
export function useAnswerRows(
  round: Round,
  institutions: readonly Institution[],
): readonly AnswerRow[] | null {
  const voicesRoom = useRoom('voices');
  const contactsRoom = useRoom('contacts');
  const process = useRoom('process').doc;
  const isLoaded = useRoomValue(voicesRoom, ({ loaded }) => loaded);
  const voices = useReading(voicesRoom.doc, listVoices);
  const readRegister = useMemo(() => (contacts: Doc) => listRegister({ process, contacts }), [process]);
  const register = useReading(contactsRoom.doc, readRegister);
  const people = useReading(contactsRoom.doc, listDelegates);
  const { list, reload } = useInvitations();
  // When somebody was last here is not told by itself.
  useEffect(() => {
    const timer = setInterval(reload, EVERY);
    return () => clearInterval(timer);
  }, [reload]);
  useEffect(reload, [reload, voices]);
  return useMemo(() => {
    if (!isLoaded) return null;
    const contacts = new Map(register.map(({ institution, contact }) => [institution.id, contact]));
    const today = localDay(new Date());
    const seen = lastSeen(list ?? []);
    return roundAnswers(round, institutions, voices).map((line) => ({
      ...line,
      emails: emailsOf(
        contacts.get(line.institution.id),
        people.filter(({ institution }) => institution === line.institution.id),
        today,
      ),
      seenAt: seen.get(line.institution.id),
    }));
  }, [isLoaded, round, institutions, voices, register, people, list]);
}

/** When a delegate of each institution was last seen, of invitations that hold; `null` where none ever was. */
function lastSeen(list: NonNullable<Invitations['list']>): ReadonlyMap<InstitutionId, string | null> {
  const seen = new Map<InstitutionId, string | null>();
  for (const { institution, state, lastSeenAt } of list) {
    if (institution === null || state !== 'valid') continue;
    const known = seen.get(institution) ?? null;
    seen.set(institution, known === null || (lastSeenAt !== null && lastSeenAt > known) ? lastSeenAt : known);
  }
  return seen;
}
