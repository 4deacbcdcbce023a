import { appError } from '../../../shared/errors/errors.ts';
import { fail, ok, type Result } from '../../../shared/errors/result.ts';
import { makeToken } from '../invitations/token.ts';
import type { Spool, SpooledFile } from './spool.ts';

/** A result that somebody asked for. */
export interface NewDownload {
  /** As it shall be called where it is saved. */
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** A file that is being fetched. */
export interface OpenDownload {
  readonly file: SpooledFile;
  readonly name: string;
  readonly mediaType: string;
  /** To be called when the file did not go out whole, so that a link can be tried again. */
  readonly failed: () => void;
}

/** Results that wait to be fetched, each for the one who asked. */
export interface Downloads {
  /**
   * Keeps a result and gives the id by which it is fetched. Somebody's oldest results make room for new ones. Fails
   * with `transfers-full` where others hold all the room, `disk-full` or `file-unwritable`.
   */
  offer(principal: string, download: NewDownload): Promise<Result<string>>;
  /** Whether somebody can still fetch this. */
  has(principal: string, id: string): boolean;
  /** Opens a result for its owner, or once for a link that shows no token (`null`). Fails with `download-unknown`. */
  open(id: string, principal: string | null): Result<OpenDownload>;
  dropOf(principal: string): Promise<void>;
  look(): Promise<void>;
  readonly waiting: number;
}

export interface DownloadLimits {
  readonly perPrincipal: number;
  readonly allBytes: number;
  /** Of these, what one principal may hold, so that nobody takes all the room; a single larger result is let through. */
  readonly bytesPerPrincipal: number;
  /** Milliseconds that a result waits. */
  readonly expireAfter: number;
}

interface Download extends Omit<NewDownload, 'bytes'> {
  readonly id: string;
  readonly principal: string;
  readonly until: number;
  readonly file: SpooledFile;
  linkUsed: boolean;
}

/** Makes the downloads of a host; `now` gives milliseconds that never go back. */
export function createDownloads(deps: {
  readonly spool: Spool;
  readonly limits: DownloadLimits;
  readonly randomBytes: (size: number) => Uint8Array;
  readonly now: () => number;
}): Downloads {
  const { spool, limits, randomBytes, now } = deps;
  /** Oldest first. */
  const downloads = new Map<string, Download>();

  const find = (id: string): Download | undefined => {
    const download = downloads.get(id);
    return download !== undefined && download.until > now() ? download : undefined;
  };
  const discard = async (download: Download): Promise<void> => {
    downloads.delete(download.id);
    await spool.remove(download.file);
  };
  const ofPrincipal = (principal: string): Download[] =>
    [...downloads.values()].filter((download) => download.principal === principal);

  return {
    async offer(principal, { bytes, ...facts }) {
      const own = ofPrincipal(principal);
      const exceeds = (waiting: readonly Download[], limit: number): boolean =>
        waiting.reduce((sum, { file }) => sum + file.bytes, bytes.length) > limit;
      const isCrowded = (): boolean =>
        own.length > 0 && (own.length >= limits.perPrincipal || exceeds(own, limits.bytesPerPrincipal));
      while (isCrowded() || exceeds([...downloads.values()], limits.allBytes)) {
        const oldest = own.shift();
        if (oldest === undefined) return fail(appError('transfers-full', { what: 'downloads' }));
        await discard(oldest);
      }
      const stored = await spool.write([bytes]);
      if (!stored.ok) return stored;
      const id = makeToken(randomBytes);
      const until = now() + limits.expireAfter;
      downloads.set(id, { id, principal, until, file: stored.value, linkUsed: false, ...facts });
      return ok(id);
    },
    has: (principal, id) => find(id)?.principal === principal,
    open(id, principal) {
      const download = find(id);
      const mayFetch = principal === null ? download?.linkUsed === false : download?.principal === principal;
      if (download === undefined || !mayFetch) return fail(appError('download-unknown', {}));
      if (principal === null) download.linkUsed = true;
      const { file, name, mediaType } = download;
      const failed = (): void => {
        if (principal === null) download.linkUsed = false;
      };
      return ok({ file, name, mediaType, failed });
    },
    async dropOf(principal) {
      await Promise.all(ofPrincipal(principal).map(discard));
    },
    async look() {
      await Promise.all([...downloads.values()].filter(({ until }) => until <= now()).map(discard));
    },
    get waiting() {
      return downloads.size;
    },
  };
}
