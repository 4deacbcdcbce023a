import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { brandFonts } from '../brand.ts';
import { loadFonts } from '../pdf/print-fonts.ts';

// Once for each process, as the package demands.
await initWasm(await readFile(fileURLToPath(import.meta.resolve('@resvg/resvg-wasm/index_bg.wasm'))));

/**
 * Paints an SVG picture as a PNG of a width in pixels, on a clear ground; `null` where it is no SVG that can be read.
 * Text is set in the shipped fonts, as those of the system would differ from one to the next.
 */
export async function svgToPng(svg: Uint8Array, width: number): Promise<Uint8Array | null> {
  const source = new TextDecoder().decode(svg);
  const families = source.includes('<text') ? await loadFonts() : [];
  try {
    const picture = new Resvg(source, {
      fitTo: { mode: 'width', value: width },
      font: {
        fontBuffers: families.flatMap(({ files }) => files),
        defaultFontFamily: brandFonts.sans.family,
        sansSerifFamily: brandFonts.sans.family,
        serifFamily: brandFonts.serif.family,
      },
    });
    const png = picture.render().asPng();
    picture.free();
    return png;
  } catch (error) {
    // The package throws what the parser said, as a string or an error.
    if (typeof error === 'string' || error instanceof Error) return null;
    throw error;
  }
}
