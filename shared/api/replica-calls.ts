import { z } from 'zod';
import type { DocumentHeader, EditionAsset } from '../editions/edition.ts';
import type { CloseReason } from '../host/close-reasons.ts';
import {
  assetId,
  SHA256_PATTERN,
  type AssetId,
  type ContributionId,
  type InstitutionId,
  type RoundId,
  type Sha256,
} from '../ids/ids.ts';
import { roles, type Role } from '../rights/rights.ts';
import type { RoomName } from '../rooms/rooms.ts';
import type { LeitbildDocument } from '../schema/document.ts';
import type { Profile } from '../schema/profile.ts';
import { call, storageErrors, type Call } from './call.ts';
import type { EditionLine } from './contract.ts';

/** Why a host that is followed is not in step with us: its own word, or what went wrong on the way or here. */
export type FollowReason =
  | CloseReason
  | 'unreachable'
  | 'certificate-unexpected'
  | 'invalid-answer'
  | 'closed'
  /** An edition that both have under one label differs; ours stays. */
  | 'edition-changed';

/**
 * How a file stands to the host that it follows. `none`: it follows nobody. `left`: it no longer does, and keeps what
 * it has. `connected`: what is written here goes there at once. `offline`: tried again by itself. `refused`: the host
 * lets us in no more (`reason`); everything stays. A new invitation is needed, or `replica.sync` once it would let us in.
 */
export type ReplicaStatus =
  | { readonly state: 'none' }
  | {
      readonly state: 'left' | 'connected' | 'offline' | 'refused';
      readonly reason: FollowReason | null;
      /** Address of the host, without a path. */
      readonly base: string;
      readonly role: Role;
      readonly institution: InstitutionId | null;
      /** Seconds until the next attempt to reach it; null where none is planned. */
      readonly nextAttemptIn: number | null;
      /** When all was last exchanged, ISO 8601 in UTC; null where that never was. */
      readonly lastContactAt: string | null;
      /** Own changes that the host has not confirmed, in all rooms. */
      readonly pendingUpdates: number;
      /** Rooms whose changes wait until moderation opens them again. */
      readonly waiting: readonly RoomName[];
      /** Changes that were refused for good and not put away yet. */
      readonly refusals: number;
    };

/** What a follower needs of a host beside the rooms. */
export interface ReplicaSource {
  readonly profile: Profile;
  /** In the order of freezing. */
  readonly editions: readonly EditionLine[];
  readonly assets: readonly (EditionAsset & { readonly name: string })[];
  /** What rounds asked about (`rounds.base`); left out by hosts of before there were rounds. */
  readonly bases?: readonly { readonly round: RoundId; readonly hash: Sha256 }[];
}

/**
 * Yjs client ids under which the process and text rooms were written. Two files of one Leitbild share some; by that a
 * follower that comes back with another invitation knows that it has not come to another Leitbild.
 */
export interface ReplicaOrigin {
  readonly clients: readonly number[];
}

/** A room as it was when the host that is followed refused what had been written in it here. */
export interface RefusedChange {
  readonly id: number;
  readonly room: RoomName;
  readonly at: string;
  /** The other host's reason. */
  readonly reason: string;
  readonly bytes: number;
  readonly dismissedAt: string | null;
}

/**
 * What is left of refused changes. Of contributions, those that are missing now have been begun as new drafts. The text
 * comes as it was here, to copy from; nothing is changed. Of other rooms nothing can be brought back by itself.
 */
export type RestoredChange =
  | { readonly kind: 'drafts'; readonly drafts: readonly ContributionId[] }
  | { readonly kind: 'text'; readonly header: DocumentHeader; readonly document: LeitbildDocument }
  | { readonly kind: 'nothing' };

const everyone: readonly Role[] = roles;
const nothing = z.strictObject({});
const asset = z.string().regex(SHA256_PATTERN).transform(assetId);
const refusal = z.strictObject({ refusal: z.int().min(1) });

/** The calls about following another host: what it is asked for, and what the window of a follower asks its own. */
export const replicaCalls = {
  'replica.source': call<ReplicaSource>()({
    method: 'GET',
    input: nothing,
    callers: everyone,
    errors: storageErrors,
  }),
  'replica.origin': call<ReplicaOrigin>()({
    method: 'GET',
    input: nothing,
    callers: everyone,
    errors: storageErrors,
  }),
  /** The canonical JSON of an edition, as it was hashed. */
  'editions.content': call<{ readonly hash: Sha256; readonly json: string }>()({
    method: 'GET',
    input: z.strictObject({ label: z.string().min(1).max(40) }),
    callers: everyone,
    errors: [...storageErrors, 'edition-unknown', 'edition-changed'],
  }),
  'assets.content': call<{ readonly asset: AssetId; readonly base64: string }>()({
    method: 'GET',
    input: z.strictObject({ asset }),
    callers: everyone,
    errors: [...storageErrors, 'asset-unknown'],
  }),
  'replica.status': call<ReplicaStatus>()({
    method: 'GET',
    input: nothing,
    callers: everyone,
    localOnly: true,
    errors: storageErrors,
  }),
  /**
   * Tries again at once what is not connected, also what the host refused for good: it may think otherwise by now. What
   * comes of it is told by `replica-changed`. Where nobody is followed, nothing happens.
   */
  'replica.sync': call<ReplicaStatus>()({
    method: 'POST',
    input: nothing,
    callers: everyone,
    localOnly: true,
    errors: storageErrors,
  }),
  /** Follows the host no longer, for good; a new invitation begins anew. Where nobody is followed, nothing happens. */
  'replica.leave': call<ReplicaStatus>()({
    method: 'POST',
    input: nothing,
    callers: everyone,
    localOnly: true,
    errors: storageErrors,
  }),
  'refusals.list': call<readonly RefusedChange[]>()({
    method: 'GET',
    input: nothing,
    callers: everyone,
    localOnly: true,
    errors: storageErrors,
  }),
  'refusals.restore': call<RestoredChange>()({
    method: 'POST',
    input: refusal,
    callers: everyone,
    localOnly: true,
    errors: [...storageErrors, 'refusal-unknown', 'contributions-closed', 'document-invalid'],
  }),
  'refusals.dismiss': call<readonly RefusedChange[]>()({
    method: 'POST',
    input: refusal,
    callers: everyone,
    localOnly: true,
    errors: [...storageErrors, 'refusal-unknown'],
  }),
} as const satisfies Readonly<Record<string, Call>>;
