import type { Doc } from 'yjs';
import type { EditionAsset, FrozenEdition } from '../../../shared/editions/edition.ts';
import type { Result } from '../../../shared/errors/result.ts';
import type { AssetId, InstitutionId, InvitationId, RoundId, Sha256 } from '../../../shared/ids/ids.ts';
import type { Principal, Role } from '../../../shared/rights/rights.ts';
import type { RoomName } from '../../../shared/rooms/rooms.ts';
import type { ProvenRoundBase } from '../../../shared/rounds/round-base.ts';
import type { Profile } from '../../../shared/schema/profile.ts';
import type { Moment } from '../../../shared/history/moment.ts';
import type { ImportReport } from '../../../shared/import/import-report.ts';

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

export interface VerifiedWorkspace {
  readonly rooms: readonly { readonly room: RoomName; readonly updates: number }[];
  readonly editions: readonly { readonly label: string; readonly hash: Sha256 }[];
  readonly assets: number;
  readonly auditEntries: number;
}

/** Yjs documents as one snapshot and the updates since (the tail). */
export interface RoomStore {
  /** A fresh document with all that is stored; compacts first where the tail has grown long. */
  load(room: RoomName): Doc;
  /** What is stored, proven but not built: the snapshot, if there is one, and the updates since. Throws `AppFailure`. */
  stored(room: RoomName): { readonly snapshot: Uint8Array | null; readonly tail: readonly Uint8Array[] };
  /**
   * Stores one update and returns its number in the room, from 1. It is committed when this returns (inside a
   * transaction: when that does). Throws `AppFailure`: `update-invalid`, `disk-full`, `workspace-read-only`.
   */
  append(room: RoomName, update: Uint8Array): number;
  /**
   * Stores updates that the caller has already applied to a document, in one transaction and without parsing them
   * again. A long tail is not folded: that is `compactFrom`, when the caller has the time. Throws `AppFailure` as
   * `append` does, and then nothing is stored.
   */
  appendChecked(batch: readonly { readonly room: RoomName; readonly updates: readonly Uint8Array[] }[]): void;
  /**
   * Makes a document, which must hold exactly what is stored, the room's snapshot, and drops the tail. False where
   * there is nothing to fold or the disk is full; then all stays as it is.
   */
  compactFrom(room: RoomName, doc: Doc): boolean;
  /**
   * Makes a state, a whole Yjs update, all that a room holds; what it held before is gone from the room. For a room
   * that follows another file and has diverged. Throws `AppFailure` as `append` does.
   */
  replace(room: RoomName, state: Uint8Array): void;
  /** Writes something that changes nothing, to see whether the file takes writes. Throws `AppFailure` where not. */
  probe(): void;
  /** Replaces snapshot and tail by one snapshot with the same content, in one transaction. */
  compact(room: RoomName): void;
  list(): readonly RoomName[];
  /** Lengths in updates and bytes, for status and tests. */
  size(room: RoomName): {
    readonly updates: number;
    readonly snapshotBytes: number;
    readonly tailBytes: number;
    /** The number of the last update, counted since the room began. */
    readonly lastSeq: number;
  };
}

export interface EditionSummary {
  readonly label: string;
  readonly title: string;
  readonly frozenAt: string;
  readonly hash: Sha256;
}

/** Frozen editions; rows never change (triggers). */
export interface EditionStore {
  list(): readonly EditionSummary[];
  /** Reads an edition and checks it against its hash; `edition-unknown` or `edition-changed`. */
  get(label: string): Result<FrozenEdition>;
  /** Its canonical JSON, byte for byte as it was hashed. */
  canonicalBytes(label: string): Result<Uint8Array>;
  /** `edition-exists` where the label is taken. */
  insert(edition: FrozenEdition): Result<void>;
}

export interface StoredAsset extends EditionAsset {
  readonly bytes: Uint8Array;
  readonly name: string;
}

/** Pictures, addressed by the SHA-256 of their bytes. */
export interface AssetStore {
  /**
   * Stores a picture; its media type is read from its bytes. The same bytes again only change name and alternative
   * text. Fails with `asset-unsupported` or `asset-without-alternative-text`.
   */
  put(asset: Pick<StoredAsset, 'bytes' | 'name' | 'alternativeText'>): Result<AssetId>;
  get(id: AssetId): StoredAsset | undefined;
  list(): readonly Omit<StoredAsset, 'bytes'>[];
}

