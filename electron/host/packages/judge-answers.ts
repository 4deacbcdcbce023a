import type { Doc } from 'yjs';
import type { AnswerReport, FaultyAnswer } from '../../../shared/api/package-calls.ts';
import type { Provenance } from '../../../shared/contributions/receipt.ts';
import { anchorResolver } from '../../../shared/contributions/resolve-anchor.ts';
import { voiceOf } from '../../../shared/contributions/voices-room.ts';
import { canonicalJson } from '../../../shared/editions/canonical-json.ts';
import { appError, type AppError } from '../../../shared/errors/errors.ts';
import type { RoundId } from '../../../shared/ids/ids.ts';
import { publicKeyOf } from '../../../shared/packages/envelope.ts';
import { mergeReport, type MergeReport } from '../../../shared/packages/merge-report.ts';
import type { OpenedAnswer } from '../../../shared/packages/open-package.ts';
import type { RoomName } from '../../../shared/rooms/rooms.ts';
import { readDocument } from '../../../shared/rooms/text-room.ts';
import { leitbildSchema } from '../../../shared/schema/leitbild-schema.ts';
import { textFlowOf } from '../../../shared/text/text-flow.ts';
import { lazily } from '../contributions/examinations.ts';
import type { OnBehalf } from '../contributions/on-behalf.ts';
import type { Invitations } from '../invitations/invitations.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { ReadAnswer } from './package-work.ts';

/** What answers are judged by. */
export interface JudgeDeps {
  readonly workspace: Workspace;
  readonly readRoom: <T>(room: RoomName, work: (doc: Doc) => T) => T;
  readonly submissions: OnBehalf;
  readonly invitations: Pick<Invitations, 'isRevoked'>;
}

/** Judges answers against the file as it is now; what all of them need is read once. Throws `AppFailure`. */
export interface AnswerJudge {
  /** Why an answer cannot be used at all; `null` where it answers a package that went out from here. */
  faultOf(opened: OpenedAnswer, path: string): AppError | null;
  /** What taking an answer that can be used would do. */
  report(opened: OpenedAnswer): MergeReport;
}

/** Makes a judge; it is of use until something is written. */
export function createAnswerJudge({ workspace, readRoom, submissions, invitations }: JudgeDeps): AnswerJudge {
  const sent = lazily(() => new Map(workspace.packages.sent().map((one) => [one.hash, one])));
  const leitbild = lazily(() => {
    const key = workspace.packages.fileKey();
    return key === null ? null : publicKeyOf(key);
  });
  const text = lazily(() => {
    const read = readRoom('text', (doc) => readDocument(doc, workspace.path));
    if (!read.ok) return null;
    return {
      resolve: anchorResolver(textFlowOf(leitbildSchema.nodeFromJSON(read.value))),
      canonical: canonicalJson(read.value),
    };
  });
  const bases = new Map<RoundId, string | null>();
  const baseOf = (round: RoundId): string | null => {
    const known = bases.get(round);
    if (known !== undefined) return known;
    const proven = workspace.roundBases.get(round);
    const canonical = proven === undefined ? null : canonicalJson(proven.base.document);
    bases.set(round, canonical);
    return canonical;
  };

  return {
    faultOf({ answer, key }, path) {
      if (answer.leitbild !== leitbild()) return appError('package-foreign', { path, reason: 'leitbild' });
      const known = sent().get(answer.answers);
      if (known === undefined) return appError('package-foreign', { path, reason: 'round' });
      if (key !== known.key) return appError('package-unsigned', { path, kind: 'answer' });
      if (answer.institution !== known.institution) {
        return appError('package-foreign', { path, reason: 'institution' });
      }
      if (answer.round !== known.round) return appError('package-foreign', { path, reason: 'round' });
      return invitations.isRevoked(known.invitation) ? appError('package-withdrawn', { path }) : null;
    },
    report(opened) {
      const { answer } = opened;
      const records = answer.records.map(({ record }) => record);
      const outcomes = lazily(() => {
        const arrival = byPackage(opened, true);
        const judged = submissions.examineOnBehalf(answer.institution, records, arrival);
        return new Map(records.map((record, index) => [record, judged[index]]));
      });
      return readRoom('voices', (voices) =>
        mergeReport(answer, {
          takenUnder: (id) => voiceOf(voices, id)?.canonical,
          resolve: (anchor) => {
            const now = text();
            if (now !== null) return now.resolve(anchor);
            const quote = anchor.on === 'document' ? '' : anchor.quote;
            return { state: 'gone', quote, ambiguous: false, within: null };
          },
          judge(record) {
            const one = outcomes().get(record);
            if (one === undefined || one.outcome === 'known') return { refusal: null, late: false };
            return { refusal: one.outcome === 'refused' ? one.code : null, late: one.late };
          },
          outdatedBase: text()?.canonical !== baseOf(answer.round),
        }),
      );
    },
  };
}

/** One file that came in, as the window is told of it. */
export function reportOf(judge: AnswerJudge, read: ReadAnswer): AnswerReport | FaultyAnswer {
  const { name } = read;
  if ('fault' in read) return { name, fault: read.fault };
  const fault = judge.faultOf(read.opened, name);
  if (fault !== null) return { name, fault };
  const { institution, late, outdatedBase, counts, replaced, unreadable } = judge.report(read.opened);
  const { answer, hash } = read.opened;
  return {
    ...{ name, fault: null, institution, late, outdatedBase, counts, replaced },
    ...{ unreadable: unreadable.length, answer: hash, round: answer.round, createdAt: answer.createdAt },
  };
}

/** How records of an answer come. */
export function byPackage({ hash }: OpenedAnswer, late: boolean): Provenance {
  return { by: 'package', package: hash, late };
}
