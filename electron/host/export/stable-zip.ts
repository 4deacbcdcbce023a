import { zipSync } from 'fflate';

/** Before this, ZIP has no time; after it, all exports are equally old. */
const ZIP_EPOCH = new Date(1980, 0, 1);

/** How hard to pack: not at all where files are packed already, else as ZIP does, or as small as it goes. */
export type ZipLevel = 0 | 6 | 9;

/** Packs files in the order given; the same files give the same bytes on any day. */
export function stableZip(files: ReadonlyMap<string, Uint8Array>, level: ZipLevel = 6): Uint8Array {
  return zipSync(Object.fromEntries(files), { level, mtime: ZIP_EPOCH });
}
