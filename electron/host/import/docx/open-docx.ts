import { zipSync } from 'fflate';
import { appError } from '../../../../shared/errors/errors.ts';
import { fail, ok, type Result } from '../../../../shared/errors/result.ts';
import { isXmlPart, unzipWithin } from '../../files/unzip-within.ts';

/** The largest DOCX that is read, and the most that its text parts may unpack to, in bytes. */
const MAX_DOCX_BYTES = 100_000_000;
const MAX_UNPACKED_BYTES = 200_000_000;

/** The XML parts of a DOCX, unpacked and within bounds. */
export interface DocxParts {
  readonly parts: ReadonlyMap<string, string>;
  /** Name of the part with the text. */
  readonly mainPart: string;
  /** The same file without pictures and other objects, stored unpacked: what a reader may open without risk. */
  readonly vetted: Uint8Array;
}

/**
 * Opens a DOCX, reading only its XML parts.
 * Fails with `file-empty`, `file-too-large`, or `docx-damaged` and why: not a ZIP, cut off, no text in it, an
 * older or encrypted Word file, or more unpacked bytes than allowed.
 */
export function openDocx(bytes: Uint8Array, path: string): Result<DocxParts> {
  const damaged = (reason: string) => fail(appError('docx-damaged', { path, reason }));
  if (bytes.length === 0) return fail(appError('file-empty', { path }));
  if (bytes.length > MAX_DOCX_BYTES) {
    return fail(appError('file-too-large', { path, bytes: bytes.length, limit: MAX_DOCX_BYTES }));
  }
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return damaged('an encrypted file or one of Word 97–2003');
  if (!startsWith(bytes, [0x50, 0x4b])) return damaged('not a ZIP archive, as every DOCX is one');

  const unzipped = unzipWithin(bytes, MAX_UNPACKED_BYTES, isXmlPart);
  if ('fault' in unzipped) {
    return damaged(
      unzipped.fault === 'too-large'
        ? `it unpacks to more than ${String(MAX_UNPACKED_BYTES / 1_000_000)} MB`
        : `the ZIP archive is cut off or broken (${unzipped.reason})`,
    );
  }
  const { files } = unzipped;
  const mainPart = Object.keys(files).find((name) => /^word\/document\d*\.xml$/.test(name));
  if (mainPart === undefined) return damaged(kindOfArchive(Object.keys(files)));
  const decoder = new TextDecoder();
  const parts = new Map(Object.entries(files).map(([name, data]) => [name, decoder.decode(data)]));
  if (!/<\/w:document>\s*$/.test(parts.get(mainPart) ?? '')) return damaged(`${mainPart} is cut off`);
  return ok({ parts, mainPart, vetted: zipSync(files, { level: 0 }) });
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}

function kindOfArchive(names: readonly string[]): string {
  if (names.some((name) => name.startsWith('xl/'))) return 'an Excel workbook, not a text document';
  if (names.some((name) => name.startsWith('ppt/'))) return 'a PowerPoint presentation, not a text document';
  if (names.includes('content.xml')) return 'an OpenDocument file, not a DOCX';
  return 'a ZIP archive without a Word document in it';
}
