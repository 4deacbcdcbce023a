import { Doc, encodeStateAsUpdate } from 'yjs';
import type { AssessmentJob } from '../../electron/host/export/assessment/assessment-job.ts';
import type { AssessmentWanted } from '../../shared/api/assessment-calls.ts';
import { acceptVoices, type ListedVoice } from '../../shared/contributions/voices-room.ts';
import type { DecisionRecord } from '../../shared/decisions/decision.ts';
import { writeDecision } from '../../shared/decisions/decisions-room.ts';
import { writeWorkshop, type Workshop } from '../../shared/decisions/workshop.ts';
import { canonicalJson } from '../../shared/editions/canonical-json.ts';
import { workshopId } from '../../shared/ids/ids.ts';
import type { RegisterEntry } from '../../shared/register/institution.ts';
import { upsertEntries } from '../../shared/rooms/register-room.ts';
import type { LeitbildDocument } from '../../shared/schema/document.ts';
import { assessedInstitutions, assessedText } from './assessment.ts';
import { shippedProfile } from './standard-profile.ts';

/** What a file is to be written of; left out, nothing was said. */
export interface AssessedCase {
  readonly voices?: readonly ListedVoice[];
  readonly decisions?: readonly DecisionRecord[];
  readonly register?: readonly RegisterEntry[];
  readonly document?: LeitbildDocument;
}

const workshop: Workshop = {
  id: workshopId('w1'),
  title: 'Treffen im Rathaus',
  date: '2019-04-30',
  place: 'Rathaus',
  institutions: [],
  notes: '',
};

export const wantedTable: Extract<AssessmentWanted, { what: 'table' }> = {
  ...{ what: 'table', format: 'csv', anonymised: false, round: null, institutions: null },
};

/** A job as the host makes it, out of real rooms. */
export function assessmentJob(wanted: AssessmentWanted, given: AssessedCase): AssessmentJob {
  const [voices, decisions, process, contacts] = [new Doc(), new Doc(), new Doc(), new Doc()];
  acceptVoices(
    voices,
    (given.voices ?? []).map(({ record, receipt }) => ({
      record,
      receipt,
      canonical: canonicalJson(record),
    })),
  );
  for (const decision of given.decisions ?? []) writeDecision(decisions, decision);
  const register =
    given.register ??
    assessedInstitutions.map((institution) => ({
      institution,
      contact: { person: 'Erika Mustermann', email: 'erika@beispiel.de', phone: '0251 123456' },
    }));
  upsertEntries({ process, contacts }, register);
  writeWorkshop(process, workshop);
  return {
    wanted,
    rooms: {
      voices: encodeStateAsUpdate(voices),
      decisions: encodeStateAsUpdate(decisions),
      process: encodeStateAsUpdate(process),
      contacts: encodeStateAsUpdate(contacts),
    },
    header: { title: 'Migrationsleitbild', subtitle: '', municipality: 'Stadt Ellernfurt' },
    profile: shippedProfile(),
    document: given.document ?? assessedText,
    bases: [],
    createdAt: '2026-11-22T20:00:00Z',
  };
}
