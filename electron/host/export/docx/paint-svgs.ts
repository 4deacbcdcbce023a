import type { AssetId } from '../../../../shared/ids/ids.ts';
import type { Publication } from '../../../../shared/publication/publication.ts';

/** Pixels across: the widest picture, a logo, is 46 millimetres wide, which this prints at 300 to the inch. */
const WIDTH = 544;

/**
 * Paints every SVG picture that a publication names as PNG, for older versions of Word and for LibreOffice. Leaves out
 * those whose bytes are missing or cannot be painted. The same pictures give the same bytes on any system.
 */
export async function paintSvgs(
  { logo, parts }: Publication,
  assets: ReadonlyMap<AssetId, Uint8Array>,
): Promise<ReadonlyMap<AssetId, Uint8Array>> {
  const named = [logo, ...parts.map((part) => (part.type === 'foreword' ? part.portrait : null))];
  const svgs = named.flatMap((asset) => (asset?.mediaType === 'image/svg+xml' ? [asset.id] : []));
  const painted = new Map<AssetId, Uint8Array>();
  if (svgs.length === 0) return painted;
  // The painter is two megabytes of WebAssembly that most documents do not need.
  const { svgToPng } = await import('./svg-to-png.ts');
  for (const id of svgs) {
    const bytes = assets.get(id);
    const png = bytes && (await svgToPng(bytes, WIDTH));
    if (png) painted.set(id, png);
  }
  return painted;
}
