import { appError } from '../../../shared/errors/errors.ts';
import { fail, type Result } from '../../../shared/errors/result.ts';
import { MAX_SOURCE_BYTES } from '../../../shared/import/source-limit.ts';
import type { Profile } from '../../../shared/schema/profile.ts';
import type { DocxOptions } from './docx/read-docx.ts';
import type { SourceDocument } from './source-document.ts';
import { decodeText } from './text/decode-text.ts';
import { readText } from './text/read-text.ts';

export { MAX_SOURCE_BYTES };

export interface ReadOptions extends DocxOptions {
  readonly profile: Profile;
}

export type SourceFormat = SourceDocument['format'];

/**
 * Reads a source by what it holds, whatever it is called: PDF and DOCX by their first bytes; text that has the signs
 * of Markdown, or is called so and has headings, as Markdown; all else as text. Fails as the four readers do.
 */
export async function readSource(
  bytes: Uint8Array,
  name: string,
  options: ReadOptions,
): Promise<Result<SourceDocument>> {
  if (bytes.length > MAX_SOURCE_BYTES) {
    return fail(appError('file-too-large', { path: name, bytes: bytes.length, limit: MAX_SOURCE_BYTES }));
  }
  // Each reader brings a library that takes long to load, so it is loaded with the first source of its format.
  if (isForeign(bytes)) return fail(appError('file-format-unknown', { path: name }));
  switch (detectFormat(bytes, name)) {
    case 'pdf': {
      const { readPdf } = await import('./pdf/read-pdf.ts');
      return readPdf(bytes, name);
    }
    case 'docx': {
      const { readDocx } = await import('./docx/read-docx.ts');
      return readDocx(bytes, name, options);
    }
    case 'markdown': {
      const { readMarkdown } = await import('./markdown/read-markdown.ts');
      return readMarkdown(bytes, name);
    }
    default:
      return readText(bytes, name, options);
  }
}

/** Signs of formats that hold text, but not as text: their markup would be taken for words. */
const markedUp = /^\s*(?:<!doctype\b|<html\b|<\?xml\b|<svg\b|\{\\rtf|\{\s*"|\[\s*[{"[])/iu;

/** Whether a source is HTML, XML, RTF, JSON or an OpenDocument file. */
function isForeign(bytes: Uint8Array): boolean {
  const head = new TextDecoder('utf-8').decode(bytes.subarray(0, 1024));
  return markedUp.test(head) || head.includes('mimetypeapplication/vnd.oasis.opendocument');
}

/** Tells the format of a source from its bytes; the name only decides where both text and Markdown are possible. */
export function detectFormat(bytes: Uint8Array, name: string): SourceFormat {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 1024));
  if (head.includes('%PDF-')) return 'pdf';
  if (head.startsWith('PK\u0003\u0004') || head.startsWith('PK\u0005\u0006')) return 'docx';
  const decoded = decodeText(bytes, name);
  if (!decoded.ok) return 'text';
  const { text } = decoded.value;
  const headings = text.match(/^#{1,6} \S/gmu)?.length ?? 0;
  const isOurs =
    /^#{1,6} .*\{[.#a-z][^{}\n]*\}\s*$/mu.test(text) || /^---\n(?:title|subtitle|municipality): /u.test(text);
  const isNamedSo = /\.(?:md|markdown)$/iu.test(name);
  return isOurs || headings >= 2 || (isNamedSo && headings > 0) ? 'markdown' : 'text';
}
