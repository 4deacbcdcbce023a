import { crc32 } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { sniffMediaType } from '../../../../electron/host/workspace/media-type.ts';
import { pngFault } from '../../../../electron/host/workspace/picture-fault.ts';
import { portraitPng } from '../../../support/sample-pictures.ts';

const png = Buffer.from(portraitPng([200, 210, 220]));

/** The picture with another width and height in its header, whose checksum fits. */
function sized(width: number, height: number): Buffer {
  const changed = Buffer.from(png);
  changed.writeUInt32BE(width, 16);
  changed.writeUInt32BE(height, 20);
  changed.writeUInt32BE(crc32(changed.subarray(12, 29)), 29);
  return changed;
}

const segment = (marker: number, ...content: number[]): number[] => [
  0xff,
  marker,
  0,
  content.length + 2,
  ...content,
];
const frame = (height: number, width: number): number[] =>
  segment(0xc0, 8, height >> 8, height & 255, width >> 8, width & 255, 1, 1, 0x11, 0);
const scan = [...segment(0xda, 1, 1, 0, 0, 63, 0), 0x12, 0xff, 0, 0x34, 0xff, 0xd0, 0x56];
/** An embedded picture has an end of its own. */
const thumbnail = segment(0xe1, 0xff, 0xd8, 0xff, 0xd9);
const jpeg = (...parts: readonly (readonly number[])[]): Buffer => Buffer.from([0xff, 0xd8, ...parts.flat()]);
const END = [0xff, 0xd9];

describe('pictures', () => {
  it('WSP15: a PNG is taken only whole', () => {
    expect(sniffMediaType(png)).toEqual({ mediaType: 'image/png' });
    for (let length = 8; length < png.length; length += 97) {
      expect(sniffMediaType(png.subarray(0, length))).toEqual({ reason: 'truncated' });
    }
  });

  it('WSP15: a PNG with a changed byte, or with too few rows, is damaged', () => {
    const flipped = Buffer.from(png);
    flipped[60] = (flipped[60] ?? 0) ^ 1;
    expect(pngFault(flipped)).toBe('damaged');
    expect(pngFault(sized(240, 400))).toBe('damaged');
    const cutInside = Buffer.concat([png.subarray(0, 33), png.subarray(-12)]);
    expect(pngFault(cutInside)).toBe('truncated');
  });

  it('WSP15: a picture has pixels, and no more than can be printed', () => {
    expect(pngFault(sized(0, 5))).toBe('no-pixels');
    expect(pngFault(sized(20_001, 1))).toBe('too-many-pixels');
    expect(pngFault(sized(15_000, 15_000))).toBe('too-many-pixels');
    expect(sniffMediaType(jpeg(frame(30_000, 10), scan, END))).toEqual({ reason: 'too-many-pixels' });
  });

  it('WSP15: a JPEG is followed to its end, past the end of a picture in it', () => {
    expect(sniffMediaType(jpeg(thumbnail, frame(10, 10), scan, END))).toEqual({ mediaType: 'image/jpeg' });
    expect(sniffMediaType(jpeg(thumbnail, frame(10, 10), scan))).toEqual({ reason: 'truncated' });
    expect(sniffMediaType(jpeg(thumbnail, frame(10, 10).slice(0, 9)))).toEqual({ reason: 'truncated' });
    expect(sniffMediaType(jpeg(segment(0xe0, 1), END))).toEqual({ reason: 'damaged' });
  });
});
