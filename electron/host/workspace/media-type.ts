import type { EditionAsset } from '../../../shared/editions/edition.ts';
import { jpegFault, pngFault, type PictureFault } from './picture-fault.ts';

export type MediaType = EditionAsset['mediaType'];

/** What a picture's bytes say it is, or why it cannot be used. */
export type SniffedMedia =
  | { readonly mediaType: MediaType }
  | { readonly reason: 'unknown' | 'svg-active' | 'svg-external' | PictureFault };

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** What runs or embeds foreign markup when a browser shows the picture. */
const ACTIVE =
  /<\s*(?:\w+:)?(script|foreignObject|iframe|handler|set|animate\w*)\b|\son\w+\s*=|<!DOCTYPE|<!ENTITY|javascript:/i;
/** What is fetched from elsewhere when the picture is shown. */
const EXTERNAL =
  /(?:href|src)\s*=\s*["']\s*(?!#|data:image\/(?:png|jpeg);)[^"'\s]|url\(\s*["']?\s*(?!#|data:)[^)\s]|@import/i;

/**
 * Tells PNG, JPEG and SVG by their bytes; the name of the file counts for nothing. A picture that is cut off, damaged
 * or too large to be printed, and an SVG that runs script or fetches something, is refused.
 */
export function sniffMediaType(bytes: Uint8Array): SniffedMedia {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (buffer.subarray(0, 8).equals(PNG)) {
    const reason = pngFault(buffer);
    return reason === null ? { mediaType: 'image/png' } : { reason };
  }
  if (buffer[0] === 0xff && buffer[1] === 0xd8 && buffer[2] === 0xff) {
    const reason = jpegFault(buffer);
    return reason === null ? { mediaType: 'image/jpeg' } : { reason };
  }
  const text = buffer.toString('utf8').replace(/^\uFEFF/, '');
  if (!/^\s*(<\?xml[^>]*\?>\s*)?(<!--[\s\S]*?-->\s*|<!DOCTYPE[^>]*>\s*)*<(?:\w+:)?svg[\s>]/i.test(text)) {
    return { reason: 'unknown' };
  }
  if (!/<\/(?:\w+:)?svg>\s*$|<(?:\w+:)?svg[^>]*\/>\s*$/i.test(text)) return { reason: 'truncated' };
  if (ACTIVE.test(text)) return { reason: 'svg-active' };
  if (EXTERNAL.test(text)) return { reason: 'svg-external' };
  return { mediaType: 'image/svg+xml' };
}
