import type { Adoption, DocumentHeader } from '../editions/edition.ts';
import type { AssetId, NodeId, Sha256 } from '../ids/ids.ts';
import type { PublicationLabels } from './publication-labels.ts';

/**
 * A draft or edition with everything resolved that readers see: numbers, printed references, headings of goal
 * groups, participants. PDF, DOCX, HTML and Markdown are written from this one model, so that they cannot differ.
 * It is plain JSON: it crosses to workers and into Typst as it is.
 */
export interface Publication extends DocumentHeader {
  readonly state: 'edition' | 'draft';
  /** "2019"; for a draft, an empty string. */
  readonly label: string;
  readonly language: 'de' | 'en';
  readonly adoption: Adoption | null;
  /** Instant of freezing, or of taking the draft; ISO 8601, UTC. */
  readonly createdAt: string;
  readonly hash: Sha256 | null;
  readonly logo: PublishedAsset | null;
  readonly labels: PublicationLabels;
  readonly parts: readonly PublishedPart[];
  /** All footnotes in the order of their marks. */
  readonly footnotes: readonly PublishedFootnote[];
}

export interface PublishedAsset {
  readonly id: AssetId;
  readonly mediaType: string;
  readonly alternativeText: string;
}

/** A top-level part: it begins a page in print. */
export type PublishedPart =
  | {
      readonly type: 'foreword';
      readonly id: NodeId;
      /** As listed in the contents: its heading, or "Grußwort" and who signed it. */
      readonly title: string;
      readonly heading: readonly Run[];
      readonly portrait: PublishedAsset | null;
      readonly blocks: readonly PublishedBlock[];
      readonly signature: {
        readonly name: readonly Run[];
        readonly offices: readonly (readonly Run[])[];
      } | null;
    }
  | PublishedSection;

/** Preface, chapter, section or field: a heading with what stands under it. */
export interface PublishedSection {
  readonly type: 'section';
  readonly id: NodeId;
  readonly kind: 'preface' | 'chapter' | 'section' | 'actionField';
  /** 1 for prefaces and chapters, 2 for what they hold, and so on. */
  readonly level: number;
  /** "6.4"; empty where it is not numbered. */
  readonly number: string;
  readonly heading: readonly Run[];
  /** The heading without marks and footnotes, for contents, bookmarks and running heads. */
  readonly title: string;
  readonly blocks: readonly (
    PublishedBlock | PublishedSection | PublishedGoalGroup | PublishedParticipants
  )[];
}

export type PublishedBlock =
  | { readonly type: 'paragraph'; readonly id: NodeId; readonly runs: readonly Run[] }
  | { readonly type: 'bulletList'; readonly items: readonly PublishedListItem[] }
  | { readonly type: 'orderedList'; readonly start: number; readonly items: readonly PublishedListItem[] };

export interface PublishedListItem {
  readonly id: NodeId;
  readonly blocks: readonly PublishedBlock[];
}

export interface PublishedGoalGroup {
  readonly type: 'goalGroup';
  readonly id: NodeId;
  /** Goal kind of the profile. */
  readonly kind: string;
  /** Printed weight of the kind, 1 is strongest. */
  readonly rank: number;
  /** "Teilziele Arbeit", "Leitziel" where there is but one goal. */
  readonly title: string;
  /** Depth as a heading: one more than that of the section or goal it stands in. */
  readonly level: number;
  readonly goals: readonly PublishedGoal[];
}

export interface PublishedGoal {
  readonly id: NodeId;
  /** "6.4.T3" for quoting. */
  readonly number: string;
  /** "T3" for the margin. */
  readonly shortNumber: string;
  /** "Teilziel": the kind's name for one. */
  readonly kindName: string;
  readonly paragraphs: readonly (readonly Run[])[];
  readonly subpoints: readonly PublishedSubpoint[];
  readonly groups: readonly PublishedGoalGroup[];
}

export interface PublishedSubpoint {
  readonly id: NodeId;
  readonly number: string;
  /** "a)" */
  readonly shortNumber: string;
  readonly paragraphs: readonly (readonly Run[])[];
  readonly subpoints: readonly PublishedSubpoint[];
}

export interface PublishedParticipants {
  readonly type: 'participants';
  readonly id: NodeId;
  readonly names: readonly string[];
}

export interface PublishedFootnote {
  readonly id: NodeId;
  readonly number: string;
  readonly runs: readonly Run[];
}

/** A stretch of inline content. A footnote's own runs hold no footnotes. */
export type Run =
  | {
      readonly type: 'text';
      readonly text: string;
      readonly strong: boolean;
      readonly emphasis: boolean;
      readonly href: string | null;
    }
  | { readonly type: 'footnote'; readonly id: NodeId; readonly number: string; readonly runs: readonly Run[] }
  | {
      readonly type: 'reference';
      /** `null` where what it pointed to is gone; then `text` says so. */
      readonly target: NodeId | null;
      readonly text: string;
      readonly strong: boolean;
      readonly emphasis: boolean;
    }
  | { readonly type: 'break' };
