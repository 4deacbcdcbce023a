import type { OpenedAnswer } from '../../../shared/packages/open-package.ts';
import type { OnBehalf, OnBehalfOutcome } from '../contributions/on-behalf.ts';
import type { HostPorts } from '../ports.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { byPackage } from './judge-answers.ts';

/** What became of the records of answers, in numbers. */
export interface TakenCounts {
  readonly taken: number;
  readonly known: number;
  readonly refused: number;
  /** Of the refused, those that were left out because they were late. */
  readonly late: number;
}

/**
 * Takes the chosen records of one answer, as far as they can be taken, and notes by whose word, all in one transaction.
 * What came after the round was over is taken only where `takeLate` says so, and its receipts say that it was late. The
 * answer must have been judged to be one of ours. Doing it again changes nothing. Throws `AppFailure`.
 */
export function applyAnswer(
  deps: {
    readonly workspace: Workspace;
    readonly ports: HostPorts;
    readonly submissions: OnBehalf;
    readonly by: string;
  },
  opened: OpenedAnswer,
  chosen: { readonly records: 'all' | ReadonlySet<string>; readonly takeLate: boolean },
): TakenCounts {
  const { workspace, ports, submissions, by } = deps;
  const { answer, hash } = opened;
  const wanted = answer.records
    .map(({ record }) => record)
    .filter(({ id }) => chosen.records === 'all' || chosen.records.has(id));
  const arrival = byPackage(opened, chosen.takeLate);
  const outcomes = submissions.takeOnBehalf(answer.institution, wanted, arrival, () => {
    const at = ports.clock.now();
    workspace.audit.append({ at, action: 'package-taken', subject: `${hash} ${answer.institution} ${by}` });
  });
  const count = (is: (one: OnBehalfOutcome) => boolean): number => outcomes.filter(is).length;
  return {
    taken: count(({ outcome }) => outcome === 'taken'),
    known: count(({ outcome }) => outcome === 'known'),
    refused: count(({ outcome }) => outcome === 'refused'),
    late: count((one) => one.outcome === 'refused' && one.late),
  };
}