/** What was imported, each with its report and the state of the text room before it, so that it can be undone. */
export interface ImportStore {
  record(entry: {
    readonly at: string;
    readonly report: ImportReport;
    readonly before: Uint8Array;
    readonly after: Uint8Array;
  }): number;
  list(): readonly ImportSummary[];
  /** Yjs snapshots of the text room (state as update) around the import. */
  states(id: number): { readonly before: Uint8Array; readonly after: Uint8Array } | undefined;
  markUndone(id: number, at: string): void;
}

export interface ImportSummary {
  readonly id: number;
  readonly at: string;
  readonly undoneAt: string | null;
  readonly report: ImportReport;
}

/** Who may take part as what. Of a token only its SHA-256 is known. */
export interface StoredInvitation {
  readonly id: InvitationId;
  readonly role: Role;
  readonly institution: InstitutionId | null;
  readonly createdAt: string;
  /** The token that counts. */
  readonly tokenHash: Buffer;
  readonly expiresAt: string;
  /** Hashes of the tokens it replaced. */
  readonly formerTokenHashes: readonly Buffer[];
  readonly revokedAt: string | null;
  readonly lastSeenAt: string | null;
}

/** Invitations; what was given out, replaced or revoked is never unwritten. Instants are ISO 8601 in UTC to the second. */
export interface InvitationStore {
  /** In the order of their making. */
  list(): readonly StoredInvitation[];
  /** Throws a `RangeError` where the id is taken. */
  add(
    invitation: Pick<
      StoredInvitation,
      'id' | 'role' | 'institution' | 'createdAt' | 'tokenHash' | 'expiresAt'
    >,
  ): void;
  /** Lets another token count. Throws a `RangeError` where the id is unknown. */
  replaceToken(
    id: InvitationId,
    token: { readonly hash: Buffer; readonly expiresAt: string; readonly at: string },
  ): void;
  /** Throws a `RangeError` where the id is unknown or revoked already. */
  revoke(id: InvitationId, at: string): void;
  /** Notes a use. Throws a `RangeError` where the id is unknown. */
  see(id: InvitationId, at: string): void;
}

/** A room as it was when another host refused what had been written in it here. */
export interface RefusedCopy {
  readonly room: RoomName;
  /** ISO 8601 in UTC to the second. */
  readonly at: string;
  /** The other host's reason. */
  readonly reason: string;
  /** The whole room with the refused changes: a Yjs update, version 1. */
  readonly state: Uint8Array;
}

export interface RefusedCopySummary extends Omit<RefusedCopy, 'state'> {
  /** Counts up from 1. */
  readonly id: number;
  readonly bytes: number;
  /** When somebody here had done with it. */
  readonly dismissedAt: string | null;
}

/** What a host that follows another one has set aside; nothing of it is ever changed or removed. */
export interface RefusedCopyStore {
  /** Returns the id. */
  add(copy: RefusedCopy): number;
  /** In the order in which they were refused. */
  list(): readonly RefusedCopySummary[];
  state(id: number): Uint8Array | undefined;
  /** Notes that nobody here needs it any more; doing so twice is harmless. Throws a `RangeError` where it is unknown. */
  dismiss(id: number, at: string): void;
}

/** The host that this file follows, and whom its invitation makes us there. */
export interface Upstream {
  /** Address of the host without a path: `https://192.168.1.20:4711`. */
  readonly base: string;
  /** SHA-256 of its own certificate, 64 hexadecimal digits; null for a public one or none. */
  readonly fingerprint: string | null;
  /** Null once the file no longer follows it. What the file may do stays as it was. */
  readonly token: string | null;
  readonly principal: Principal;
  readonly joinedAt: string;
  /** When all was last exchanged with it; null where that never was. */
  readonly lastContactAt: string | null;
  /** Why it no longer lets us in, as it said last; null where it does. */
  readonly refusal: string | null;
}

/**
 * Which host this file follows. The token is in the file because a delegate's machine must come back by itself; so
 * whoever is handed the file is handed the invitation, unless `leave` was called before. It is in no export, edition or
 * log. Instants are ISO 8601 in UTC to the second.
 */
