import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describeError, wordsIn } from '../../renderer/words/language.ts';
import { AppFailure } from '../../shared/errors/errors.ts';
import { valueOf } from '../../shared/errors/value-of.ts';
import { selectSource } from '../host/editions/select-source.ts';
import { assetsOf, exportPublishable } from '../host/export/export-publishable.ts';
import { createPdfExporter } from '../host/export/pdf/export-pdf.ts';
import { defaultPdfEngine } from '../host/export/pdf/pdf-engine.ts';
import { writeFileWhole } from '../host/files/write-file.ts';
import { loadShippedProfile } from '../host/profiles/shipped-profiles.ts';
import { buildSample } from '../host/sample/build-sample.ts';
import { readSampleFiles } from '../host/sample/sample-files.ts';

const formats = ['pdf', 'html', 'docx'] as const;

/** Builds the sample workspace in a folder, exports its editions, and prints what lies where. */
async function runDemo(folder: string): Promise<void> {
  const path = join(folder, 'ellernfurt.leitbild');
  await mkdir(folder, { recursive: true });
  await rm(path, { force: true });
  const sample = await readSampleFiles(fileURLToPath(new URL('../../resources/sample', import.meta.url)));
  const workspace = await buildSample(path, sample, valueOf(await loadShippedProfile('standard')));
  const pdf = createPdfExporter();
  try {
    console.log(`${path}\n  the sample workspace, with the editions`);
    for (const { label, title, hash } of workspace.editions.list()) {
      const source = valueOf(selectSource(workspace, label, ''));
      const assets = valueOf(assetsOf(source, workspace));
      console.log(`\n${label}  ${title}\n  SHA-256 ${hash}`);
      for (const format of formats) {
        const target = join(folder, `ellernfurt-${label}.${format}`);
        valueOf(
          await writeFileWhole(target, valueOf(await exportPublishable(source, assets, pdf, { format }))),
        );
        console.log(`  ${target}`);
      }
    }
    if (defaultPdfEngine() === 'wasm') console.log(`\n${wordsIn('en').commands.engineWithoutProof}`);
    console.log('\nNext: npm run -s leitbild -- compare out/ellernfurt.leitbild 2014 2019');
  } finally {
    await pdf.close();
    valueOf(workspace.close());
  }
}

try {
  await runDemo('out');
} catch (error) {
  if (!(error instanceof AppFailure)) throw error;
  console.error(describeError(error.error, wordsIn('en')));
  process.exitCode = 1;
}
