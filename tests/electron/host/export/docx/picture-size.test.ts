import { describe, expect, it } from 'vitest';
import { pictureSize } from '../../../../../electron/host/export/docx/picture-size.ts';
import { logoSvg, mayorPicture } from '../../../../support/sample-pictures.ts';

const text = (source: string): Uint8Array => new TextEncoder().encode(source);

describe('pictureSize', () => {
  it('reads PNG', () => {
    expect(pictureSize(mayorPicture, 'image/png')).toEqual({ width: 240, height: 320 });
  });

  it('reads JPEG behind other segments, and a progressive one', () => {
    const jpeg = (frame: number) =>
      Uint8Array.of(
        ...[0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2],
        ...[0xff, frame, 0, 11, 8, 1, 0x2c, 2, 0x58, 1, 1, 0x11, 0],
      );
    expect(pictureSize(jpeg(0xc0), 'image/jpeg')).toEqual({ width: 600, height: 300 });
    expect(pictureSize(jpeg(0xc2), 'image/jpeg')).toEqual({ width: 600, height: 300 });
  });

  it('reads SVG by its view box, else by its attributes', () => {
    expect(pictureSize(logoSvg, 'image/svg+xml')).toEqual({ width: 120, height: 140 });
    expect(pictureSize(text('<svg width="30px" height="20"/>'), 'image/svg+xml')).toEqual({
      width: 30,
      height: 20,
    });
  });

  it('gives null for what does not say', () => {
    expect(pictureSize(text('<svg/>'), 'image/svg+xml')).toBeNull();
    expect(pictureSize(text('x'), 'image/png')).toBeNull();
    expect(pictureSize(Uint8Array.of(0xff, 0xd8, 0xff), 'image/jpeg')).toBeNull();
    expect(pictureSize(text('x'), 'image/webp')).toBeNull();
  });
});
