import { unzipSync, type UnzipFileInfo } from 'fflate';

/** Files of an archive by name, or why they are not given. */
export type Unzipped =
  | { readonly files: Readonly<Record<string, Uint8Array>> }
  | { readonly fault: 'too-large'; readonly bytes: number }
  | { readonly fault: 'broken'; readonly reason: string };

/**
 * Unpacks the wanted files of a ZIP archive, of `limit` bytes together at most. What the archive says of their sizes
 * is believed for the sum, and kept to while unpacking: a file that claims to be small gets no more room.
 */
export function unzipWithin(bytes: Uint8Array, limit: number, wanted: (name: string) => boolean): Unzipped {
  let unpacked = 0;
  const filter = ({ name, originalSize }: UnzipFileInfo): boolean => {
    if (!wanted(name)) return false;
    unpacked += originalSize;
    return unpacked <= limit;
  };
  try {
    const files = unzipSync(bytes, { filter });
    return unpacked > limit ? { fault: 'too-large', bytes: unpacked } : { files };
  } catch (error) {
    // fflate has no closed list of what a broken archive throws.
    if (error instanceof Error) return { fault: 'broken', reason: error.message };
    throw error;
  }
}

/** Whether a file is a part of an Office document that its readers parse. */
export function isXmlPart(name: string): boolean {
  return /\.(?:xml|rels)$/i.test(name);
}
