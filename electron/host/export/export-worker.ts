import { serveJobs } from '../worker/serve-jobs.ts';
import type { ExportJob } from './export-job.ts';
import { exportPublishable } from './export-publishable.ts';
import type { PdfExporter } from './pdf/export-pdf.ts';
import { createTypesetter } from './pdf/typeset-publication.ts';

const typesetter = createTypesetter();
/** This is a worker already, so that PDFs are set right here. */
const pdf: PdfExporter = {
  exportPdf: (publication, assets, { variant, engine = null, onProgress }) =>
    typesetter.typeset({ publication, assets, variant, engine }, onProgress ?? (() => undefined)),
  close: () => Promise.resolve(),
};

serveJobs(({ source, assets, format }: ExportJob, onProgress) => {
  if (format !== 'pdf' && format !== 'workingcopy') onProgress({ phase: 'writing', done: 0, total: 1 });
  return exportPublishable(source, assets, pdf, { format, onProgress });
});
