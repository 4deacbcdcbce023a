import type { ListedVoice } from '../../../shared/contributions/voices-room.ts';
import type { AppError } from '../../../shared/errors/errors.ts';
import type { Result } from '../../../shared/errors/result.ts';
import type { InstitutionId, InvitationId, Sha256 } from '../../../shared/ids/ids.ts';
import type { PublicKey, SecretKey } from '../../../shared/packages/envelope.ts';
import type { OpenedAnswer } from '../../../shared/packages/open-package.ts';
import type { RoundPackage } from '../../../shared/packages/round-package.ts';
import type { Institution } from '../../../shared/register/institution.ts';
import { createWorkerRunner, type WorkerRunner } from '../worker/worker-runner.ts';

/** Packages to be written: what is the same in all of them, and what is not. */
export interface SealJob {
  readonly do: 'seal';
  /** Of the Leitbild. */
  readonly secret: SecretKey;
  readonly common: Omit<RoundPackage, 'institution' | 'voices' | 'author' | 'key'>;
  /** All that were taken; each package gets those that its institution may read. */
  readonly voices: readonly ListedVoice[];
  readonly recipients: readonly {
    readonly institution: Institution;
    readonly author: InvitationId;
    readonly key: SecretKey;
  }[];
  /** The page into which each package is put, or null for packages that the app opens. */
  readonly page: string | null;
}

/** Files that came in: one answer, or an archive of many. */
export interface OpenJob {
  readonly do: 'open';
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What goes out as one download, and what went into it. */
export interface SealedPackages {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
  readonly sent: readonly {
    readonly institution: InstitutionId;
    readonly author: InvitationId;
    readonly hash: Sha256;
    readonly key: PublicKey;
  }[];
}

/** One file that came in. */
export type ReadAnswer =
  | { readonly name: string; readonly opened: OpenedAnswer }
  | { readonly name: string; readonly fault: AppError };

export type PackageWork =
  | { readonly do: 'seal'; readonly sealed: SealedPackages }
  | { readonly do: 'open'; readonly answers: readonly ReadAnswer[] };

/** Writes and reads packages in one thread. Fails as reading an archive fails, `cancelled` or `worker-failed`. */
export type PackageWorker = WorkerRunner<SealJob | OpenJob, PackageWork>;

/** Makes it; the thread starts with the first job. */
export function createPackageWorker(): PackageWorker {
  return createWorkerRunner(new URL('./package-worker.ts', import.meta.url));
}

/** The value of one kind of work. Throws where the thread did another. */
export function workOf<Kind extends PackageWork['do']>(
  kind: Kind,
  done: Result<PackageWork>,
): Result<Extract<PackageWork, { do: Kind }>> {
  if (!done.ok) return done;
  if (done.value.do !== kind) throw new Error(`asked to ${kind}, but did ${done.value.do}`);
  return { ok: true, value: done.value as Extract<PackageWork, { do: Kind }> };
}
