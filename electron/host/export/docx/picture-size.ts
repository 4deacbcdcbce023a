/** Width and height of a picture in its own units. */
export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/**
 * Reads the size of a PNG, JPEG or SVG picture from its bytes; `null` where they do not say it. Word takes the size
 * of a picture from the document, not from the picture.
 */
export function pictureSize(bytes: Uint8Array, mediaType: string): PictureSize | null {
  switch (mediaType) {
    case 'image/png':
      return pngSize(bytes);
    case 'image/jpeg':
      return jpegSize(bytes);
    case 'image/svg+xml':
      return svgSize(new TextDecoder().decode(bytes));
    default:
      return null;
  }
}

function pngSize(bytes: Uint8Array): PictureSize | null {
  if (bytes.length < 24) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  return sized(view.getUint32(16), view.getUint32(20));
}

/** Walks the segments to the frame header (ITU-T T.81, B.2.2). */
function jpegSize(bytes: Uint8Array): PictureSize | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 2;
  while (at + 9 < bytes.length && view.getUint8(at) === 0xff) {
    const marker = view.getUint8(at + 1);
    const startsFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (startsFrame) return sized(view.getUint16(at + 7), view.getUint16(at + 5));
    at += 2 + view.getUint16(at + 2);
  }
  return null;
}

function svgSize(source: string): PictureSize | null {
  const [root = ''] = /<svg[^>]*>/.exec(source) ?? [];
  const [, , , width, height] =
    /viewBox\s*=\s*["']\s*([\d.eE+-]+)[\s,]+([\d.eE+-]+)[\s,]+([\d.eE+-]+)[\s,]+([\d.eE+-]+)/.exec(root) ??
    [];
  if (width !== undefined && height !== undefined) return sized(Number(width), Number(height));
  const attribute = (name: string): number =>
    Number(new RegExp(`\\s${name}\\s*=\\s*["']([\\d.]+)(?:px)?["']`).exec(root)?.[1]);
  return sized(attribute('width'), attribute('height'));
}

function sized(width: number, height: number): PictureSize | null {
  return width > 0 && height > 0 ? { width, height } : null;
}
