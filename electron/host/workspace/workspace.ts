import type { Result } from '../../../shared/errors/result.ts';
import type { Sha256 } from '../../../shared/ids/ids.ts';
import type { RoomName } from '../../../shared/rooms/rooms.ts';
import type { Profile } from '../../../shared/schema/profile.ts';
import type { AssetStore } from './asset-store.ts';
import type { AuditLog } from './audit-log.ts';
import type { ClientOwnerStore } from './client-owner-store.ts';
import type { EditionStore } from './edition-store.ts';
import type { ImportStore } from './import-store.ts';
import type { InvitationStore } from './invitation-store.ts';
import type { MomentStore } from './moment-store.ts';
import type { PackageStore } from './package-store.ts';
import type { RefusedCopyStore } from './refused-copy-store.ts';
import type { RoomStore } from './room-store-contract.ts';
import type { RoundBaseStore } from './round-base-store.ts';
import type { UpstreamStore } from './upstream-store.ts';

export type { AssetStore } from './asset-store.ts';
export type { AuditAction, AuditLog } from './audit-log.ts';
export type { EditionSummary } from './edition-store.ts';
export type { StoredInvitation } from './invitation-store.ts';
export type { PackageStore, SentPackage } from './package-store.ts';
export type { RefusedCopy, RefusedCopyStore } from './refused-copy-store.ts';
export type { Upstream } from './upstream-store.ts';

/**
 * One `.leitbild` file, opened by this process alone. What a method confirms by returning is on disk.
 * Expected failures (disk full, damage, read-only) come out as `Result` where the method returns one, and are thrown
 * as `AppFailure` by all others; `attempt.ts` turns the one into the other.
 */
export interface Workspace {
  readonly path: string;
  readonly readOnly: boolean;
  readonly profile: Profile;
  setProfile(profile: Profile): void;
  /** Set where opening brought an older file up to date: from which version, and where its copy lies. */
  readonly migrated: {
    readonly from: number;
    readonly to: number;
    readonly backupPath: string | null;
  } | null;
  readonly rooms: RoomStore;
  readonly editions: EditionStore;
  readonly assets: AssetStore;
  readonly imports: ImportStore;
  readonly invitations: InvitationStore;
  readonly refusedCopies: RefusedCopyStore;
  readonly upstreams: UpstreamStore;
  readonly clientOwners: ClientOwnerStore;
  readonly moments: MomentStore;
  readonly roundBases: RoundBaseStore;
  readonly packages: PackageStore;
  readonly audit: AuditLog;
  /** Runs all of `work` or nothing of it. May be nested. */
  transaction<T>(work: () => T): T;
  /**
   * Makes the commits of a host, to which people write all day, about twice as fast: the log beside the file grows to
   * its usual size (4 MB) at once. A convenience: where the disk has little room left, nothing happens.
   */
  growLog(): void;
  /**
   * Copies the file to a new one while it stays in use, a few pages at a time. Fails with `workspace-damaged`,
   * `disk-full` and `file-unwritable`.
   */
  copyTo(path: string): Promise<Result<void>>;
  /** Reads every row and checks it against its checksum. */
  verify(): Result<VerifiedWorkspace>;
  /**
   * Writes all that it holds into a new file; see `save-copy.ts`. Unless the copy takes the place of this file (`follows`),
   * it has left the host that this one follows: whoever gets it is not to get the invitation with it.
   */
  saveCopy(path: string, options: { readonly follows: boolean }): Result<void>;
  /**
   * Leaves one self-contained file behind (no `-wal`, no `-shm`), which may then be copied or sent. Where that fails
   * (`disk-full`), nothing is lost: what was confirmed lies in the file and its `-wal`, and the next opening joins
   * them. Closing twice is harmless.
   */
  close(): Result<void>;
}

/** What was found in a file that is whole. */
export interface VerifiedWorkspace {
  readonly rooms: readonly { readonly room: RoomName; readonly updates: number }[];
  readonly editions: readonly { readonly label: string; readonly hash: Sha256 }[];
  readonly assets: number;
  readonly auditEntries: number;
}
