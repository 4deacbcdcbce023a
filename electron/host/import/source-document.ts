import type { NodeId } from '../../../shared/ids/ids.ts';

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
  /** As it shall read, without its footnote mark. */
  readonly text: string;
  readonly tokens: readonly SourceToken[];
  /** Whether a space separates it from the word before. The first word of a block has none. */
  readonly spaceBefore: boolean;
  readonly strong?: boolean;
  readonly emphasis?: boolean;
  readonly href?: string;
  /** Mark of a footnote that stands directly behind the word ("4", "*"). */
  readonly footnoteMark?: string;
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
}

/** What a source is made of, in reading order, before anybody says what is a chapter and what a goal. */
export type SourceBlock =
  | (BlockBase & {
      readonly type: 'heading';
      /** Depth from 1, as far as the source tells; 0 where it does not (plain text). */
      readonly level: number;
      /** Printed number ("6.3") with its token, apart from the words. */
      readonly number?: { readonly text: string; readonly token: SourceToken };
      /** What the source says this heading opens, where it does (Markdown of our own export). */
      readonly opens?:
        'foreword' | 'preface' | 'chapter' | 'section' | 'actionField' | { readonly goalKind: string };
    })
  | (BlockBase & { readonly type: 'paragraph' })
  | (BlockBase & {
      readonly type: 'listItem';
      /** Depth from 1. */
      readonly depth: number;
      readonly ordered: boolean;
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
  | (BlockBase & { readonly type: 'participants' });

/** Words that are no part of the text, with what they were taken for. */
export interface Furniture {
  readonly token: SourceToken;
  readonly as: 'header' | 'footer' | 'pageNumber' | 'contents';
}

/** Something the reader of the report should know; a code of `importWarnings` with what its sentence needs. */
export interface ImportWarning {
  readonly code:
    | 'encoding-detected'
    | 'tracked-changes-accepted'
    | 'image-left-out'
    | 'table-flattened'
    | 'comment-left-out'
    | 'footnote-without-mark'
    | 'mark-without-footnote'
    | 'hyphen-uncertain'
    | 'style-unknown'
    | 'no-structure-found'
    | 'reference-unresolved'
    | 'ocr-missing-pages';
  readonly line: number;
  /** A short quotation or value the sentence needs; never more than 80 characters. */
  readonly detail: string;
}

/** One source, read and taken apart. Every token is in exactly one of: a block, or the furniture. */
export interface SourceDocument {
  /** File name without folders. */
  readonly name: string;
  readonly format: 'text' | 'pdf' | 'docx' | 'markdown';
  readonly blocks: readonly SourceBlock[];
  readonly furniture: readonly Furniture[];
  readonly warnings: readonly ImportWarning[];
  /** All tokens in source order: what the ledger must account for. */
  readonly tokens: readonly SourceToken[];
  /** Title, subtitle and municipality, as far as the source says; empty strings where it does not. */
  readonly header: { readonly title: string; readonly subtitle: string; readonly municipality: string };
}
