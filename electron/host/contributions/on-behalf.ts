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
import { lazily, type Examinations } from './examinations.ts';
import { examineSubmission } from './examine-submission.ts';
import type { RoomEditor } from './submission-desk.ts';
import type { SubmissionLog } from './submission-log.ts';

/**
 * What became, or would become, of one record that came by other ways than the institution's own connection. `late` is
 * what is not taken by a package that is not to be taken late, because it came after its round was over, or names
 * another record that did.
 */
export type OnBehalfOutcome =
  | { readonly id: ContributionId; readonly outcome: 'known' }
  | { readonly id: ContributionId; readonly outcome: 'taken'; readonly late: boolean }
  | {
      readonly id: ContributionId;
      readonly outcome: 'refused';
      readonly code: RefusalCode;
      readonly place: string;
      readonly late: boolean;
    };

/** Takes records for an institution that came by letter, by call, or in a package. */
export interface OnBehalf {
  /**
   * Takes what can be taken, and says of each record, in their order, what became of it: `taken`; `known`, where
   * exactly this was taken before; or `refused`, and why. What is taken stands in the institution's room as submitted
   * and in `voices`, with a receipt that says how it came; all in one transaction with the audit log. Records may
   * replace or withdraw each other in any order. By `moderation`, neither author, phase, invitation nor place are
   * asked about; in a `package` the author must hold an invitation of the institution, and what came after its round
   * was over is taken where it is to be taken `late` alone; the receipt says of each record whether it was. What `keep` writes into the file
   * is part of the transaction; it is called where something was taken. Doing it again changes nothing. Throws
   * `AppFailure` where the file takes no writes.
   */
  takeOnBehalf(
    institution: InstitutionId,
    records: readonly Contribution[],
    arrival: Provenance,
    keep?: () => void,
  ): readonly OnBehalfOutcome[];
  /** What `takeOnBehalf` would do now; writes nothing. */
  examineOnBehalf(
    institution: InstitutionId,
    records: readonly Contribution[],
    arrival: Provenance,
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
    arrival: Provenance,
  ): Examined => {
    const { submitted } = readSubmissions(rooms.own);
    const accepted = new Map<string, Voice>();
    const begin = (provenance: Provenance) =>
      examinations.begin({ institution, voices: rooms.voices, accepted, provenance });
    const [inTime, afterwards] = provenancesOf(arrival);
    const context = begin(inTime);
    const contextLate = lazily(() => afterwards && begin(afterwards));
    const late = new Set<string>();
    const outcomes = new Map<Contribution, OnBehalfOutcome>();
    const judge = (record: Contribution): OnBehalfOutcome => {
      const { id } = record;
      const first = examineSubmission(id, record, context);
      const isOver = first.verdict === 'refuse' && overCodes.has(first.code);
      const second = isOver ? contextLate() : null;
      const examined = second === null ? first : examineSubmission(id, record, second);
      if (examined.verdict === 'stand') return { id, outcome: 'known' };
      if (examined.verdict === 'refuse') {
        return { id, outcome: 'refused', code: examined.code, place: examined.place, late: false };
      }
      // What its delegates have put there meanwhile under the same id is not written over.
      const there = submitted.get(id);
      const other = parseContribution(there);
      if (there !== undefined && !(other.ok && other.canonical === examined.voice.canonical)) {
        return { id, outcome: 'refused', code: 'id-taken', place: '', late: false };
      }
      accepted.set(id, examined.voice);
      const isLate = isOver || late.has(targetOf(record) ?? '');
      if (isLate) late.add(id);
      return { id, outcome: 'taken', late: isLate };
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
    const all = records.flatMap((record) => outcomes.get(record) ?? []);
    if (arrival.by !== 'package' || arrival.late || late.size === 0) return { outcomes: all, accepted };
    for (const id of late) accepted.delete(id);
    return { outcomes: all.map(leftOut), accepted };
  };

  return {
    takeOnBehalf(institution, records, arrival, keep) {
      const room = `contributions/${institution}` as const;
      const answers = new Map<string, Answer>();
      try {
        return editor.editTogether(
          ['voices', room],
          (docOf) => {
            const [voices, own] = [docOf('voices'), docOf(room)];
            const { outcomes, accepted } = examine({ voices, own }, institution, records, arrival);
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
            if (arrival.by === 'moderation') noteEntered(institution, answers, arrival);
            if (answers.size > 0) keep?.();
          },
        );
      } catch (error) {
        log.forget();
        throw error;
      }
    },
    examineOnBehalf: (institution, records, arrival) =>
      editor.edit('voices', (voices) =>
        editor.edit(
          `contributions/${institution}`,
          (own) => examine({ voices, own }, institution, records, arrival).outcomes,
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

/** Why a record of a package is refused that came after its round was over. */
const overCodes: ReadonlySet<RefusalCode> = new Set(['round-closed', 'round-unknown']);

/** What a receipt says of a record in time, and, in a package, of one that came late. */
function provenancesOf(arrival: Provenance): readonly [Provenance, Provenance | null] {
  if (arrival.by === 'moderation') return [arrival, null];
  const { by, package: hash } = arrival;
  return [
    { by, package: hash, late: false },
    { by, package: hash, late: true },
  ];
}

/** What becomes of a record that is taken where late ones are taken alone, where they are not. */
function leftOut(outcome: OnBehalfOutcome): OnBehalfOutcome {
  if (outcome.outcome !== 'taken' || !outcome.late) return outcome;
  return { id: outcome.id, outcome: 'refused', code: 'round-closed', place: '', late: true };
}
