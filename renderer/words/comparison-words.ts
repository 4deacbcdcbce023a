import type { UnitChange } from '../../shared/diff/compare-documents.ts';

/** How a comparison of two editions is told. */
export interface ComparisonWords {
  /** Heads a row of counts. */
  readonly rows: Readonly<Record<ComparedType, string>>;
  /** What became of how many, in a row of counts. */
  readonly counts: Readonly<
    Record<'kept' | 'reworded' | 'moved' | 'split' | 'merged' | 'new' | 'dropped', string>
  >;
  /** One unit without a number of its own; parts and goals are called as their profile says. */
  readonly unit: Readonly<Record<'goalGroup' | 'goal' | 'paragraph' | 'listItem' | 'footnote', string>>;
  readonly reworded: string;
  readonly reformatted: string;
  readonly moved: string;
  readonly kindChanged: string;
  readonly new: string;
  readonly dropped: string;
  /** The parts come quoted by `quoted`. */
  readonly splitFrom: (sources: readonly string[]) => string;
  readonly mergedWith: (sources: readonly string[]) => string;
  readonly mergedInto: (heirs: readonly string[]) => string;
  /** A unit by its number or name, and its first words. */
  readonly quoted: (name: string, words: string) => string;
  readonly untitled: string;
  readonly noDifferences: string;
  /** Explains how deleted and inserted words are shown. */
  readonly legend: string;
}

/** Units whose changes are counted. */
export type ComparedType = Exclude<UnitChange['type'], 'participants' | 'goalGroup'>;
