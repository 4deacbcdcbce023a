import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Publication } from '../../shared/publication/publication.ts';
import { peakMemoryOf } from './process-memory.ts';

/** Started by `run-job.ts`: does one job and prints the most memory that this process held, in MiB. */
const [job = '', path = ''] = process.argv.slice(2);

// Only what the job needs is loaded, as it would be in the product.
if (job === 'import') {
  const { planOf } = await import('./bench-source.ts');
  await planOf(readFileSync(path), basename(path));
} else if (job === 'pdf') {
  const { exportPdf } = await import('../../electron/host/export/pdf/export-pdf.ts');
  const publication = JSON.parse(readFileSync(path, 'utf8')) as Publication;
  const result = await exportPdf(publication, new Map(), { variant: 'edition' });
  if (!result.ok) throw new Error(JSON.stringify(result.error));
} else if (job === 'assessment') {
  const { deserialize } = await import('node:v8');
  const { writeAssessment } = await import('../../electron/host/export/assessment/write-assessment.ts');
  const asked = deserialize(readFileSync(path)) as Parameters<typeof writeAssessment>[0];
  const result = await writeAssessment(asked, () => undefined);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
} else if (job !== 'nothing') throw new Error(`unknown job: ${job}`);

process.stdout.write(String(peakMemoryOf(process.pid)));
