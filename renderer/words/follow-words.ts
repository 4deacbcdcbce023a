import type { FollowReason, ReplicaStatus } from '../../shared/api/replica-calls.ts';
import type { Role } from '../../shared/rights/rights.ts';
import type { RoomName } from '../../shared/rooms/rooms.ts';

/** A status that is about somebody. */
export type Following = Exclude<ReplicaStatus, { readonly state: 'none' }>;

/** What is said about a file that follows another host. */
export interface FollowWords {
  readonly reasons: Readonly<Record<FollowReason, string>>;
  readonly joined: (file: {
    readonly path: string;
    readonly title: string;
    readonly role: Role;
    readonly institution: string | null;
  }) => string;
  readonly renewed: (path: string) => string;
  readonly howToGoOn: (path: string) => string;
  /** Whom the file follows, how that stands, and what waits; some lines. */
  readonly status: (status: Following) => string;
  readonly left: (base: string) => string;
  readonly leftNobody: string;
  readonly received: (room: RoomName) => string;
  readonly sent: (room: RoomName, changes: number) => string;
  readonly waiting: (room: RoomName, changes: number) => string;
  readonly refused: (room: RoomName, reason: FollowReason) => string;
  readonly setAside: (room: RoomName) => string;
  readonly editions: (labels: readonly string[]) => string;
  readonly conflicts: (labels: readonly string[]) => string;
  readonly pictures: (count: number) => string;
  readonly nothingNew: string;
}
