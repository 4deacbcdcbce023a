import { appError, AppFailure } from '../../../shared/errors/errors.ts';
import { fail, ok, type Result } from '../../../shared/errors/result.ts';
import type { CreateId } from '../../../shared/ids/ids.ts';
import type { Spool, SpooledFile } from './spool.ts';

/** Files that came in and wait for the call that uses them. */
export interface Uploads {
  /**
   * Takes a file in. Fails with `transfers-full` before anything is read or once the room is used up, the sender's or
   * everybody's, `request-too-large` as soon as more comes than is allowed, `disk-full` or `file-unwritable`. What the source throws comes through. Then nothing stays behind.
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
  /** Of these, what one principal may hold, so that nobody takes all the room. */
  readonly bytesPerPrincipal: number;
  readonly perPrincipal: number;
  /** Milliseconds that a file waits. */
  readonly expireAfter: number;
}

/** A file on its way. */
interface Arrival {
  readonly principal: string;
  bytes: number;
  /** Its sender's invitation has ended meanwhile. */
  isDropped: boolean;
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
  const arrivals = new Set<Arrival>();

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

  /** Of all that wait, or are on their way: of one principal, or of everybody. */
  const held = (principal?: string): { readonly files: number; readonly bytes: number } => {
    const waiting = Array.from(uploads.values(), ({ principal, file: { bytes } }) => ({ principal, bytes }));
    const counted = [...waiting, ...arrivals].filter(
      (one) => principal === undefined || one.principal === principal,
    );
    return { files: counted.length, bytes: counted.reduce((sum, { bytes }) => sum + bytes, 0) };
  };

  async function* bounded(arrival: Arrival, source: AsyncIterable<Uint8Array>) {
    for await (const chunk of source) {
      arrival.bytes += chunk.length;
      if (arrival.bytes > limits.fileBytes)
        throw new AppFailure(appError('request-too-large', { limit: limits.fileBytes }));
      if (held().bytes > limits.allBytes || held(arrival.principal).bytes > limits.bytesPerPrincipal)
        throw new AppFailure(appError('transfers-full', { what: 'uploads' }));
      yield chunk;
    }
  }

  return {
    async receive(principal, source) {
      if (held(principal).files >= limits.perPrincipal)
        return fail(appError('transfers-full', { what: 'uploads' }));
      const arrival: Arrival = { principal, bytes: 0, isDropped: false };
      arrivals.add(arrival);
      try {
        const stored = await spool.write(bounded(arrival, source));
        if (!stored.ok) return stored;
        if (arrival.isDropped) {
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
        arrivals.delete(arrival);
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
      for (const arrival of arrivals) if (arrival.principal === principal) arrival.isDropped = true;
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
