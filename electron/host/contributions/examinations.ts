import type { Doc } from 'yjs';
import { limits } from '../../../shared/contributions/limits.ts';
import type { Provenance } from '../../../shared/contributions/receipt.ts';
import { orderAfter } from '../../../shared/contributions/voices-order.ts';
import { voiceOf, type Voice } from '../../../shared/contributions/voices-room.ts';
import type { InstitutionId, RoundId } from '../../../shared/ids/ids.ts';
import { parentsInRoom } from '../../../shared/rooms/text-parents.ts';
import { createAnswerableDecisions } from './answerable-decisions.ts';
import type { ExaminationContext, RoundTerms } from './examine-submission.ts';
import type { RoundTermsReader } from './round-terms.ts';
import type { SubmissionDeskDeps } from './submission-desk.ts';
import { createVoiceTally } from './voice-tally.ts';

/** Makes what submissions of one institution are examined against, as things are now. */
export interface Examinations {
  /** `accepted` is added to while the examination goes on, and counts as taken. */
  begin(about: {
    readonly institution: InstitutionId;
    readonly voices: Doc;
    readonly accepted: ReadonlyMap<string, Voice>;
    readonly provenance: Provenance | null;
  }): ExaminationContext;
  /** The ids of what was taken of an institution. */
  takenOf(voices: Doc, institution: InstitutionId): readonly string[];
}

/** Reads each room only where something depends on it. */
export function createExaminations(
  deps: Pick<SubmissionDeskDeps, 'editor' | 'clock' | 'institutionOf'> & { readonly terms: RoundTermsReader },
): Examinations {
  const { editor, clock, terms, institutionOf } = deps;
  const decisions = createAnswerableDecisions();
  const tally = createVoiceTally();
  return {
    takenOf: (voices, institution) => tally.idsOf(voices, institution),
    begin({ institution, voices, accepted, provenance }) {
      const { contributions, round } = editor.edit('process', (process) => terms.takes(process));
      const taken = lazily(() => tally.idsOf(voices, institution).length);
      const now = clock.now();
      const draft = lazily(() => editor.edit('text', parentsInRoom));
      const asked = new Map<RoundId, RoundTerms | undefined>();
      const find = (id: string): Voice | undefined => accepted.get(id) ?? voiceOf(voices, id);
      return {
        ...{ institution, contributions, round, provenance, now },
        order: () => orderAfter(tally.lastOrder(voices), accepted.size, now),
        voiceOf: find,
        hasRoom: () => taken() + accepted.size < limits.submittedPerInstitution,
        isDelegate: (author) => !institutionOf || institutionOf(author) === institution,
        termsOf(id) {
          if (!asked.has(id)) {
            asked.set(
              id,
              editor.edit('process', (process) => terms.termsOf(process, id, institution, draft)),
            );
          }
          return asked.get(id);
        },
        mayAnswer: (decision) =>
          editor
            .edit('decisions', (doc) => decisions.proposedAbout(doc, decision))
            .some((contribution) => find(contribution)?.record.institution === institution),
      };
    },
  };
}

/** Makes a value when it is first asked for, and once. */
export function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
