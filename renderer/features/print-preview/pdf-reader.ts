import { getDocument, PDFWorker, type PDFDocumentProxy, type PDFPageProxy } from 'pdfjs-dist';
import type { PageWord, PdfHeading } from './page-places.ts';
import type { Size } from './zoom.ts';

/** Reads PDFs in a worker of its own. */
export interface PdfReader {
  open(bytes: Uint8Array): Promise<PdfPages>;
  close(): void;
}

/** A PDF that was read. */
export interface PdfPages {
  /** Sizes of the pages in points. */
  readonly sizes: readonly Size[];
  readonly headings: readonly PdfHeading[];
  /** Draws a page (from 0) on a canvas of its own; `scale` is in pixels of the screen for one point. */
  draw(page: number, scale: number, signal: AbortSignal): Promise<HTMLCanvasElement | null>;
  /** Words of a page with their places. */
  words(page: number): Promise<readonly PageWord[]>;
  close(): void;
}

/** Pixels of a screen that a canvas may have: beyond, pages are drawn coarser rather than not at all. */
const MOST_PIXELS = 16_000_000;

/** Starts the worker; it loads nothing from anywhere but the host. */
export function createPdfReader(): PdfReader {
  const port = new Worker(new URL('pdfjs-dist/build/pdf.worker.min.mjs', import.meta.url), {
    type: 'module',
  });
  // pdf.js declares `port` as null, its default; a worker is what it documents.
  const worker = new PDFWorker({ port: port as unknown as null });
  return {
    async open(data) {
      const task = getDocument({
        data,
        worker,
        useSystemFonts: false,
        useWorkerFetch: false,
        enableXfa: false,
        verbosity: 0,
      });
      const pdf = await task.promise;
      const pages = await Promise.all(
        Array.from({ length: pdf.numPages }, (_, index) => pdf.getPage(index + 1)),
      );
      const sizes = pages.map((page) => {
        const { width, height } = page.getViewport({ scale: 1 });
        return { width, height };
      });
      const headings = await readHeadings(pdf, sizes);
      return {
        sizes,
        headings,
        draw: (page, scale, signal) => draw(pages[page], scale, signal),
        words: (page) => readWords(pages[page], sizes[page]),
        close: () => void task.destroy(),
      };
    },
    close() {
      worker.destroy();
      port.terminate();
    },
  };
}

async function draw(
  page: PDFPageProxy | undefined,
  scale: number,
  signal: AbortSignal,
): Promise<HTMLCanvasElement | null> {
  if (page === undefined || signal.aborted) return null;
  const paper = page.getViewport({ scale: 1 });
  const most = Math.sqrt(MOST_PIXELS / (paper.width * paper.height));
  const viewport = page.getViewport({ scale: Math.min(scale * window.devicePixelRatio, most) });
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(viewport.width);
  canvas.height = Math.round(viewport.height);
  const task = page.render({ canvas, viewport });
  signal.addEventListener('abort', () => task.cancel(), { once: true });
  try {
    await task.promise;
    return canvas;
  } catch (error) {
    // A page that is no longer wanted is no failure.
    if (error instanceof Error && error.name === 'RenderingCancelledException') return null;
    throw error;
  }
}

interface OutlineItem {
  readonly title: string;
  readonly dest: string | readonly unknown[] | null;
  readonly items: readonly OutlineItem[];
}

async function readHeadings(pdf: PDFDocumentProxy, sizes: readonly Size[]): Promise<readonly PdfHeading[]> {
  const outline = ((await pdf.getOutline()) as readonly OutlineItem[] | null) ?? [];
  const flat: { item: OutlineItem; depth: number }[] = [];
  const collect = (items: readonly OutlineItem[], depth: number): void => {
    for (const item of items) {
      flat.push({ item, depth });
      collect(item.items, depth + 1);
    }
  };
  collect(outline, 0);
  const headings = await Promise.all(
    flat.map(async ({ item: { title, dest }, depth }): Promise<readonly PdfHeading[]> => {
      if (!Array.isArray(dest)) return [];
      const [target, , , y] = dest as readonly unknown[];
      if (typeof target !== 'object' || target === null) return [];
      const page = await pdf.getPageIndex(target as Parameters<PDFDocumentProxy['getPageIndex']>[0]);
      const height = sizes[page]?.height ?? 0;
      return [{ title, depth, page, top: typeof y === 'number' ? height - y : 0 }];
    }),
  );
  return headings.flat();
}

async function readWords(
  page: PDFPageProxy | undefined,
  size: Size | undefined,
): Promise<readonly PageWord[]> {
  if (page === undefined || size === undefined) return [];
  const { items } = await page.getTextContent();
  return items.flatMap((item) => {
    if (!('str' in item) || item.str.trim() === '') return [];
    const baseline: unknown = item.transform[5];
    return typeof baseline === 'number'
      ? [{ text: item.str.trim(), top: size.height - baseline - item.height }]
      : [];
  });
}
