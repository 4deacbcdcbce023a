import type { Doc } from 'yjs';
import type {
  CallName,
  HostStatus,
  OutputOf,
  ParsedInputOf,
  SharingStatus,
} from '../../../shared/api/contract.ts';
import type { ReplicaStatus } from '../../../shared/api/replica-calls.ts';
import type { SharedEvent } from '../../../shared/api/events.ts';
import type { Result } from '../../../shared/errors/result.ts';
import type { InvitationId } from '../../../shared/ids/ids.ts';
import type { Principal } from '../../../shared/rights/rights.ts';
import type { RoomName } from '../../../shared/rooms/rooms.ts';
import type { OnBehalf } from '../contributions/on-behalf.ts';
import type { VoiceSearch } from '../contributions/voice-search.ts';
import type { History } from '../history/history.ts';
import type { ImportRooms } from '../import/import-rooms.ts';
import type { Invitations } from '../invitations/invitations.ts';
import type { HostPorts } from '../ports.ts';
import type { RegisterDesk } from '../register/register-desk.ts';
import type { RoundDesk } from '../rounds/round-desk.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { WindowServices } from './window-services.ts';

/** The host that this one follows, if it does. */
export interface ReplicaService {
  status(): ReplicaStatus;
  /** Tries again at once what is not connected. */
  sync(): void;
  /** Ends it for good and takes the token out of the file. Throws `AppFailure` as writing fails. */
  leave(): void;
}

/** What the handlers of the API work with. */
export interface HostServices {
  readonly workspace: Workspace;
  readonly ports: HostPorts;
  readonly invitations: Invitations;
  /** Reads a room as it is stored. */
  readonly readRoom: <T>(room: RoomName, work: (doc: Doc) => T) => T;
  /** Changes a room: stored, then sent to all who have it open. Throws `AppFailure` as writing fails. */
  readonly editRoom: <T>(room: RoomName, work: (doc: Doc) => T) => T;
  readonly emit: (event: SharedEvent) => void;
  /** Ends all connections of an invitation at once. */
  readonly endSessions: (id: InvitationId) => void;
  readonly sharing: {
    status(): SharingStatus;
    start(options: { readonly port: number | null; readonly tls: boolean }): Promise<Result<SharingStatus>>;
    stop(): Promise<Result<SharingStatus>>;
    keepCertificateAt(path: string): void;
    /** Where join links lead; null while nobody else can reach the host. */
    joinBase(): { readonly base: string; readonly fingerprint: string | null } | null;
  };
  readonly status: () => HostStatus;
  readonly history: History;
  /** The rooms as they live. */
  readonly live: ImportRooms;
  /** Files, jobs and previews. */
  readonly window: WindowServices;
  readonly replica: ReplicaService;
  readonly roundDesk: RoundDesk;
  readonly registerDesk: RegisterDesk;
  /** Takes what came for institutions by other ways; null where the file follows another. */
  readonly submissions: OnBehalf | null;
  readonly voiceSearch: VoiceSearch;
  /** Lets the windows go on in another file, once the call is answered; null where nobody could start its host. */
  readonly moveTo: ((path: string) => void) | null;
}

/** Who calls, and what can be worked with. */
export interface CallContext {
  readonly principal: Principal;
  readonly services: HostServices;
}

/** Carries out one call. Rights and input have been checked before. May throw `AppFailure`. */
export type Handler<Name extends CallName> = (
  input: ParsedInputOf<Name>,
  context: CallContext,
) => Result<OutputOf<Name>> | Promise<Result<OutputOf<Name>>>;

export type Handlers = { readonly [Name in CallName]: Handler<Name> };
