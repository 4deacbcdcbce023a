import type { Contribution } from '../../../shared/contributions/contribution.ts';
import type { OpenedAnswer } from '../../../shared/packages/open-package.ts';
import type { OnBehalf, OnBehalfOutcome } from '../contributions/on-behalf.ts';
import type { HostPorts } from '../ports.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { byPackage, type AnswerJudge } from './judge-answers.ts';

/** What became of the records of answers, in numbers. */
export interface TakenCounts {
  readonly taken: number;
  readonly known: number;
  readonly refused: number;
  /** Of the refused, those that were left out because they were late. */
  readonly late: number;
}

/**
 * Takes the chosen records of one answer, as far as they can be taken, and notes by whose word. What came after the
 * round was over is taken only where `takeLate` says so, and its receipts say that it was late. The answer must have
 * been judged to be one of ours. Doing it again changes nothing. Throws `AppFailure`.
 */
export function applyAnswer(
  deps: {
    readonly workspace: Workspace;
    readonly ports: HostPorts;
    readonly submissions: OnBehalf;
    readonly judge: AnswerJudge;
    readonly by: string;
  },
  opened: OpenedAnswer,
  chosen: { readonly records: 'all' | ReadonlySet<string>; readonly takeLate: boolean },
): TakenCounts {
  const { workspace, ports, submissions, judge, by } = deps;
  const { answer, hash } = opened;
  const wanted = answer.records
    .map(({ record }) => record)
    .filter(({ id }) => chosen.records === 'all' || chosen.records.has(id));
  const lateIds = new Set<string>(judge.lateOf(opened).map(({ id }) => id));
  const isLate = ({ id }: Contribution): boolean => lateIds.has(id);
  const late = wanted.filter(isLate);
  const take = (records: readonly Contribution[], areLate: boolean): readonly OnBehalfOutcome[] =>
    records.length === 0
      ? []
      : submissions.takeOnBehalf(answer.institution, records, byPackage(opened, areLate));
  // A withdrawal, which may be in time, names what may be late.
  const outcomes = [
    ...(chosen.takeLate ? take(late, true) : []),
    ...take(
      wanted.filter((record) => !isLate(record)),
      false,
    ),
  ];
  const count = (outcome: OnBehalfOutcome['outcome']): number =>
    outcomes.filter((one) => one.outcome === outcome).length;
  const leftOut = chosen.takeLate ? 0 : late.length;
  const counts = {
    ...{ taken: count('taken'), known: count('known') },
    ...{ refused: count('refused') + leftOut, late: leftOut },
  };
  if (counts.taken > 0) {
    const at = ports.clock.now();
    workspace.audit.append({ at, action: 'package-taken', subject: `${hash} ${answer.institution} ${by}` });
  }
  return counts;
}
