import type { Contribution } from '../contributions/contribution.ts';
import type { Anchor } from '../contributions/anchor.ts';
import type { Resolution } from '../contributions/resolve-anchor.ts';
import type { ContributionId, InstitutionId } from '../ids/ids.ts';
import type { AnswerPackage } from './answer-package.ts';

/**
 * What taking one record of an answer package would do.
 * - `new`: it is taken.
 * - `duplicate`: exactly this was taken before; taking it again does nothing.
 * - `conflict`: something else was taken under its id; it is never taken.
 * - `foreign`: it speaks for another institution than the package; never taken.
 * - `refused`: it withdraws, replaces or answers what is not there, or the round does not ask about its place.
 */
export type MergeOutcome = 'new' | 'duplicate' | 'conflict' | 'foreign' | 'refused';

export interface MergeLine {
  readonly record: Contribution;
  readonly outcome: MergeOutcome;
  /** For `refused`: the refusal code. */
  readonly reason: string | null;
  /** For `new`: it came after its round was over, or names another that did, so that moderation decides. */
  readonly late: boolean;
  /** Where it points at in the text of today; `null` for what points at no place. */
  readonly place: Resolution | null;
}

/** What taking an answer package would do; nothing is done yet. */
export interface MergeReport {
  readonly institution: InstitutionId;
  readonly lines: readonly MergeLine[];
  /** Those of its new records that are late, by the host's clock. */
  readonly late: readonly ContributionId[];
  /** The text was changed since the round's base, so that places were looked for anew. */
  readonly outdatedBase: boolean;
  readonly counts: Readonly<Record<MergeOutcome, number>>;
  /** Places in the text of today that are not where they were: `changed`, `moved` or `gone`. */
  readonly replaced: number;
  readonly unreadable: AnswerPackage['unreadable'];
}

/** What a merge is judged by. */
export interface MergeContext {
  /** Canonical JSON of what was taken under an id. */
  takenUnder(id: ContributionId): string | undefined;
  /** Where an anchor points in the text of today. */
  resolve(anchor: Anchor): Resolution;
  /** Why the host would not take a record that is new, and whether it is late. Records of the package count as there. */
  judge(record: Contribution): { readonly refusal: string | null; readonly late: boolean };
  readonly outdatedBase: boolean;
}

/** Says what taking a package would do. Pure: the same package on the same file gives the same report. */
export function mergeReport(answer: AnswerPackage, context: MergeContext): MergeReport {
  const seen = new Set<string>();
  const lines = answer.records.map(({ record, canonical }): MergeLine => {
    const place = 'anchor' in record ? context.resolve(record.anchor) : null;
    const line = (outcome: MergeOutcome, reason: string | null = null, late = false): MergeLine => ({
      ...{ record, outcome, reason, late, place },
    });
    const taken = context.takenUnder(record.id);
    const isSecond = seen.has(record.id);
    seen.add(record.id);
    if (record.institution !== answer.institution) return line('foreign');
    if (taken === canonical) return line('duplicate');
    if (taken !== undefined || isSecond) return line('conflict');
    const { refusal, late } = context.judge(record);
    return refusal === null ? line('new', null, late) : line('refused', refusal);
  });
  const counts: Record<MergeOutcome, number> = { new: 0, duplicate: 0, conflict: 0, foreign: 0, refused: 0 };
  for (const { outcome } of lines) counts[outcome] += 1;
  const { institution, unreadable } = answer;
  const { outdatedBase } = context;
  const late = lines.flatMap((line) => (line.late ? [line.record.id] : []));
  const replaced = lines.filter(({ place }) => place !== null && !isInPlace(place)).length;
  return { institution, lines, late, outdatedBase, counts, replaced, unreadable };
}

function isInPlace({ state }: Resolution): boolean {
  return state === 'in-place' || state === 'document';
}
