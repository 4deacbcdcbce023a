import { mkdirSync, writeFileSync } from 'node:fs';
import { arch, cpus, loadavg, platform, totalmem } from 'node:os';
import { fileURLToPath } from 'node:url';
import { assessmentBench } from './assessment-bench.ts';
import { editionsBench } from './editions-bench.ts';
import { editorBench } from './editor/editor-bench.ts';
import { editorMemoryBench } from './editor/memory-bench.ts';
import { editorMarksBench } from './editor/marks-bench.ts';
import { startBench } from './editor/start-bench.ts';
import { windowBench } from './editor/window-bench.ts';
import { importBench } from './import-bench.ts';
import { importUiBench } from './import-ui/import-ui-bench.ts';
import { tableOf, type Figure } from './measure.ts';
import { outlineBench } from './outline/outline-bench.ts';
import { packagesBench } from './packages-bench.ts';
import { pdfBench } from './pdf-bench.ts';
import { previewBench } from './preview-bench.ts';
import { previewUiBench } from './preview-ui/preview-ui-bench.ts';
import { roomsBench } from './rooms-bench.ts';
import { searchBench } from './search-bench.ts';
import { connectsBench } from './sync/connects-bench.ts';
import { enduranceBench } from './sync/endurance-bench.ts';
import { syncBench } from './sync/sync-bench.ts';
import { weighingBench } from './weighing-bench.ts';
import { weighingUiBench } from './weighing-ui/weighing-ui-bench.ts';

const subjects: Readonly<Record<string, () => Promise<readonly Figure[]>>> = {
  import: importBench,
  'import-ui': importUiBench,
  pdf: pdfBench,
  preview: previewBench,
  'preview-ui': previewUiBench,
  editions: editionsBench,
  editor: editorBench,
  'editor-memory': editorMemoryBench,
  'editor-marks': editorMarksBench,
  start: startBench,
  window: windowBench,
  outline: outlineBench,
  rooms: roomsBench,
  packages: packagesBench,
  sync: syncBench,
  search: searchBench,
  weighing: weighingBench,
  'weighing-ui': weighingUiBench,
  assessment: assessmentBench,
};

/** Only where they are named: they take long, or make the machine unfit for anything else. */
const onRequest: Readonly<Record<string, () => Promise<readonly Figure[]>>> = {
  'sync-connects': connectsBench,
  'sync-endurance': enduranceBench,
};

/** What a reader must know to judge figures: where and when they came about, and what else the machine did. */
function machineFacts(date: string): Readonly<Record<string, unknown>> {
  return {
    date,
    node: process.version,
    platform: `${platform()} ${arch()}`,
    processor: cpus()[0]?.model ?? 'unknown',
    cores: cpus().length,
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    loadAverage: loadavg().map((load) => Number(load.toFixed(2))),
  };
}

const names = process.argv.slice(2);
const known = { ...subjects, ...onRequest };
const unknown = names.filter((name) => !(name in known));
if (unknown.length > 0) {
  console.error(`unknown: ${unknown.join(', ')}; known: ${Object.keys(known).join(', ')}`);
  process.exit(2);
}
const begun = machineFacts(new Date().toISOString());
const figures: Figure[] = [];
for (const [name, bench] of Object.entries(names.length > 0 ? known : subjects)) {
  if (names.length > 0 && !names.includes(name)) continue;
  const start = performance.now();
  figures.push(...(await bench()));
  console.error(`${name}: ${((performance.now() - start) / 1000).toFixed(0)} s`);
}
const loadAverageAfter = machineFacts('')['loadAverage'];
const out = fileURLToPath(new URL('../../out/', import.meta.url));
mkdirSync(out, { recursive: true });
writeFileSync(
  `${out}bench.json`,
  `${JSON.stringify({ machine: { ...begun, loadAverageAfter }, figures }, null, 2)}\n`,
);
console.log(tableOf(figures));
console.log(
  `\nload average ${String(begun['loadAverage'])} before, ${String(loadAverageAfter)} after; written to out/bench.json`,
);
