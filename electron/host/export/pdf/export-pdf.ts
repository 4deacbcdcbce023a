import type { Result } from '../../../../shared/errors/result.ts';
import type { AssetId } from '../../../../shared/ids/ids.ts';
import type { Publication } from '../../../../shared/publication/publication.ts';
import { createWorkerRunner, type JobOptions } from '../../worker/worker-runner.ts';
import type { PdfEngineName } from './pdf-engine.ts';
import type { PdfJob } from './pdf-job.ts';
import type { PdfVariant } from './print-data.ts';

export interface PdfOptions extends JobOptions {
  /** The edition as it is published, or the working copy with line numbers and room for notes. */
  readonly variant: PdfVariant;
  /** Left out: native where it is installed, else WASM. Only native editions claim PDF/UA-1. */
  readonly engine?: PdfEngineName | undefined;
}

/** Exports PDFs in one worker thread, which stays warm. */
export interface PdfExporter {
  /**
   * Sets a publication as PDF. The same publication, variant and engine give the same bytes, in any process.
   * Fails with `glyph-missing` before anything is set, `asset-unknown`, `asset-unsupported`, `typesetting-failed`,
   * `cancelled` or `worker-failed`.
   */
  exportPdf(
    publication: Publication,
    assets: ReadonlyMap<AssetId, Uint8Array>,
    options: PdfOptions,
  ): Promise<Result<Uint8Array>>;
  /** Ends the worker; what is under way is cancelled. */
  close(): Promise<void>;
}

/** Makes an exporter. The worker starts with the first export and does not keep the process alive when idle. */
export function createPdfExporter(): PdfExporter {
  const runner = createWorkerRunner<PdfJob, Uint8Array>(new URL('./pdf-worker.ts', import.meta.url));
  return {
    exportPdf(publication, assets, { variant, engine = null, signal, onProgress }) {
      return runner.run({ publication, assets, variant, engine }, { signal, onProgress });
    },
    close: () => runner.close(),
  };
}

/** Sets a single publication in a worker of its own; see `PdfExporter.exportPdf`. */
export async function exportPdf(
  publication: Publication,
  assets: ReadonlyMap<AssetId, Uint8Array>,
  options: PdfOptions,
): Promise<Result<Uint8Array>> {
  const exporter = createPdfExporter();
  try {
    return await exporter.exportPdf(publication, assets, options);
  } finally {
    await exporter.close();
  }
}
