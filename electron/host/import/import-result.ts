import type { NodeId } from '../../../shared/ids/ids.ts';
import type { DocumentHeader } from '../../../shared/editions/edition.ts';
import type { LeitbildDocument } from '../../../shared/schema/document.ts';
import type { Institution } from '../../../shared/register/institution.ts';
import type { ImportWarning } from '../../../shared/import/import-report.ts';
import type { SourceToken } from './source-document.ts';

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
  | { readonly type: 'furniture'; readonly as: 'header' | 'footer' | 'pageNumber' | 'contents' | 'leftOut' }
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
