/** What an importer may have to say of a source, besides its structure. */
export type ImportWarningCode =
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

/** Something the reader of the report should know; a code of `importWarnings` with what its sentence needs. */
export interface ImportWarning {
  readonly code: ImportWarningCode;
  readonly line: number;
  /** A short quotation or value the sentence needs; never more than 80 characters. */
  readonly detail: string;
}

/** The preview that is shown before anything is written, and stored with the import. */
export interface ImportReport {
  readonly source: {
    readonly name: string;
    readonly format: string;
    readonly sha256: string;
    readonly bytes: number;
  };
  /** False where no goals were found: then nothing is invented, and the sentence says so. */
  readonly isLeitbild: boolean;
  readonly forewords: number;
  readonly chapters: number;
  readonly actionFields: number;
  readonly subpoints: number;
  readonly footnotes: number;
  readonly institutions: number;
  /** Goals under the plural of their kind: `leitziele`, `teilziele` in the standard profile. */
  readonly [goalKindPlural: string]: unknown;
  readonly words: {
    readonly total: number;
    readonly placed: number;
    readonly joined: number;
    readonly institutions: number;
    readonly structure: number;
    readonly headers: number;
    readonly footers: number;
    readonly pageNumbers: number;
    readonly contents: number;
    /** What a person said is no part of the text; absent where nobody did. */
    readonly leftOut?: number;
    readonly unplaced: number;
  };
  readonly unplaced: readonly { readonly line: number; readonly text: string }[];
  readonly furniture: readonly { readonly line: number; readonly text: string; readonly as: string }[];
  readonly warnings: readonly ImportWarning[];
  /** Ids of the institutions that the register did not know; there once the import is applied. */
  readonly addedInstitutions?: readonly string[];
  /** The found structure in brief, in reading order, for the eye. */
  readonly outline: readonly {
    readonly number: string;
    readonly title: string;
    readonly goals: Readonly<Record<string, number>>;
  }[];
}
