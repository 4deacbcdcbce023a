import type { ContributionKind, Reply, Stance } from '../contributions/contribution.ts';
import type { Source } from '../contributions/receipt.ts';
import type { Outcome } from '../decisions/decision.ts';
import { englishLabels } from './english-labels.ts';
import { germanLabels } from './german-labels.ts';

/** The columns of the table, in their order (PEERS rule 18). */
export const assessmentColumns = [
  'number',
  'text',
  'institution',
  'contribution',
  'decision',
  'reason',
  'newText',
  'workshop',
  'date',
] as const;

export type AssessmentColumn = (typeof assessmentColumns)[number];

/** Words that stand in assessment tables and letters, in the language of the document. */
export interface AssessmentLabels {
  readonly table: string;
  readonly columns: Readonly<Record<AssessmentColumn, string>>;
  readonly wholeDocument: string;
  readonly placeGone: string;
  /** Stands for a part that has neither number nor heading. */
  readonly untitled: string;
  readonly others: string;
  readonly kinds: Readonly<Record<ContributionKind, string>>;
  readonly stances: Readonly<Record<Stance, string>>;
  readonly replies: Readonly<Record<Reply, string>>;
  readonly outcomes: Readonly<Record<Outcome, string>>;
  readonly sources: Readonly<Record<Source, string>>;
  readonly position: string;
  readonly answer: string;
  readonly withdrawal: string;
  readonly notLatest: string;
  readonly open: string;
  readonly undecided: string;
  readonly proposed: (outcome: string) => string;
  readonly proposedWording: string;
  readonly proposesToStrike: string;
  readonly struck: string;
  readonly answered: (reply: string) => string;
  readonly withdrawn: string;
  readonly replaced: string;
  readonly replacedBy: (row: number) => string;
  readonly replaces: (row: number) => string;
  readonly withdraws: (row: number) => string;
  readonly row: (row: number) => string;
  readonly changed: string;
  readonly moved: string;
  readonly gone: string;
  readonly received: (day: string) => string;
  readonly byPackage: string;
  readonly late: string;
  /** Entered by moderation: from what, of which day, where the original lies. */
  readonly entered: (source: string, day: string, reference: string) => string;
  readonly agreedIn: (title: string, day: string) => string;
  readonly institutionNumber: (number: number) => string;
  readonly nameOmitted: string;
  readonly emailOmitted: string;
  readonly anonymised: string;
  readonly draft: string;
  readonly draftNote: string;
  readonly legend: string;
  readonly inserted: string;
  readonly deleted: string;
  readonly asAbove: string;
  readonly counted: (rows: number) => string;
  readonly empty: string;
  readonly asOf: string;
  readonly page: (page: string, of: string) => string;
  /** A page of a file that is one of several; pages are counted through all of them. */
  readonly pageOfPart: (page: string, part: string) => string;
  /** Which of several files one is. */
  readonly part: (part: string, of: number) => string;
  /** How a file is called by the first that stands in it. */
  readonly from: (part: string, first: string) => string;
  /** Stands behind the title of a goal whose rows began in the file before. */
  readonly continued: (title: string) => string;
  readonly unprintable: string;
  readonly unprintableNote: string;
  readonly letter: {
    readonly subject: string;
    readonly introduction: string;
    readonly contributions: string;
    readonly yours: string;
    readonly about: string;
    readonly result: string;
    readonly reason: string;
    readonly newText: string;
    readonly others: string;
    readonly closing: string;
  };
}

/** The words of a language. */
export const assessmentLabels: Readonly<Record<'de' | 'en', AssessmentLabels>> = {
  de: germanLabels,
  en: englishLabels,
};
