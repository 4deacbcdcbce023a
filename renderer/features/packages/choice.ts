import { targetOf } from '../../../shared/contributions/contribution.ts';
import type { ContributionId, Sha256 } from '../../../shared/ids/ids.ts';
import type { AnswerReport } from '../../../shared/api/package-calls.ts';
import type { MergeLine } from '../../../shared/packages/merge-report.ts';

/** What is to be taken of one answer: all that is new, or these records alone. */
export type ChosenRecords = 'all' | ReadonlySet<ContributionId>;

/** What is to be taken of answers, where it is not all of one. */
export type Choice = ReadonlyMap<Sha256, ReadonlySet<ContributionId>>;

/** What is to be taken of an answer; all, unless somebody has said otherwise. */
export function chosenOf(choice: Choice, answer: Sha256): ChosenRecords {
  return choice.get(answer) ?? 'all';
}

/** How many records of an answer can be taken, with what came late or without it. */
export function takableOf(
  { counts, late }: Pick<AnswerReport, 'counts' | 'late'>,
  takeLate: boolean,
): number {
  return counts.new - (takeLate ? 0 : late.length);
}

/** How many records of an answer would be taken now: what came late only where it is to be taken, too. */
export function countToTake(
  choice: Choice,
  { answer, counts, late }: Pick<AnswerReport, 'answer' | 'counts' | 'late'>,
  takeLate: boolean,
): number {
  const takable = takableOf({ counts, late }, takeLate);
  const chosen = chosenOf(choice, answer);
  if (chosen === 'all' || takable === 0) return takable;
  return [...chosen].filter((id) => takeLate || !late.includes(id)).length;
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
