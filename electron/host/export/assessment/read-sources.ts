import { applyUpdate, Doc } from 'yjs';
import type { KnownNames } from '../../../../shared/assessment/anonymise.ts';
import type { AssessmentSources } from '../../../../shared/assessment/assessment-sources.ts';
import { listVoices } from '../../../../shared/contributions/voices-room.ts';
import { listDecisions } from '../../../../shared/decisions/decisions-room.ts';
import { readText, type ReadText } from '../../../../shared/decisions/read-text.ts';
import { listWorkshops } from '../../../../shared/decisions/workshop.ts';
import type { InstitutionId, RoundId } from '../../../../shared/ids/ids.ts';
import { listDelegates } from '../../../../shared/register/delegates-room.ts';
import type { Contact } from '../../../../shared/register/institution.ts';
import { listRegister } from '../../../../shared/rooms/register-room.ts';
import { listRounds } from '../../../../shared/rounds/rounds-room.ts';
import { numberDocument } from '../../../../shared/text/numbering.ts';
import { placesOf } from '../../../../shared/weighing/places.ts';
import type { AssessmentJob } from './assessment-job.ts';

/** What the copies of the rooms hold. */
export interface ReadSources {
  readonly sources: AssessmentSources;
  readonly known: KnownNames;
  readonly contacts: ReadonlyMap<InstitutionId, Contact>;
}

/** Reads a job's copies. Throws where a contribution or decision cannot be read: to leave it out would be to lose it. */
export function readSources({ rooms, header, document, profile, bases }: AssessmentJob): ReadSources {
  const open = (update: Uint8Array): Doc => {
    const doc = new Doc();
    applyUpdate(doc, update);
    return doc;
  };
  const [process, contacts] = [open(rooms.process), open(rooms.contacts)];
  const register = listRegister({ process, contacts });
  const institutions = register.map(({ institution }) => institution);
  const read = new Map<RoundId, ReadText>();
  const sources: AssessmentSources = {
    voices: listVoices(open(rooms.voices)),
    decisions: listDecisions(open(rooms.decisions)),
    institutions,
    rounds: listRounds(process),
    workshops: listWorkshops(process),
    today: readText(document),
    places: placesOf(document, numberDocument(document, profile)),
    baseOf(round) {
      const known = read.get(round);
      if (known) return known;
      const base = bases.find((one) => one.round === round);
      if (!base) return null;
      const text = readText(base.document);
      read.set(round, text);
      return text;
    },
  };
  const persons = [
    ...register.map(({ contact }) => contact),
    ...listDelegates(contacts).map(({ name, email, phone }) => ({ person: name, email, phone })),
  ].flatMap(({ person, email, phone }) => [person, email, phone]);
  return {
    sources,
    known: {
      institutions,
      persons: persons.filter((one) => one !== ''),
      ordinary: [header.municipality, header.title, sources.today.flow.text].join(' '),
    },
    contacts: new Map(register.map(({ institution, contact }) => [institution.id, contact])),
  };
}
