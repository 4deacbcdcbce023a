import type { ContributionKind, Reply, Stance } from '../contributions/contribution.ts';
import type { Provenance } from '../contributions/receipt.ts';
import type { Resolution } from '../contributions/resolve-anchor.ts';
import type { Outcome } from '../decisions/decision.ts';
import type { ContributionId, InstitutionId } from '../ids/ids.ts';
import type { Standing } from '../weighing/standing.ts';

/** Words of the text before and after a decision. */
export interface WordingChange {
  readonly before: string;
  readonly after: string;
}

/** What was decided about a row's contribution, and what its institution says to it. */
export interface RowDecision {
  readonly outcome: Outcome;
  readonly stage: 'proposed' | 'final';
  readonly reason: string;
  /** Only those that concern the place of the contribution. */
  readonly changes: readonly WordingChange[];
  readonly workshop: { readonly title: string; readonly date: string } | null;
  /** ISO 8601, UTC. */
  readonly decidedAt: string;
  readonly answer: { readonly reply: Reply; readonly body: string } | null;
}

/** What a record says. */
export type RowContent =
  | {
      readonly type: 'statement';
      readonly kind: ContributionKind;
      readonly body: string;
      /** What is proposed, and the words that it is for; empty proposes to strike them, `null` proposes nothing. */
      readonly wording: WordingChange | null;
      readonly standing: Standing;
      /** Why it was withdrawn, as far as it was and a reason was given. */
      readonly withdrawals: readonly string[];
      /** The row that stands in its place, and the one in whose place it stands, by number. */
      readonly replacedBy: number | null;
      readonly replaces: number | null;
    }
  | { readonly type: 'position'; readonly stance: Stance; readonly body: string; readonly isLatest: boolean }
  | { readonly type: 'answer'; readonly reply: Reply; readonly body: string; readonly isLatest: boolean }
  | { readonly type: 'withdrawal'; readonly body: string; readonly withdraws: number | null };

/** One record of an institution in the table. */
export interface AssessmentRow {
  /** Counted from 1 all through the table. */
  readonly index: number;
  readonly id: ContributionId;
  readonly institution: InstitutionId;
  readonly institutionName: string;
  /** The printed number of its goal or part; empty where there is none. */
  readonly number: string;
  readonly about: {
    readonly state: Resolution['state'] | 'none';
    /** The words that the author read there; empty for the whole document. */
    readonly words: string;
  };
  readonly content: RowContent;
  /** Null where nothing is decided, or nothing is to decide. */
  readonly decision: RowDecision | null;
  /** Whether something is still to be done about it. */
  readonly isOpen: boolean;
  /** ISO 8601, UTC; `null` where it was taken out. */
  readonly receivedAt: string | null;
  readonly via: Provenance | null;
}

/** Rows about one goal or part. */
export interface AssessmentGroup {
  readonly about: 'document' | 'place' | 'gone';
  readonly number: string;
  readonly title: string;
  readonly rows: readonly AssessmentRow[];
}

/** The whole table. */
export interface AssessmentTable {
  /** Statements by goal, in document order: the whole document first, what is gone last. */
  readonly groups: readonly AssessmentGroup[];
  /** Positions, answers and withdrawals, by goal in document order. */
  readonly others: readonly AssessmentRow[];
  /** Marked as such: something in it is still to be decided. */
  readonly isDraft: boolean;
  readonly isAnonymised: boolean;
}

/** All rows in the order of the table. */
export function rowsOfTable({
  groups,
  others,
}: Pick<AssessmentTable, 'groups' | 'others'>): readonly AssessmentRow[] {
  return [...groups.flatMap(({ rows }) => rows), ...others];
}
