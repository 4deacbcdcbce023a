import { appError } from '../../../../shared/errors/errors.ts';
import { fail, ok, type Result } from '../../../../shared/errors/result.ts';

/** The largest text file that is read, in bytes: a hundred times the longest Leitbild known. */
export const MAX_TEXT_BYTES = 10_000_000;

export type TextEncodingName = 'UTF-8' | 'UTF-16LE' | 'UTF-16BE' | 'Windows-1252';

export interface DecodedText {
  readonly text: string;
  readonly encoding: TextEncodingName;
}

/** Control characters that no text has: all below U+0020 except tab, line feed, vertical tab, form feed, return. */
const isBinaryCode = (code: number): boolean => code < 9 || (code > 13 && code < 32) || code === 127;

/**
 * Turns the bytes of a text file into characters: UTF-8 and UTF-16 with or without byte order mark, else
 * Windows-1252. Fails with `file-empty`, `file-too-large` (over `MAX_TEXT_BYTES`) or, at the first byte that no
 * text can have, `file-not-text`.
 */
export function decodeText(bytes: Uint8Array, path: string): Result<DecodedText> {
  if (bytes.length === 0) return fail(appError('file-empty', { path }));
  if (bytes.length > MAX_TEXT_BYTES) {
    return fail(appError('file-too-large', { path, bytes: bytes.length, limit: MAX_TEXT_BYTES }));
  }
  const wide = wideEncodingOf(bytes);
  if (wide !== undefined) {
    const text = tryDecode(bytes, wide === 'UTF-16LE' ? 'utf-16le' : 'utf-16be');
    if (text === undefined) return fail(appError('file-not-text', { path, offset: 0 }));
    return checked(text, wide, path, 2);
  }
  const utf8 = tryDecode(bytes, 'utf-8');
  if (utf8 !== undefined) return checked(utf8, 'UTF-8', path, 1);
  const strange = bytes.findIndex(
    (byte) =>
      isBinaryCode(byte) || byte === 0x81 || byte === 0x8d || byte === 0x8f || byte === 0x90 || byte === 0x9d,
  );
  if (strange !== -1) return fail(appError('file-not-text', { path, offset: strange }));
  return ok({ text: decodeWindows1252(bytes), encoding: 'Windows-1252' });
}

function checked(text: string, encoding: TextEncodingName, path: string, unit: number): Result<DecodedText> {
  for (let index = 0; index < text.length; index += 1) {
    if (isBinaryCode(text.charCodeAt(index))) {
      const stray = strayCharacter(text, index);
      return fail(appError('file-not-text', { path, offset: index * unit, ...stray }));
    }
  }
  if (text.trim() === '') return fail(appError('file-empty', { path }));
  return ok({ text, encoding });
}

/** Line and code of a control character, where it stands in what is text otherwise; nothing in binary data. */
function strayCharacter(text: string, index: number): { line: number; codePoint: string } | null {
  const strays = Array.from(text).filter((character) => isBinaryCode(character.charCodeAt(0))).length;
  if (text.includes('\0') || strays * 20 > text.length) return null;
  const line = text.slice(0, index).split(/\r\n|[\n\r]/).length;
  return { line, codePoint: `U+${text.charCodeAt(index).toString(16).toUpperCase().padStart(4, '0')}` };
}

function tryDecode(bytes: Uint8Array, label: string): string | undefined {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

/** The characters of the bytes 0x80 to 0x9f; the five that have none are refused before. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** By a table of its own, because some versions of Node decode these bytes as Latin-1. */
function decodeWindows1252(bytes: Uint8Array): string {
  const latin = new TextDecoder('latin1').decode(bytes);
  return latin.replaceAll(/[\u0080-\u009f]/gu, (sign) => WINDOWS_1252.charAt(sign.charCodeAt(0) - 0x80));
}

/** UTF-16 by its byte order mark, or by the zero bytes that Latin letters have in it. */
function wideEncodingOf(bytes: Uint8Array): 'UTF-16LE' | 'UTF-16BE' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'UTF-16LE';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'UTF-16BE';
  const sample = bytes.subarray(0, 4096);
  if (sample.length < 8 || sample.length % 2 !== 0) return undefined;
  let even = 0;
  let odd = 0;
  sample.forEach((byte, index) => {
    if (byte !== 0) return;
    if (index % 2 === 0) even += 1;
    else odd += 1;
  });
  const half = sample.length / 2;
  if (odd > half * 0.6 && even < half * 0.1) return 'UTF-16LE';
  if (even > half * 0.6 && odd < half * 0.1) return 'UTF-16BE';
  return undefined;
}
