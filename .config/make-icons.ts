import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Paints `resources/icons/icon.svg` in the sizes and containers that systems want. Run after the drawing was changed. */
const folder = new URL('../resources/icons/', import.meta.url);
await initWasm(readFileSync(fileURLToPath(import.meta.resolve('@resvg/resvg-wasm/index_bg.wasm'))));
const svg = readFileSync(new URL('icon.svg', folder), 'utf8');

/** The drawing has no letters. */
const font = { fontBuffers: [], defaultFontFamily: '', sansSerifFamily: '', serifFamily: '' };
const painted = new Map<number, Buffer>();
function png(size: number): Buffer {
  const known = painted.get(size);
  if (known !== undefined) return known;
  const bytes = Buffer.from(new Resvg(svg, { fitTo: { mode: 'width', value: size }, font }).render().asPng());
  painted.set(size, bytes);
  return bytes;
}

/** Windows: a directory of entries, then the pictures; 256 is written as 0. */
function ico(sizes: readonly number[]): Buffer {
  const head = Buffer.alloc(6 + 16 * sizes.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(sizes.length, 4);
  let at = head.length;
  sizes.forEach((size, index) => {
    const entry = 6 + 16 * index;
    head.writeUInt8(size % 256, entry);
    head.writeUInt8(size % 256, entry + 1);
    head.writeUInt16LE(1, entry + 4);
    head.writeUInt16LE(32, entry + 6);
    head.writeUInt32LE(png(size).length, entry + 8);
    head.writeUInt32LE(at, entry + 12);
    at += png(size).length;
  });
  return Buffer.concat([head, ...sizes.map(png)]);
}

/** macOS: parts, each with its four-letter type and its length; types of double density hold twice the pixels. */
function icns(parts: readonly (readonly [type: string, size: number])[]): Buffer {
  const body = Buffer.concat(
    parts.map(([type, size]) => {
      const head = Buffer.alloc(8);
      head.write(type, 'latin1');
      head.writeUInt32BE(png(size).length + 8, 4);
      return Buffer.concat([head, png(size)]);
    }),
  );
  const head = Buffer.alloc(8);
  head.write('icns', 'latin1');
  head.writeUInt32BE(body.length + 8, 4);
  return Buffer.concat([head, body]);
}

const write = (name: string, bytes: Buffer): void => writeFileSync(new URL(name, folder), bytes);
for (const size of [16, 32, 48, 64, 128, 256, 512]) write(`${String(size)}x${String(size)}.png`, png(size));
write('icon.png', png(512));
write('icon.ico', ico([16, 24, 32, 48, 64, 128, 256]));
write(
  'icon.icns',
  icns([
    ...([
      ['icp4', 16],
      ['icp5', 32],
      ['icp6', 64],
      ['ic07', 128],
      ['ic08', 256],
      ['ic09', 512],
    ] as const),
    ...([
      ['ic10', 1024],
      ['ic11', 32],
      ['ic12', 64],
      ['ic13', 256],
      ['ic14', 512],
    ] as const),
  ]),
);
