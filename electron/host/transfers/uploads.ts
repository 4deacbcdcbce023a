import { appError, AppFailure } from '../../../shared/errors/errors.ts';
import { fail, ok, type Result } from '../../../shared/errors/result.ts';
import type { CreateId } from '../../../shared/ids/ids.ts';
import type { Spool, SpooledFile } from './spool.ts';

/** Files that came in and wait for the call that uses them. */
export interface Uploads {
  /**
   * Takes a file in. Fails with `transfers-full` before anything is read, `request-too-large` as soon as more comes than
   * is allowed, `disk-full` or `file-unwritable`. What the source throws comes through. Then nothing stays behind.
   */
  receive(
    principal: string,
    source: AsyncIterable<Uint8Array>,
  ): Promise<Result<{ readonly upload: string; readonly bytes: number }>>;
  /** The bytes of an own upload, which stays. Fails with `upload-unknown`. */
  read(principal: string, upload: string): Promise<Result<Uint8Array>>;
  has(principal: string, upload: string): boolean;
  remove(principal: string, upload: string): Promise<void>;
  /** Removes all of somebody whose invitation has ended. */
  dropOf(principal: string): Promise<void>;
  /** Removes what has expired. */
  look(): Promise<void>;
  readonly waiting: number;
}

export interface UploadLimits {
  /** Bytes of one file. */
  readonly fileBytes: number;
  /** Bytes of all that wait, or are on their way. */
  readonly allBytes: number;
  readonly perPrincipal: number;
  /** Milliseconds that a file waits. */
  readonly expireAfter: number;
}

interface Upload {
  readonly id: string;
  readonly principal: string;
  readonly until: number;
  readonly file: SpooledFile;
}

/** Makes the uploads of a host; `now` gives milliseconds that never go back. */
export function createUploads(deps: {
  readonly spool: Spool;
  readonly limits: UploadLimits;
  readonly createId: CreateId;
  readonly now: () => number;
}): Uploads {
  const { spool, limits, createId, now } = deps;
  const uploads = new Map<string, Upload>();
  const coming = new Map<string, number>();
  const dropped = new Set<string>();
  let comingBytes = 0;

  const ofPrincipal = (principal: string): readonly Upload[] =>
    [...uploads.values()].filter((upload) => upload.principal === principal);

  const find = (principal: string, id: string): Upload | undefined => {
    const upload = uploads.get(id);
    return upload?.principal === principal && upload.until > now() ? upload : undefined;
  };

  const discard = async (upload: Upload): Promise<void> => {
    uploads.delete(upload.id);
    await spool.remove(upload.file);
  };

  async function* bounded(source: AsyncIterable<Uint8Array>, counted: (bytes: number) => void) {
    let bytes = 0;
    for await (const chunk of source) {
      bytes += chunk.length;
      if (bytes > limits.fileBytes)
        throw new AppFailure(appError('request-too-large', { limit: limits.fileBytes }));
      counted(chunk.length);
      const waiting = [...uploads.values()].reduce((sum, { file }) => sum + file.bytes, 0);
      if (waiting + comingBytes > limits.allBytes)
        throw new AppFailure(appError('transfers-full', { what: 'uploads' }));
      yield chunk;
    }
  }

  return {
    async receive(principal, source) {
      const own = ofPrincipal(principal).length + (coming.get(principal) ?? 0);
      if (own >= limits.perPrincipal) return fail(appError('transfers-full', { what: 'uploads' }));
      coming.set(principal, (coming.get(principal) ?? 0) + 1);
      dropped.delete(principal);
      let taken = 0;
      try {
        const count = (bytes: number): void => {
          taken += bytes;
          comingBytes += bytes;
        };
        const stored = await spool.write(bounded(source, count));
        if (!stored.ok) return stored;
        if (dropped.has(principal)) {
          await spool.remove(stored.value);
          return fail(appError('token-revoked', {}));
        }
        const id = createId();
        uploads.set(id, { id, principal, until: now() + limits.expireAfter, file: stored.value });
        return ok({ upload: id, bytes: stored.value.bytes });
      } catch (error) {
        if (error instanceof AppFailure) return fail(error.error);
        throw error;
      } finally {
        comingBytes -= taken;
        const left = (coming.get(principal) ?? 1) - 1;
        if (left > 0) coming.set(principal, left);
        else coming.delete(principal);
      }
    },
    async read(principal, id) {
      const upload = find(principal, id);
      return upload ? ok(await spool.read(upload.file)) : fail(appError('upload-unknown', { upload: id }));
    },
    has: (principal, id) => find(principal, id) !== undefined,
    async remove(principal, id) {
      const upload = find(principal, id);
      if (upload) await discard(upload);
    },
    async dropOf(principal) {
      if (coming.has(principal)) dropped.add(principal);
      await Promise.all(ofPrincipal(principal).map(discard));
    },
    async look() {
      const over = [...uploads.values()].filter(({ until }) => until <= now());
      await Promise.all(over.map(discard));
    },
    get waiting() {
      return uploads.size;
    },
  };
}
