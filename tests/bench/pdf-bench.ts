import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { createPdfExporter, type PdfExporter } from '../../electron/host/export/pdf/export-pdf.ts';
import { writeHtml } from '../../electron/host/export/html/write-html.ts';
import type { Publication } from '../../shared/publication/publication.ts';
import { hasChromium, launchChromium } from '../support/chromium.ts';
import { valueOf } from '../support/filled-workspace.ts';
import { alterPublication, publicationOf } from './bench-document.ts';
import { benchSource, planOf } from './bench-source.ts';
import { figureOf, type Figure } from './measure.ts';
import { descendantsOf, peakMemoryOf } from './process-memory.ts';
import { runJob } from './run-job.ts';
import { withFolder } from './with-folder.ts';

const noAssets = new Map();
/** Rounds of the warm and of the cold comparison by size of the text. */
const SIZES = [
  { times: 1, warm: 15, cold: 5 },
  { times: 4, warm: 9, cold: 3 },
  { times: 16, warm: 5, cold: 3 },
] as const;

/** The PDF of an edition by Typst, beside Chromium printing its HTML export, each in turn. */
export function pdfBench(): Promise<readonly Figure[]> {
  return withFolder(async (folder) => {
    const source = await benchSource();
    const plan = await planOf(source.repeated(1), source.name);
    const figures: Figure[] = [];
    for (const { times, warm, cold } of SIZES) {
      const publication = publicationOf(plan, times);
      figures.push(...(await warmFigures(publication, times, warm)));
      figures.push(...(await coldFigures(publication, times, cold, join(folder, `${times}.json`))));
    }
    return figures;
  });
}

async function warmFigures(
  publication: Publication,
  times: number,
  rounds: number,
): Promise<readonly Figure[]> {
  const exporter = createPdfExporter();
  const browser = hasChromium ? await launchChromium() : null;
  const [typst, same, chromium, ratios]: [number[], number[], number[], number[]] = [[], [], [], []];
  try {
    for (let round = 0; round <= rounds; round += 1) {
      const altered = alterPublication(publication, round);
      const html = writeHtml(altered, noAssets);
      const set = (): Promise<number> => timeOf(() => setPdf(exporter, altered));
      const print = (): Promise<number> => timeOf(() => (browser ? printPdf(browser, html) : null));
      const turns = round % 2 === 0 ? [set, print] : [print, set];
      const first = (await turns[0]?.()) ?? Number.NaN;
      const second = (await turns[1]?.()) ?? Number.NaN;
      const [own, other] = round % 2 === 0 ? [first, second] : [second, first];
      // The first round warms up.
      if (round === 0) continue;
      typst.push(own);
      if (browser) chromium.push(other);
      if (browser) ratios.push(own / other);
    }
    // Apart from the rest: setting the same text again makes the engine forget most of what it keeps of a large one.
    const last = alterPublication(publication, rounds);
    await setPdf(exporter, last);
    for (let round = 0; round < rounds; round += 1) same.push(await timeOf(() => setPdf(exporter, last)));
  } finally {
    await browser?.close();
    await exporter.close();
  }
  const own = [
    figureOf(`pdf: Typst, warm, a word altered ×${times}`, 'ms', typst),
    figureOf(`pdf: Typst, warm, the same again ×${times}`, 'ms', same),
  ];
  if (!browser) return own;
  return [
    ...own,
    figureOf(`pdf: Chromium, warm ×${times}`, 'ms', chromium),
    figureOf(`pdf: Typst / Chromium, warm ×${times}`, 'ratio', ratios, 0.5),
  ];
}

async function coldFigures(
  publication: Publication,
  times: number,
  rounds: number,
  path: string,
): Promise<readonly Figure[]> {
  writeFileSync(path, JSON.stringify(publication));
  const html = writeHtml(publication, noAssets);
  const [typst, typstPeak, chromium, chromiumPeak]: [number[], number[], number[], number[]] = [
    [],
    [],
    [],
    [],
  ];
  for (let round = 0; round < rounds; round += 1) {
    const { ms, peakMiB } = await runJob('pdf', path);
    typst.push(ms);
    typstPeak.push(peakMiB);
    if (!hasChromium) continue;
    const printed = await printOnce(html);
    chromium.push(printed.ms);
    chromiumPeak.push(printed.peakMiB);
  }
  const own = [
    figureOf(`pdf: Typst, cold ×${times}`, 'ms', typst),
    figureOf(`pdf: peak memory of Typst ×${times}`, 'MiB', typstPeak),
  ];
  if (!hasChromium) return own;
  return [
    ...own,
    figureOf(`pdf: Chromium, cold ×${times}`, 'ms', chromium),
    figureOf(`pdf: peak memory of Chromium ×${times}`, 'MiB', chromiumPeak),
  ];
}

async function timeOf(work: () => Promise<unknown> | null): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

async function setPdf(exporter: PdfExporter, publication: Publication): Promise<void> {
  valueOf(await exporter.exportPdf(publication, noAssets, { variant: 'edition' }));
}

/** Prints in a page of its own, with tags and outline, as our own PDF has them. */
async function printPdf(browser: Browser, html: string): Promise<void> {
  const page = await browser.newPage();
  await page.setContent(html);
  await page.pdf({ preferCSSPageSize: true, tagged: true, outline: true });
  await page.close();
}

/** From no browser to a PDF; the memory is the sum over its processes, in which shared pages count several times. */
async function printOnce(html: string): Promise<{ readonly ms: number; readonly peakMiB: number }> {
  const begun = performance.now();
  const browser = await launchChromium();
  try {
    const page = await browser.newPage();
    await page.setContent(html);
    await page.pdf({ preferCSSPageSize: true, tagged: true, outline: true });
    const ms = performance.now() - begun;
    const peakMiB = descendantsOf(process.pid).reduce((sum, pid) => sum + peakMemoryOf(pid), 0);
    return { ms, peakMiB };
  } finally {
    await browser.close();
  }
}
