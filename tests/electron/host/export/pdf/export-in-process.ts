import { createHash } from 'node:crypto';
import { exportPdf } from '../../../../../electron/host/export/pdf/export-pdf.ts';
import { pdfEngineNames } from '../../../../../electron/host/export/pdf/pdf-engine.ts';
import { sampleAssets, samplePublication } from '../../../../support/sample-publication.ts';

/** Started as a process of its own: exports the sample edition and prints the SHA-256 of the file. */
const engine = pdfEngineNames.find((name) => name === process.argv[2]);
const result = await exportPdf(samplePublication(), sampleAssets, { variant: 'edition', engine });
if (!result.ok) throw new Error(JSON.stringify(result.error));
process.stdout.write(createHash('sha256').update(result.value).digest('hex'));