export interface UpstreamStore {
  /** The one that counts, also where it was left; null where the file never followed any. */
  current(): Upstream | null;
  /** Follows a host from now on; the token of the one before is taken out. */
  join(upstream: Pick<Upstream, 'base' | 'fingerprint' | 'principal' | 'joinedAt'> & { token: string }): void;
  /** Takes the token out of the file, so that no copy made from now on holds it. */
  leave(): void;
  /** Notes when all was last exchanged, or why we are no longer let in. Nothing where the file follows nobody. */
  note(change: { readonly lastContactAt?: string; readonly refusal?: string | null }): void;
  /** Notes that each of these rooms was in step up to that update (`RoomStore.size`). */
  noteInStep(rooms: readonly { readonly room: RoomName; readonly lastSeq: number }[]): void;
  /** Updates of a room that came after it was last in step: at most what waits to be sent. */
  pendingIn(room: RoomName): number;
}

/** Client ids of a room and the principal (id of an invitation, or `local`) that was the first to use them. */
export interface ClientOwner {
  readonly room: RoomName;
  readonly principal: string;
  /** Unsigned, 32 bits. */
  readonly clients: readonly number[];
}

/** Whose the client ids of the rooms are, so that nobody else goes on writing under them; it only grows. */
export interface ClientOwnerStore {
  add(owner: ClientOwner): void;
  /** In the order of their adding; where an id stands twice, the last one counts. */
  list(): readonly ClientOwner[];
}

/** The version history of the draft. What is in it never changes; old moments are thinned out. */
export interface MomentStore {
  /** Stores a moment with the text at its end (canonical JSON), which takes no room where it is as before. Returns the id. */
  add(moment: Omit<Moment, 'id'> & { readonly text: string; readonly seq?: number }): number;
  /**
   * The last moment, with the SHA-256 of its text in hexadecimal digits, and the number of the last update of the text
   * room that its text has, so that nobody need read the room to see that nothing has changed; null where it is not known.
   */
  newest(): { readonly moment: Moment; readonly digest: string; readonly seq: number | null } | null;
  /** Newest first, from before that id. */
  list(page: { readonly before?: number | undefined; readonly limit: number }): readonly Moment[];
  /** The text at the end of a moment, proven; `undefined` where there is no such moment. */
  text(id: number): string | undefined;
  /** Takes moments out, and texts that nothing needs any more. Throws a `RangeError` where one is unknown. */
  remove(ids: readonly number[]): void;
}

export interface RoundBaseSummary {
  readonly round: RoundId;
  readonly takenAt: string;
  readonly hash: Sha256;
}

/** The texts that rounds asked about, each frozen when its round was opened first; rows never change (triggers). */
export interface RoundBaseStore {
  /** In the order of their taking. */
  list(): readonly RoundBaseSummary[];
  /** Read and checked against its hash; `undefined` where the round has none. Throws `AppFailure` where it is damaged. */
  get(round: RoundId): ProvenRoundBase | undefined;
  /** Throws a `RangeError` where the round has a base, and a `TypeError` where the hash is not that of its canonical JSON. */
  insert(base: ProvenRoundBase): void;
}

export type AuditAction =
  | 'workspace-created'
  | 'workspace-migrated'
  | 'profile-set'
  | 'import-applied'
  | 'import-undone'
  | 'edition-frozen'
  | 'register-imported'
  | 'asset-added'
  | 'room-compacted'
  | 'invitation-created'
  | 'invitation-rotated'
  | 'invitation-revoked'
  | 'phase-set'
  | 'sharing-started'
  | 'sharing-moved'
  | 'sharing-stopped'
  | 'changes-refused'
  | 'refusal-dismissed'
  | 'upstream-joined'
  | 'upstream-left'
  | 'contribution-accepted'
  | 'contribution-refused'
  | 'contribution-entered'
  | 'round-saved'
  | 'round-removed'
  | 'round-opened'
  | 'round-answers'
  | 'round-closed';

/**
 * What was done when, in ids: no names, no text. Each entry carries the hash of the one before. The workspace itself
 * logs creation, migration, profiles, imports and their undoing, editions, assets, invitations, refused changes, hosts followed and named
 * compactions, in the transaction of what they report; callers log only what the file cannot know (`register-imported`, `phase-set`,
 * `sharing-started`, `sharing-moved`, `sharing-stopped`, all of contributions and rounds).
 */
export interface AuditLog {
  append(entry: { readonly at: string; readonly action: AuditAction; readonly subject: string }): void;
  list(): readonly { readonly at: string; readonly action: AuditAction; readonly subject: string }[];
}
