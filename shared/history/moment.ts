import type { DocumentHeader } from '../editions/edition.ts';
import type { InstitutionId, NodeId } from '../ids/ids.ts';
import type { LeitbildDocument, NodeType } from '../schema/document.ts';
import type { Profile } from '../schema/profile.ts';

/**
 * Why a stretch of work on the text ended: nobody wrote for a while (or for long enough), an edition was frozen, a text
 * was imported or an import taken back, moderation decided about contributions or took a decision back, the host closed. `found` is what a host found at its start and nobody has
 * written down: what the command line changed, or what was under way when the power went.
 */
export const momentCauses = [
  'edit',
  'freeze',
  'import',
  'import-undone',
  'decision',
  'decision-reopened',
  'close',
  'found',
] as const;
export type MomentCause = (typeof momentCauses)[number];

/** A goal or part that was touched, told by the words it had then. */
export interface TouchedPart {
  readonly id: NodeId;
  readonly type: NodeType;
  /** Its printed number then; empty where it had none. */
  readonly number: string;
  /** Its heading or first words; empty where it is gone or had none. */
  readonly quote: string;
}

/** What somebody did in a stretch. */
export interface MomentAuthor {
  /** Id of the invitation, `local` for the window of the host's machine, `host` for the host itself. */
  readonly principal: string;
  /** As it was shown to the others then; empty where nothing was. */
  readonly name: string;
  /** Id of the register, where the invitation has one. */
  readonly institution: InstitutionId | null;
  /** Name of the institution, from the register or as it was shown; empty where there is none. */
  readonly institutionName: string;
  /** At most so many as `touchedLimit` says; in document order. */
  readonly touched: readonly TouchedPart[];
  /** Whether title, subtitle or municipality were touched. */
  readonly header: boolean;
}

/** How many touched parts are told of one author in one moment. */
export const touchedLimit = 200;

/** One row of the version history: a stretch of work on the draft, and the state at its end. */
export interface Moment {
  /** Counts up; a number is never used twice. */
  readonly id: number;
  /** ISO 8601 in UTC to the second. */
  readonly from: string;
  readonly to: string;
  readonly cause: MomentCause;
  /** The label of the edition, for `freeze`; the id of the record, for decisions; else empty. */
  readonly label: string;
  readonly authors: readonly MomentAuthor[];
  /** Parts that were there at its beginning and are gone at its end. */
  readonly removed: readonly TouchedPart[];
}

/** The text as it stood at the end of a moment, with what is needed to print its numbers. */
export interface MomentText {
  readonly header: DocumentHeader;
  readonly document: LeitbildDocument;
  /** The profile of the file today. */
  readonly profile: Profile;
}
