import { getDocument, PDFWorker, type PDFDocumentProxy, type PDFPageProxy } from 'pdfjs-dist';
import type { PdfHeading } from './page-places.ts';
import { readPageText, type PageLink, type PageText, type PdfPlace } from './page-text.ts';
import { textLayer } from './text-layer.ts';
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
  /** Where parts of the text begin, by the ids of their nodes. */
  readonly parts: ReadonlyMap<string, PdfPlace>;
  /** Draws a page (from 0) on a canvas of its own; `scale` is in pixels of the screen for one point. */
  draw(page: number, scale: number, signal: AbortSignal): Promise<HTMLCanvasElement | null>;
  /** What is written on a page; read once. */
  text(page: number): Promise<PageText>;
  /** The words of a page to be laid over its picture; `follow` is told what a link leads to. */
  layer(page: number, follow: (target: PageLink['target']) => void): Promise<HTMLElement>;
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
      const places = await readPlaces(pdf, sizes);
      const headings = await readHeadings(pdf, places.resolve);
      const texts = new Map<number, Promise<PageText>>();
      const pageOf = (page: number): PDFPageProxy => {
        const found = pages[page];
        if (found === undefined) throw new Error('a page that the PDF does not have');
        return found;
      };
      const text = (page: number): Promise<PageText> => {
        const size = sizes[page] ?? { width: 1, height: 1 };
        const known = texts.get(page) ?? readPageText(pageOf(page), size, places.resolve);
        texts.set(page, known);
        return known;
      };
      return {
        sizes,
        headings,
        parts: places.parts,
        draw: (page, scale, signal) => draw(pageOf(page), scale, signal),
        text,
        layer: async (page, follow) =>
          textLayer(await text(page), pageOf(page).getViewport({ scale: 1 }), follow),
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
  page: PDFPageProxy,
  scale: number,
  signal: AbortSignal,
): Promise<HTMLCanvasElement | null> {
  if (signal.aborted) return null;
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

/** How our typesetter names the place of a node. */
const NODE = 'n-';

/** The places that have a name, and how to find any that a link or bookmark means. */
async function readPlaces(
  pdf: PDFDocumentProxy,
  sizes: readonly Size[],
): Promise<{
  readonly parts: ReadonlyMap<string, PdfPlace>;
  readonly resolve: (destination: unknown) => Promise<PdfPlace | null>;
}> {
  const explicit = async (destination: unknown): Promise<PdfPlace | null> => {
    if (!Array.isArray(destination)) return null;
    const [target, , , y] = destination as readonly unknown[];
    if (typeof target !== 'object' || target === null) return null;
    const page = await pdf.getPageIndex(target as Parameters<PDFDocumentProxy['getPageIndex']>[0]);
    return { page, top: typeof y === 'number' ? (sizes[page]?.height ?? 0) - y : 0 };
  };
  // pdf.js declares an object and gives a map.
  const named = (await pdf.getDestinations()) as unknown as ReadonlyMap<string, unknown>;
  const parts = new Map<string, PdfPlace>();
  for (const [name, destination] of named) {
    const place = await explicit(destination);
    if (name.startsWith(NODE) && place !== null) parts.set(name.slice(NODE.length), place);
  }
  return {
    parts,
    resolve: (destination) =>
      explicit(typeof destination === 'string' ? named.get(destination) : destination),
  };
}

async function readHeadings(
  pdf: PDFDocumentProxy,
  resolve: (destination: unknown) => Promise<PdfPlace | null>,
): Promise<readonly PdfHeading[]> {
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
      const place = await resolve(dest);
      return place === null ? [] : [{ title, depth, ...place }];
    }),
  );
  return headings.flat();
}
