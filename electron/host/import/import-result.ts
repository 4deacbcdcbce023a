import type { NodeId } from '../../../shared/ids/ids.ts';
import type { DocumentHeader } from '../../../shared/editions/edition.ts';
import type { LeitbildDocument } from '../../../shared/schema/document.ts';
import type { Institution } from '../../../shared/register/institution.ts';
import type { ImportWarning, SourceToken } from './source-document.ts';

/** What became of one token of the source. Every token has exactly one fate. */
export type Fate =
  /** Part of the text of a node. `joined` where a line break had cut the word. */
  | { readonly type: 'placed'; readonly node: NodeId; readonly joined: boolean }
  /** Name of an institution of the register. */
  | { readonly type: 'institution'; readonly institution: string }
  /** Became structure: a bullet, a printed number, a footnote mark, the name of a goal kind, a cross-reference. */
  | {
      readonly type: 'structure';
      readonly as: 'bullet' | 'number' | 'footnoteMark' | 'goalKind' | 'reference';
      readonly node: NodeId | null;
    }
  | { readonly type: 'furniture'; readonly as: 'header' | 'footer' | 'pageNumber' | 'contents' }
  | { readonly type: 'unplaced' };

export interface LedgerEntry {
  readonly token: SourceToken;
  readonly fate: Fate;
}

/** What an import would make of a source; nothing is written yet. */
export interface ImportResult {
  readonly document: LeitbildDocument;
  readonly header: DocumentHeader;
  readonly institutions: readonly Institution[];
  /** One entry per token of the source, in source order. */
  readonly ledger: readonly LedgerEntry[];
  readonly warnings: readonly ImportWarning[];
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
    readonly unplaced: number;
  };
  readonly unplaced: readonly { readonly line: number; readonly text: string }[];
  readonly furniture: readonly { readonly line: number; readonly text: string; readonly as: string }[];
  readonly warnings: readonly ImportWarning[];
  /** The found structure in brief, in reading order, for the eye. */
  readonly outline: readonly {
    readonly number: string;
    readonly title: string;
    readonly goals: Readonly<Record<string, number>>;
  }[];
}
