import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** What tests look at in a PDF. */
export interface ReadPdf {
  /** The text of each page, in the order in which it stands in the file. */
  readonly pages: readonly string[];
  /** Titles of the bookmarks, indented by two spaces a level. */
  readonly bookmarks: readonly string[];
  /** For each page: how many links lead within the document, and the addresses that lead outside. */
  readonly links: readonly { readonly inside: number; readonly outside: readonly string[] }[];
  /** The XMP metadata as XML. */
  readonly metadata: string;
  readonly language: string;
}

/** Reads a PDF with pdf.js. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const loading = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
  const document = await loading.promise;
  const pages: string[] = [];
  const links: ReadPdf['links'][number][] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    pages.push(items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join(''));
    const annotations = (await page.getAnnotations()) as readonly { url?: string; dest?: unknown }[];
    links.push({
      inside: annotations.filter(({ dest }) => dest !== undefined && dest !== null).length,
      outside: annotations.flatMap(({ url }) => (url === undefined ? [] : [url])),
    });
  }
  const bookmarks: string[] = [];
  const visit = (items: readonly Bookmark[], depth: number): void => {
    for (const item of items) {
      bookmarks.push('  '.repeat(depth) + item.title);
      visit(item.items, depth + 1);
    }
  };
  const outline = (await document.getOutline()) as readonly Bookmark[] | undefined;
  visit(outline ?? [], 0);
  const { info } = await document.getMetadata();
  await loading.destroy();
  const raw = Buffer.from(bytes).toString('latin1');
  return {
    pages,
    bookmarks,
    links,
    metadata: /<x:xmpmeta[\s\S]*?<\/x:xmpmeta>/.exec(raw)?.[0] ?? '',
    language: 'Language' in info && typeof info.Language === 'string' ? info.Language : '',
  };
}

interface Bookmark {
  readonly title: string;
  readonly items: readonly Bookmark[];
}
