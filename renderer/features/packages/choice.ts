import { targetOf } from '../../../shared/contributions/contribution.ts';
import type { ContributionId, Sha256 } from '../../../shared/ids/ids.ts';
import type { MergeLine } from '../../../shared/packages/merge-report.ts';

/** What is to be taken of one answer: all that is new, or these records alone. */
export type ChosenRecords = 'all' | ReadonlySet<ContributionId>;

/** What is to be taken of answers, where it is not all of one. */
export type Choice = ReadonlyMap<Sha256, ReadonlySet<ContributionId>>;

/** What is to be taken of an answer; all, unless somebody has said otherwise. */
export function chosenOf(choice: Choice, answer: Sha256): ChosenRecords {
  return choice.get(answer) ?? 'all';
}

/** Takes an answer, all of it or nothing. */
export function chooseAnswer(choice: Choice, answer: Sha256, isChosen: boolean): Choice {
  const next = new Map(choice);
  if (isChosen) next.delete(answer);
  else next.set(answer, new Set());
  return next;
}

/**
 * Takes one record of an answer, or leaves it out. What it replaces or withdraws comes with it, and what replaces or
 * withdraws it is left out with it: the one could not be taken without the other.
 */
export function chooseRecord(
  choice: Choice,
  answer: Sha256,
  lines: readonly MergeLine[],
  wanted: { readonly id: ContributionId; readonly isChosen: boolean },
): Choice {
  const fresh = lines.filter(({ outcome }) => outcome === 'new').map(({ record }) => record);
  const targets = new Map(fresh.map((record) => [record.id, targetOf(record)]));
  const before = chosenOf(choice, answer);
  const chosen = new Set(before === 'all' ? targets.keys() : before);
  const open = [wanted.id];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (wanted.isChosen) chosen.add(id);
    else chosen.delete(id);
    for (const [other, target] of targets) {
      const follows = wanted.isChosen ? targets.get(id) === other : target === id;
      if (follows && chosen.has(other) !== wanted.isChosen) open.push(other);
    }
  }
  const next = new Map(choice);
  if (chosen.size === targets.size) next.delete(answer);
  else next.set(answer, chosen);
  return next;
}
