import { crc32, inflateSync } from 'node:zlib';

/** Why a picture cannot be shown. */
export type PictureFault = 'truncated' | 'damaged' | 'no-pixels' | 'too-many-pixels';

const MOST_PIXELS_PER_SIDE = 20_000;
const MOST_PIXELS = 100_000_000;
/** Bytes of unpacked rows that are looked at; 100 million pixels of four bytes. */
const MOST_ROW_BYTES = 400_000_000;

/** Samples of a pixel by PNG's colour type (PNG, third edition, 11.2.1). */
const SAMPLES: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };
/** Adam7: first column and row, and distance between columns and rows, of each pass. */
const PASSES = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;

/**
 * Unpacks a PNG: every chunk with its checksum, a size that can be printed, all rows in the picture's data.
 * `null` where nothing is wrong.
 */
export function pngFault(bytes: Buffer): PictureFault | null {
  const data: Buffer[] = [];
  let header: Buffer | null = null;
  let ended = false;
  for (let at = 8; at < bytes.length && !ended;) {
    if (at + 12 > bytes.length) return 'truncated';
    const end = at + 12 + bytes.readUInt32BE(at);
    if (end > bytes.length) return 'truncated';
    const name = bytes.toString('latin1', at + 4, at + 8);
    if (crc32(bytes.subarray(at + 4, end - 4)) !== bytes.readUInt32BE(end - 4)) return 'damaged';
    const content = bytes.subarray(at + 8, end - 4);
    if (name === 'IHDR') header = content;
    else if (name === 'IDAT') data.push(content);
    else ended = name === 'IEND';
    at = end;
  }
  if (!ended) return 'truncated';
  if (header?.length !== 13) return 'damaged';
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const size = sizeFault(width, height);
  if (size !== null) return size;
  const samples = SAMPLES[header.readUInt8(9)];
  if (samples === undefined) return 'damaged';
  const bits = samples * header.readUInt8(8);
  const passes = header.readUInt8(12) === 1 ? PASSES : ([[0, 0, 1, 1]] as const);
  const expected = passes.reduce((sum, pass) => sum + passBytes(pass, width, height, bits), 0);
  if (expected > MOST_ROW_BYTES) return 'too-many-pixels';
  return rowsFault(Buffer.concat(data), expected);
}

function passBytes(
  [left, top, across, down]: (typeof PASSES)[number] | readonly [0, 0, 1, 1],
  width: number,
  height: number,
  bits: number,
): number {
  const columns = Math.ceil((width - left) / across);
  const rows = Math.ceil((height - top) / down);
  return columns <= 0 || rows <= 0 ? 0 : rows * (1 + Math.ceil((columns * bits) / 8));
}

function rowsFault(packed: Buffer, expected: number): PictureFault | null {
  try {
    const rows = inflateSync(packed, { maxOutputLength: expected + 1 });
    return rows.length < expected ? 'damaged' : null;
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error)) throw error;
    // More rows than the picture is high harm nobody: all programs leave them out.
    if (error.code === 'ERR_BUFFER_TOO_LARGE') return null;
    return error.code === 'Z_BUF_ERROR' ? 'truncated' : 'damaged';
  }
}

/**
 * Follows the segments of a JPEG to the end of its last scan, past pictures that are embedded in it.
 * `null` where nothing is wrong.
 */
export function jpegFault(bytes: Buffer): PictureFault | null {
  let size: PictureFault | 'unknown' | null = 'unknown';
  let scans = 0;
  for (let at = 2; ;) {
    if (at + 2 > bytes.length) return 'truncated';
    if (bytes[at] !== 0xff) return 'damaged';
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === 0xd9) return scans === 0 || size === 'unknown' ? 'damaged' : size;
    if (at + 4 > bytes.length) return 'truncated';
    const end = at + 2 + bytes.readUInt16BE(at + 2);
    if (end > bytes.length) return 'truncated';
    if (isFrame(marker)) {
      if (end - at < 10) return 'damaged';
      size = sizeFault(bytes.readUInt16BE(at + 7), bytes.readUInt16BE(at + 5));
    }
    at = end;
    if (marker === 0xda) {
      scans += 1;
      at = endOfScan(bytes, end);
    }
  }
}

/** SOF0 to SOF15 without the tables and reserved markers among them (ITU-T T.81, table B.1). */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}

/** The next marker behind the coded data of a scan; stuffed bytes and restart markers belong to the data. */
function endOfScan(bytes: Buffer, from: number): number {
  let at = bytes.indexOf(0xff, from);
  while (at >= 0 && at + 1 < bytes.length) {
    const next = bytes[at + 1] ?? 0;
    if (next !== 0 && !(next >= 0xd0 && next <= 0xd7)) return at;
    at = bytes.indexOf(0xff, at + 2);
  }
  return bytes.length;
}

function sizeFault(width: number, height: number): PictureFault | null {
  if (width === 0 || height === 0) return 'no-pixels';
  const isTooLarge =
    width > MOST_PIXELS_PER_SIDE || height > MOST_PIXELS_PER_SIDE || width * height > MOST_PIXELS;
  return isTooLarge ? 'too-many-pixels' : null;
}
