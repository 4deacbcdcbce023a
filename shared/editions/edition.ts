import type { AssetId, NodeId, Sha256 } from '../ids/ids.ts';
import type { LeitbildDocument } from '../schema/document.ts';
import type { Profile } from '../schema/profile.ts';
import type { Institution } from '../register/institution.ts';

/** What stands on the cover, in a draft as in an edition. */
export interface DocumentHeader {
  readonly title: string;
  readonly subtitle: string;
  /** Whose Leitbild it is ("Stadt Musterfurt"). */
  readonly municipality: string;
}

/** Ratsbeschluss: by whom, when and under which paper number the text was adopted. */
export interface Adoption {
  /** The body that adopted it ("Rat der Stadt Musterfurt"). */
  readonly body: string;
  /** Day of the decision, `YYYY-MM-DD`. */
  readonly date: string;
  /** Number of the council paper ("V/0815/2019"). */
  readonly paper: string;
}

export interface EditionAsset {
  readonly id: AssetId;
  readonly mediaType: 'image/png' | 'image/jpeg' | 'image/svg+xml';
  /** What the picture shows, for those who do not see it. Empty only for decoration. */
  readonly alternativeText: string;
}

/**
 * All that an edition is. Its canonical JSON (`canonical-json.ts`) is what the hash is taken of, and is byte for
 * byte what the JSON export holds, so that anyone can check it with `sha256sum`.
 */
export interface EditionContent extends DocumentHeader {
  readonly format: 'leitbild-edition';
  readonly version: 1;
  /** What the edition is called ("2019"); unique in a workspace. */
  readonly label: string;
  readonly adoption: Adoption | null;
  /** When it was frozen, ISO 8601 in UTC to the second. */
  readonly frozenAt: string;
  readonly profile: Profile;
  readonly document: LeitbildDocument;
  /** In the order of printing. */
  readonly participants: readonly Pick<Institution, 'id' | 'name' | 'kind'>[];
  /** What was decided on the way to this text; each names the nodes it concerns. */
  readonly decisions: readonly EditionDecision[];
  /** Sorted by id. */
  readonly assets: readonly EditionAsset[];
  /** The municipality's logo, if the cover carries one. */
  readonly logo: AssetId | null;
  /** Hash of the edition frozen before this one, so that editions form a chain. */
  readonly previous: Sha256 | null;
}

/** Abwägung as it is kept with the edition. */
export interface EditionDecision {
  readonly id: string;
  readonly nodes: readonly NodeId[];
  readonly outcome: 'adopted' | 'adoptedInPart' | 'rejected' | 'noted' | 'deferred';
  readonly reason: string;
}

/** An edition with its proof. */
export interface FrozenEdition {
  readonly content: EditionContent;
  readonly hash: Sha256;
}

/** What is typeset: a frozen edition, or the draft as it stands. */
export type Publishable =
  | { readonly state: 'edition'; readonly edition: FrozenEdition }
  | {
      readonly state: 'draft';
      readonly content: Omit<
        EditionContent,
        'format' | 'version' | 'label' | 'frozenAt' | 'adoption' | 'previous'
      >;
      /** When the draft was taken, ISO 8601. */
      readonly takenAt: string;
    };
