import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Doc } from 'yjs';
import type { ErrorCode } from '../../../shared/errors/errors.ts';
import type { CloseReason } from '../../../shared/host/close-reasons.ts';
import type { Phase, Principal } from '../../../shared/rights/rights.ts';
import type { RoomName } from '../../../shared/rooms/rooms.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { SyncCounts } from './sync-counts.ts';
import type { SyncLimits } from './sync-limits.ts';
import type { Logger } from '../ports.ts';

/** Decides who a token belongs to; called once for each connect. */
export type Authenticate = (
  token: string,
  remoteAddress: string,
) =>
  { readonly ok: true; readonly principal: Principal } | { readonly ok: false; readonly reason: CloseReason };

export interface SyncServerDeps {
  readonly workspace: Workspace;
  readonly authenticate: Authenticate;
  readonly logger: Logger;
  readonly limits?: Partial<SyncLimits>;
  /** Milliseconds that never go back, for rates; `performance.now` unless a test sets it. */
  readonly now?: () => number;
  /** Called after updates of a room were stored and relayed. May call `edit`. */
  readonly onCommitted?: (room: RoomName, doc: Doc, updates: readonly CommittedUpdate[]) => void;
  readonly onConnection?: (event: ConnectionEvent) => void;
  /** Whether the invitation of a principal was revoked or has expired, so that its client ids are free; none is unless told. */
  readonly isRevoked?: (principalId: string) => boolean;
}

/** An update that is on disk. */
export interface CommittedUpdate {
  readonly update: Uint8Array;
  /** Who sent it; `null` for the host itself. */
  readonly principal: Principal | null;
}

export interface ConnectionEvent {
  readonly kind: 'opened' | 'closed';
  readonly room: RoomName;
  readonly principal: Principal;
}

export interface SyncStatus {
  readonly phase: Phase;
  readonly connections: number;
  readonly rooms: readonly {
    readonly room: RoomName;
    readonly connections: number;
    readonly present: number;
    readonly principals: readonly string[];
  }[];
  /** Why nothing can be written at the moment; `null` where all is well. */
  readonly storageFailure: ErrorCode | null;
  readonly commits: number;
  readonly counts: Omit<SyncCounts, 'close'>;
}

/** Changes several rooms at once; `doc` gives each of those that were named. */
export type EditRooms<T> = (doc: (room: RoomName) => Doc) => T;

/** The rooms of one workspace on the wire. */
export interface SyncServer {
  /**
   * Takes an upgrade to `/rooms/<room>`; the caller has checked host and origin. `from` is where it came
   * from, where the caller knows better than the socket: through a proxy. Connects are counted by it.
   */
  handleUpgrade(request: IncomingMessage, stream: Duplex, head: Buffer, from?: string): void;
  /** Reads the phase anew and asks the table of rights for every connection; changes made through rooms do so by themselves. */
  refreshRights(): void;
  /** Ends every connection of an invitation at once; what it sends from now on is not read. */
  revoke(principalId: string, reason?: CloseReason): void;
  /**
   * Lets the host change a room: what `work` does is on disk and relayed when this returns. Nothing is changed where
   * `work` throws. Throws `AppFailure` where the file takes no writes. Not inside a transaction of the workspace.
   */
  edit<T>(room: RoomName, work: (doc: Doc) => T): T;
  /**
   * The same for several rooms, in one transaction with whatever `keep` writes into the file once `work` is done. Where
   * `keep` throws, nothing of it is there and everybody in these rooms is sent away to come back.
   */
  editTogether<T>(rooms: readonly RoomName[], work: EditRooms<T>, keep: (value: T) => void): T;
  /** Reads a room as it lives. `work` must not change it, nor keep it. Throws `AppFailure` where it cannot be loaded. */
  read<T>(room: RoomName, work: (doc: Doc) => T): T;
  /** What those who are in a room show of themselves: JSON values as they sent them. */
  presence(room: RoomName): readonly { readonly principal: Principal; readonly state: unknown }[];
  /**
   * Puts another state in the place of a room that has diverged from the host which this one follows. `keep` is given
   * what it held, in the same transaction; everybody in it is sent away with `room-locked`. Throws `AppFailure`.
   */
  reset(room: RoomName, state: Uint8Array, keep: (diverged: Uint8Array) => void): void;
  status(): SyncStatus;
  /** Asks whether the file is still where it was, also while nobody writes; see `status().storageFailure`. */
  look(): void;
  /** Stores what is pending, ends all connections so that clients come back later, and unloads the rooms. */
  close(): Promise<void>;
}
