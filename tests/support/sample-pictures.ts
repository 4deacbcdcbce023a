import { createHash } from 'node:crypto';
import { deflateSync, crc32 } from 'node:zlib';
import { assetId, type AssetId } from '../../shared/ids/ids.ts';

/** A portrait of nobody: a head and shoulders on a plain ground, 240 by 320 pixels, as PNG. */
export function portraitPng(ground: readonly [number, number, number]): Uint8Array {
  const width = 240;
  const height = 320;
  return png(width, height, (x, y) => {
    const head = ((x - 120) / 52) ** 2 + ((y - 125) / 66) ** 2 < 1;
    const shoulders = ((x - 120) / 108) ** 2 + ((y - 330) / 120) ** 2 < 1;
    if (head) return [226, 188, 160];
    if (shoulders) return [52, 60, 76];
    const shade = 1 - y / height / 4;
    return [ground[0] * shade, ground[1] * shade, ground[2] * shade];
  });
}

/** The arms of an invented city, as SVG. */
export const logoSvg = new TextEncoder().encode(
  '<svg xmlns="http://www.w3.org/2000/svg" width="120" height="140" viewBox="0 0 120 140">' +
    '<path d="M5 5h110v70q0 40-55 60Q5 115 5 75z" fill="#ffffff" stroke="#0b3c5d" stroke-width="6"/>' +
    '<path d="M20 70h80M30 70V40h14v12h10V40h12v12h10V40h14v30" fill="none" stroke="#b3282d" stroke-width="7"/>' +
    '<path d="M22 88q19-14 38 0t38 0" fill="none" stroke="#0b3c5d" stroke-width="7"/></svg>',
);

/** The pictures of the two forewords of the sample. */
export const mayorPicture = portraitPng([201, 216, 226]);
export const councilPicture = portraitPng([214, 222, 205]);

/** The id under which bytes are kept: their SHA-256. */
export function idOfBytes(bytes: Uint8Array): AssetId {
  return assetId(createHash('sha256').update(bytes).digest('hex'));
}

function png(
  width: number,
  height: number,
  colour: (x: number, y: number) => readonly [number, number, number],
): Uint8Array {
  const rows = Buffer.alloc(height * (width * 3 + 1));
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = y * (width * 3 + 1) + 1 + x * 3;
      colour(x, y).forEach((value, channel) => rows.writeUInt8(Math.round(value), at + channel));
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}
