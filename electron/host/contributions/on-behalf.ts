import type { Contribution } from '../../../shared/contributions/contribution.ts';
import {
  readSubmissions,
  submitContribution,
  writeAnswers,
  type Answer,
} from '../../../shared/contributions/contributions-room.ts';
import { parseContribution, targetOf } from '../../../shared/contributions/contribution.ts';
import type { Provenance } from '../../../shared/contributions/receipt.ts';
import type { RefusalCode } from '../../../shared/contributions/refusal.ts';
import { acceptVoices, type Voice } from '../../../shared/contributions/voices-room.ts';
import type { Doc } from 'yjs';
import type { ContributionId, InstitutionId } from '../../../shared/ids/ids.ts';
import type { AuditLog } from '../workspace/workspace.ts';
import type { Examinations } from './examinations.ts';
import { examineSubmission } from './examine-submission.ts';
import type { RoomEditor } from './submission-desk.ts';
import type { SubmissionLog } from './submission-log.ts';

/** What became, or would become, of one record that came by other ways than the institution's own connection. */
export type OnBehalfOutcome =
  | { readonly id: ContributionId; readonly outcome: 'taken' | 'known' }
  | {
      readonly id: ContributionId;
      readonly outcome: 'refused';
      readonly code: RefusalCode;
      readonly place: string;
    };

/** Takes records for an institution that came by letter, by call, or in a package. */
export interface OnBehalf {
  /**
   * Takes what can be taken, and says of each record, in their order, what became of it: `taken`; `known`, where
   * exactly this was taken before; or `refused`, and why. What is taken stands in the institution's room as submitted
   * and in `voices`, with a receipt that says how it came; all in one transaction with the audit log. Records may
   * replace or withdraw each other in any order. By `moderation`, neither author, phase, invitation nor place are
   * asked about; in a `package` the author must hold an invitation of the institution, and the phase is not asked
   * about where it is `late`. Doing it again changes nothing. Throws `AppFailure` where the file takes no writes.
   */
  takeOnBehalf(
    institution: InstitutionId,
    records: readonly Contribution[],
    provenance: Provenance,
  ): readonly OnBehalfOutcome[];
  /** What `takeOnBehalf` would do now; writes nothing. */
  examineOnBehalf(
    institution: InstitutionId,
    records: readonly Contribution[],
    provenance: Provenance,
  ): readonly OnBehalfOutcome[];
}

interface Examined {
  readonly outcomes: readonly OnBehalfOutcome[];
  readonly accepted: ReadonlyMap<string, Voice>;
}

export function createOnBehalf(deps: {
  readonly editor: RoomEditor;
  readonly examinations: Examinations;
  readonly log: SubmissionLog;
  readonly audit: AuditLog;
}): OnBehalf {
  const { editor, examinations, log, audit } = deps;

  const examine = (
    rooms: { readonly voices: Doc; readonly own: Doc },
    institution: InstitutionId,
    records: readonly Contribution[],
    provenance: Provenance,
  ): Examined => {
    const { submitted } = readSubmissions(rooms.own);
    const accepted = new Map<string, Voice>();
    const context = examinations.begin({ institution, voices: rooms.voices, accepted, provenance });
    const outcomes = new Map<Contribution, OnBehalfOutcome>();
    const judge = (record: Contribution): OnBehalfOutcome => {
      const { id } = record;
      const examined = examineSubmission(id, record, context);
      if (examined.verdict === 'stand') return { id, outcome: 'known' };
      if (examined.verdict === 'refuse') {
        return { id, outcome: 'refused', code: examined.code, place: examined.place };
      }
      // What its delegates have put there meanwhile under the same id is not written over.
      const there = submitted.get(id);
      const other = parseContribution(there);
      if (there !== undefined && !(other.ok && other.canonical === examined.voice.canonical)) {
        return { id, outcome: 'refused', code: 'id-taken', place: '' };
      }
      accepted.set(id, examined.voice);
      return { id, outcome: 'taken' };
    };
    // A record may come before the one that it replaces or withdraws; it is judged again once that is taken.
    const waiting = new Map<string, Contribution[]>();
    const open = records.toReversed();
    for (let record = open.pop(); record !== undefined; record = open.pop()) {
      const outcome = judge(record);
      outcomes.set(record, outcome);
      const target = targetOf(record);
      if (outcome.outcome === 'taken') {
        open.push(...(waiting.get(record.id) ?? []).toReversed());
        waiting.delete(record.id);
      } else if (target !== null && outcome.outcome === 'refused' && outcome.code === 'target-unknown') {
        const others = waiting.get(target);
        if (others) others.push(record);
        else waiting.set(target, [record]);
      }
    }
    return { outcomes: records.flatMap((record) => outcomes.get(record) ?? []), accepted };
  };

  return {
    takeOnBehalf(institution, records, provenance) {
      const room = `contributions/${institution}` as const;
      const answers = new Map<string, Answer>();
      try {
        return editor.editTogether(
          ['voices', room],
          (docOf) => {
            const [voices, own] = [docOf('voices'), docOf(room)];
            const { outcomes, accepted } = examine({ voices, own }, institution, records, provenance);
            for (const [id, { record, receipt }] of accepted) {
              if (readSubmissions(own).submitted.get(id) === undefined) submitContribution(own, record);
              answers.set(id, { receipt, refusal: null });
            }
            acceptVoices(voices, [...accepted.values()]);
            writeAnswers(own, answers);
            return outcomes;
          },
          () => {
            log.note(institution, answers);
            if (provenance.by === 'moderation') noteEntered(institution, answers, provenance);
          },
        );
      } catch (error) {
        log.forget();
        throw error;
      }
    },
    examineOnBehalf: (institution, records, provenance) =>
      editor.edit('voices', (voices) =>
        editor.edit(
          `contributions/${institution}`,
          (own) => examine({ voices, own }, institution, records, provenance).outcomes,
        ),
      ),
  };

  function noteEntered(
    institution: InstitutionId,
    answers: ReadonlyMap<string, Answer>,
    { source, enteredBy }: Extract<Provenance, { readonly by: 'moderation' }>,
  ): void {
    for (const [id, { receipt }] of answers) {
      if (receipt === null) continue;
      const subject = `${institution} ${id} ${source} ${enteredBy}`;
      audit.append({ at: receipt.receivedAt, action: 'contribution-entered', subject });
    }
  }
}
