import type { ImportWarning } from '../../../shared/import/import-report.ts';
import type { AssetId, NodeId } from '../../../shared/ids/ids.ts';

/** One word of the source as it stands there: whatever lies between white space. */
export interface SourceToken {
  readonly text: string;
  /** Line in the source, from 1. In a PDF, lines are counted over the whole document; in a DOCX, paragraphs. */
  readonly line: number;
  /** Place in the line, from 0, counted in tokens. */
  readonly column: number;
}

/** A word of the target text. It has two or more tokens where a line break had cut it. */
export interface SourceWord {
  /**
   * As it shall read, without its footnote mark. Empty where nothing but a footnote mark or a line break stands:
   * a second mark behind one word, a mark that opens a paragraph, two breaks in a row. Such a word has no tokens.
   */
  readonly text: string;
  readonly tokens: readonly SourceToken[];
  /** Whether a space separates it from the word before. The first word of a block has none. */
  readonly spaceBefore: boolean;
  readonly strong?: boolean;
  readonly emphasis?: boolean;
  readonly href?: string;
  /** Mark of a footnote that stands directly behind the word ("4", "*"). */
  readonly footnoteMark?: string;
  /** The mark in the source, where it is a token of its own; else it is part of the word's last token, or no token at all. */
  readonly footnoteMarkToken?: SourceToken;
  /** Set where the source points to another node by its id (Markdown of our own export). */
  readonly reference?: { readonly target: NodeId; readonly form: 'number' | 'label' | 'title' };
  /** A line break that the author meant stands before this word. */
  readonly breakBefore?: boolean;
}

interface BlockBase {
  readonly words: readonly SourceWord[];
  /** Line on which the block begins. */
  readonly line: number;
  /** Page on which the block begins, from 1; 0 where the source has no pages. */
  readonly page: number;
  /** Set where the source carries our ids (Markdown of our own export). */
  readonly id?: NodeId;
  readonly origins?: readonly NodeId[];
  /**
   * Depth of the list item that this block stands in, where the source tells: a further paragraph of an item, or
   * the heading of a goal group under a goal. Absent or 0 outside of items. Items themselves say `depth`.
   */
  readonly itemDepth?: number;
  /**
   * The node that holds this block, where the order of headings would place it elsewhere: a paragraph of the
   * chapter behind a section of it, a subpoint behind a nested goal group (Markdown of our own export).
   */
  readonly within?: NodeId;
  /** What a person has said that the block is; it counts more than any sign of the source. */
  readonly declared?: Declared;
  /** Bullets that stood before it, where it is no list item any more. */
  readonly setAside?: readonly SourceToken[];
}

/** A person's word about a block; `heading` where `opens` says the rest. */
export type Declared =
  | { readonly as: 'heading' | 'goalParagraph' | 'subpoint' | 'paragraph' | 'listItem' | 'footnote' }
  /** `goalKind` left out: the kind of the goals before it, else the first that the profile has. */
  | { readonly as: 'goal'; readonly goalKind?: string | undefined };

/** What a source is made of, in reading order, before anybody says what is a chapter and what a goal. */
export type SourceBlock =
  | (BlockBase & {
      readonly type: 'heading';
      /** Depth from 1, as far as the source tells; 0 where it does not (plain text). */
      readonly level: number;
      /** Printed number ("6.3") with its token, apart from the words. */
      readonly number?: { readonly text: string; readonly token: SourceToken };
      /**
       * What the source says this heading opens, where it does (Markdown of our own export). The words of a goal
       * group's heading are then its kind's name and the label ("Teilziele Arbeit"): whoever knows the profile
       * takes the plural, singular, alias or id of the kind off their beginning. Where `opens` stands, no number
       * is split off, and no words mean no heading.
       */
      readonly opens?:
        'foreword' | 'preface' | 'chapter' | 'section' | 'actionField' | { readonly goalKind: string };
      /** Portrait of a foreword (Markdown of our own export). */
      readonly portrait?: AssetId;
    })
  | (BlockBase & { readonly type: 'paragraph' })
  | (BlockBase & {
      readonly type: 'listItem';
      /** Depth from 1, counted over all items it stands in. */
      readonly depth: number;
      readonly ordered: boolean;
      /** Set where the source says that a new list begins here, even if an item like it stands right before. */
      readonly startsList?: boolean;
      /** Number of the first item of an ordered list, on its first item. */
      readonly start?: number;
      /** Bullet or number as it stands in the source, where it is a token of its own. */
      readonly marker?: SourceToken;
    })
  | (BlockBase & {
      readonly type: 'footnote';
      /** The mark it belongs to. */
      readonly mark: string;
      readonly markToken?: SourceToken;
    })
  | (BlockBase & {
      readonly type: 'signature';
      /** First line is the name, further lines are offices. */ readonly lines: readonly (readonly SourceWord[])[];
    })
  | (BlockBase & {
      readonly type: 'participants';
      /** One list of words per institution; `words` is empty. */
      readonly names: readonly (readonly SourceWord[])[];
    });

/** Words that are no part of the text, with what they were taken for. */
export interface Furniture {
  readonly token: SourceToken;
  readonly as: 'header' | 'footer' | 'pageNumber' | 'contents' | 'leftOut';
}

/** One source, read and taken apart. Every token is in exactly one of: a block, or the furniture. */
export interface SourceDocument {
  /** File name without folders. */
  readonly name: string;
  readonly format: 'text' | 'pdf' | 'docx' | 'markdown';
  readonly blocks: readonly SourceBlock[];
  /** The blocks before a person said what some of them are; the levels of headings are judged by them. */
  readonly asRead?: readonly SourceBlock[];
  readonly furniture: readonly Furniture[];
  readonly warnings: readonly ImportWarning[];
  /** All tokens in source order: what the ledger must account for. */
  readonly tokens: readonly SourceToken[];
  /** Title, subtitle and municipality, as far as the source says; empty strings where it does not. */
  readonly header: { readonly title: string; readonly subtitle: string; readonly municipality: string };
}

export type { ImportWarning };
