import { createWriteStream } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fail, ok, type Result } from '../../../shared/errors/result.ts';
import { privateFolderIn, removeLeftovers } from '../files/private-folder.ts';
import { writeError } from '../files/write-file.ts';

/** A file of the spool. */
export interface SpooledFile {
  readonly path: string;
  readonly bytes: number;
}

/** A private folder for files that live no longer than the host. */
export interface Spool {
  /**
   * Stores what a source yields. Fails with `disk-full` or `file-unwritable`; what the source itself throws comes
   * through. In both cases nothing stays behind.
   */
  write(source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<Result<SpooledFile>>;
  read(file: SpooledFile): Promise<Uint8Array>;
  remove(file: SpooledFile): Promise<void>;
  /** Removes the folder with all that is in it. */
  close(): Promise<void>;
}

/** Makes a spool in `parent`; the folder is there from the first file on, and only its owner may look into it. */
export function createSpool(parent: string): Spool {
  let folder: Promise<string> | null = null;
  let count = 0;

  const makeFolder = (): Promise<string> => {
    removeLeftovers(parent);
    return mkdtemp(privateFolderIn(parent, 'spool'));
  };

  return {
    async write(source) {
      let path = parent;
      try {
        path = join(await (folder ??= makeFolder()), String(++count));
      } catch (error) {
        folder = null;
        return fail(writeError(error, parent));
      }
      const target = createWriteStream(path, { flags: 'wx', mode: 0o600 });
      const watched = watch(source);
      try {
        await pipeline(Readable.from(watched.chunks, { objectMode: false }), target);
        return ok({ path, bytes: target.bytesWritten });
      } catch (error) {
        await rm(path, { force: true });
        if (watched.broke()) throw error;
        return fail(writeError(error, parent));
      }
    },
    read: ({ path }) => readFile(path),
    remove: ({ path }) => rm(path, { force: true }),
    async close() {
      if (folder === null) return;
      const made = folder;
      folder = null;
      await rm(await made, { recursive: true, force: true });
    },
  };
}

/** Remembers whether it was the source that broke, which `pipeline` does not tell. */
function watch(source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): {
  readonly chunks: AsyncIterable<Uint8Array>;
  broke(): boolean;
} {
  let hasBroken = false;
  async function* chunks(): AsyncGenerator<Uint8Array> {
    try {
      yield* source;
    } catch (error) {
      hasBroken = true;
      throw error;
    }
  }
  return { chunks: chunks(), broke: () => hasBroken };
}
