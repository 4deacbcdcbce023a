import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { pictureSize } from '../../../../../electron/host/export/docx/picture-size.ts';
import { svgToPng } from '../../../../../electron/host/export/docx/svg-to-png.ts';
import { logoSvg } from '../../../../support/sample-pictures.ts';

const bytesOf = (source: string): Uint8Array => new TextEncoder().encode(source);
const hashOf = (bytes: Uint8Array | null): string =>
  createHash('sha256')
    .update(bytes ?? '')
    .digest('hex');

const worded = (font: string): Uint8Array =>
  bytesOf(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 30"><text y="20" font-family="${font}">Stadt</text></svg>`,
  );

it('DOX9: paints a picture at the width that is asked for, the same each time', async () => {
  const png = await svgToPng(logoSvg, 240);
  expect(png && pictureSize(png, 'image/png')).toEqual({ width: 240, height: 280 });
  expect(hashOf(await svgToPng(logoSvg, 240))).toBe(hashOf(png));
});

it('DOX9: sets text in the shipped fonts, whatever font it asks for', async () => {
  const blank = await svgToPng(bytesOf('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 30"/>'), 90);
  const named = await svgToPng(worded('Source Sans 3'), 90);
  expect(hashOf(named)).not.toBe(hashOf(blank));
  expect(hashOf(await svgToPng(worded('sans-serif'), 90))).toBe(hashOf(named));
});

it('gives null for what is no SVG', async () => {
  expect(await svgToPng(bytesOf('<svg'), 90)).toBeNull();
  expect(await svgToPng(bytesOf('words'), 90)).toBeNull();
});
