import type { NodeId } from '../ids/ids.ts';
import type { LeitbildDocument } from '../schema/document.ts';
import type { ImportReport } from './import-report.ts';

/**
 * What a person can say that a block of the source is. `goalGroup` is the heading over goals of one kind;
 * `goalParagraph` goes on with the goal or subpoint before it; `paragraph` and `listItem` stand for themselves, and
 * goals behind them stay goals; `leftOut` is no part of the text, as running heads are.
 */
export const blockKinds = [
  'foreword',
  'preface',
  'chapter',
  'section',
  'actionField',
  'goalGroup',
  'goal',
  'goalParagraph',
  'subpoint',
  'paragraph',
  'listItem',
  'footnote',
  'leftOut',
] as const;

export type BlockKind = (typeof blockKinds)[number];

/** What a block became: one of `blockKinds`, or what only the source itself can say. */
export type BlockRole = BlockKind | 'signature' | 'participants' | 'unplaced';

/** One correction. The last one for a block counts. */
export interface BlockChange {
  /** As `SourceBlockView.block` names it. */
  readonly block: string;
  readonly kind: BlockKind;
  /** Id of a goal kind of the profile, for `goalGroup` and `goal`; left out, the kind before it, else the first. */
  readonly goalKind?: string | undefined;
}

/** One block of the source as a window shows it on the left. */
export interface SourceBlockView {
  /** Names the block in changes; the same for one plan, whatever is changed. */
  readonly block: string;
  readonly text: string;
  /** Line on which it begins, from 1; in a DOCX, paragraphs are counted. */
  readonly line: number;
  /** Page on which it begins, from 1; 0 where the source has no pages. */
  readonly page: number;
  /** What it became, with the changes of this plan. */
  readonly role: BlockRole;
  readonly goalKind: string | null;
  /** The node of the preview that it became or belongs to; null where it is in none. */
  readonly node: NodeId | null;
  /** Whether a person said so. */
  readonly changed: boolean;
}

/** An import before anything is written: source left, structure right. */
export interface ImportView {
  readonly plan: string;
  readonly report: ImportReport;
  /** In reading order; what was taken for furniture is among them. */
  readonly blocks: readonly SourceBlockView[];
  /** What the text would be. Nodes that the present text has already will keep their ids. */
  readonly document: LeitbildDocument;
  /** Goals of the present text, which importing replaces. */
  readonly presentGoals: number;
  readonly changes: readonly BlockChange[];
}
