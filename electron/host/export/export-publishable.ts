import { utf8ToBytes } from '@noble/hashes/utils.js';
import type { ExportFormat } from '../../../shared/api/export-calls.ts';
import { canonicalJson } from '../../../shared/editions/canonical-json.ts';
import type { Publishable } from '../../../shared/editions/edition.ts';
import { canonicalBytes } from '../../../shared/editions/hash.ts';
import { appError } from '../../../shared/errors/errors.ts';
import { fail, ok, type Result } from '../../../shared/errors/result.ts';
import type { AssetId } from '../../../shared/ids/ids.ts';
import { publish } from '../../../shared/publication/publish.ts';
import type { JobOptions } from '../worker/worker-runner.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { writeHtml } from './html/write-html.ts';
import { writeMarkdown } from './markdown/write-markdown.ts';
import type { PdfEngineName } from './pdf/pdf-engine.ts';
import type { PdfExporter } from './pdf/export-pdf.ts';

export interface ExportRequest extends JobOptions {
  readonly format: ExportFormat;
  /** The typesetter of PDFs; left out, the best that this system has. */
  readonly engine?: PdfEngineName | undefined;
}

/**
 * Writes an edition or draft in one format. The same source and format always give the same bytes.
 * Fails with `asset-unknown` where a picture is missing, and as the PDF exporter does.
 */
export async function exportPublishable(
  source: Publishable,
  assets: ReadonlyMap<AssetId, Uint8Array>,
  pdf: PdfExporter,
  { format, ...options }: ExportRequest,
): Promise<Result<Uint8Array>> {
  const content = source.state === 'edition' ? source.edition.content : source.content;
  switch (format) {
    case 'json':
      return ok(
        source.state === 'edition'
          ? canonicalBytes(source.edition.content)
          : utf8ToBytes(canonicalJson(content)),
      );
    case 'md':
      return ok(utf8ToBytes(writeMarkdown(content)));
    case 'html':
      return ok(utf8ToBytes(writeHtml(publish(source), assets)));
    case 'docx': {
      // The library for DOCX takes longer to load than all other formats to write.
      const { writeDocx } = await import('./docx/write-docx.ts');
      return ok(await writeDocx(publish(source), assets));
    }
    case 'pdf':
      return pdf.exportPdf(publish(source), assets, { ...options, variant: 'edition' });
    case 'workingcopy':
      return pdf.exportPdf(publish(source), assets, { ...options, variant: 'workingCopy' });
  }
}

/** The pictures that a source shows, out of the workspace. Fails with `asset-unknown` where one is missing. */
export function assetsOf(
  source: Publishable,
  workspace: Workspace,
): Result<ReadonlyMap<AssetId, Uint8Array>> {
  const { assets } = source.state === 'edition' ? source.edition.content : source.content;
  const found = new Map<AssetId, Uint8Array>();
  for (const { id } of assets) {
    const asset = workspace.assets.get(id);
    if (!asset) return fail(appError('asset-unknown', { asset: id }));
    found.set(id, asset.bytes);
  }
  return ok(found);
}
