import { fileURLToPath } from 'node:url';
import { getDocument, OPS, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { z } from 'zod';
import { drawnText, restoreHyphens } from './restore-hyphens.ts';
import { appError } from '../../../../shared/errors/errors.ts';
import { fail, ok, type Result } from '../../../../shared/errors/result.ts';

/** The largest PDF that is read, in bytes. */
const MAX_PDF_BYTES = 200_000_000;

/** A stretch of text as the PDF places it. Lengths in points, from the lower left corner of the page. */
export interface Fragment {
  readonly text: string;
  readonly x: number;
  /** Of the baseline. */
  readonly y: number;
  readonly width: number;
  readonly size: number;
  readonly bold: boolean;
  readonly italic: boolean;
  /** Whether it runs level, as all text does but stamps and labels at an edge. */
  readonly level: boolean;
}

export interface PdfPage {
  readonly width: number;
  readonly height: number;
  /** In the order in which the PDF draws them. */
  readonly fragments: readonly Fragment[];
  readonly hasImages: boolean;
}

const textItem = z.object({
  str: z.string(),
  transform: z.array(z.number()).min(6),
  width: z.number(),
  fontName: z.string(),
});
const font = z.object({ name: z.string().nullish() });
const named = z.object({ name: z.string() });

/**
 * Reads all pages of a PDF with pdfjs, without drawing. pdfjs runs no script of a file when it is only read.
 * Fails with `file-empty`, `file-too-large`, `pdf-encrypted`, or `pdf-damaged` and why: no PDF, cut off, unreadable.
 */
export async function loadPages(bytes: Uint8Array, path: string): Promise<Result<readonly PdfPage[]>> {
  const damaged = (reason: string) => fail(appError('pdf-damaged', { path, reason }));
  if (bytes.length === 0) return fail(appError('file-empty', { path }));
  if (bytes.length > MAX_PDF_BYTES) {
    return fail(appError('file-too-large', { path, bytes: bytes.length, limit: MAX_PDF_BYTES }));
  }
  const latin = new TextDecoder('latin1');
  if (!latin.decode(bytes.subarray(0, 1024)).includes('%PDF-'))
    return damaged('it does not begin as a PDF does');
  if (!latin.decode(bytes.subarray(-4096)).includes('%%EOF')) return damaged('its end is missing');

  const task = getDocument({
    data: bytes.slice(),
    useSystemFonts: false,
    disableFontFace: true,
    fontExtraProperties: true,
    stopAtErrors: true,
    verbosity: 0,
    standardFontDataUrl: fileURLToPath(
      new URL('standard_fonts/', import.meta.resolve('pdfjs-dist/package.json')),
    ),
  });
  try {
    const document = await task.promise;
    const pages: PdfPage[] = [];
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number);
      pages.push(await readPage(page));
      page.cleanup();
    }
    return ok(pages);
  } catch (error) {
    const { success, data } = named.safeParse(error);
    if (success && data.name === 'PasswordException') return fail(appError('pdf-encrypted', { path }));
    return damaged(error instanceof Error ? error.message.slice(0, 200) : 'unreadable');
  } finally {
    await task.destroy();
  }
}

async function readPage(page: PDFPageProxy): Promise<PdfPage> {
  const [left = 0, bottom = 0, right = 0, top = 0] = page.view;
  const operators = await page.getOperatorList();
  const content = await page.getTextContent();
  const names = new Map<string, string>();
  const nameOf = (fontName: string): string => {
    const known = names.get(fontName);
    if (known !== undefined) return known;
    const loaded: unknown = page.commonObjs.has(fontName) ? page.commonObjs.get(fontName) : null;
    const name = font.safeParse(loaded).data?.name ?? '';
    names.set(fontName, name);
    return name;
  };
  const fragments = content.items.flatMap((item): Fragment[] => {
    const { success, data } = textItem.safeParse(item);
    if (!success || data.str === '') return [];
    const [a = 0, b = 0, c = 0, d = 0, x = 0, y = 0] = data.transform;
    const name = nameOf(data.fontName);
    return [
      {
        text: data.str,
        x: x - left,
        y: y - bottom,
        width: data.width,
        size: Math.hypot(c, d) || Math.hypot(a, b),
        bold: /bold|black|heavy|semibold|demi/i.test(name),
        italic: /italic|oblique/i.test(name),
        level: a > 0 && Math.abs(b) < a * 0.02,
      },
    ];
  });
  const drawn = operators.fnArray.flatMap((operator, index) =>
    operator === OPS.showText ? drawnText(operators.argsArray[index]) : [],
  );
  const images = new Set<number>([
    OPS.paintImageXObject,
    OPS.paintInlineImageXObject,
    OPS.paintImageMaskXObject,
  ]);
  return {
    width: right - left,
    height: top - bottom,
    fragments: restoreHyphens(fragments, drawn),
    hasImages: operators.fnArray.some((operator) => images.has(operator)),
  };
}
