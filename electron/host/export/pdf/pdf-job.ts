import type { AssetId } from '../../../../shared/ids/ids.ts';
import type { Publication } from '../../../../shared/publication/publication.ts';
import type { PdfEngineName } from './pdf-engine.ts';
import type { PdfVariant } from './print-data.ts';

/** What the PDF worker is sent. */
export interface PdfJob {
  readonly publication: Publication;
  readonly assets: ReadonlyMap<AssetId, Uint8Array>;
  readonly variant: PdfVariant;
  /** `null` takes the native engine where there is one. */
  readonly engine: PdfEngineName | null;
}
