import { z } from 'zod';
import type { DocumentHeader } from '../editions/edition.ts';
import type { ErrorCode } from '../errors/errors.ts';
import { ID_PATTERN, type InstitutionId, type InvitationId, type Sha256 } from '../ids/ids.ts';
import { roles, type Phase, type Role } from '../rights/rights.ts';
import { assessmentCalls } from './assessment-calls.ts';
import { call, storageErrors, type Call } from './call.ts';
import { contributionCalls } from './contribution-calls.ts';
import { decisionCalls } from './decision-calls.ts';
import { editionCalls } from './edition-calls.ts';
import { exportCalls } from './export-calls.ts';
import { fileCalls } from './file-calls.ts';
import { historyCalls } from './history-calls.ts';
import { importCalls } from './import-calls.ts';
import { jobCalls } from './job-calls.ts';
import { packageCalls } from './package-calls.ts';
import { phaseSchema } from './phase-schema.ts';
import { registerCalls } from './register-calls.ts';
import { replicaCalls } from './replica-calls.ts';
import { roundCalls } from './round-calls.ts';

/** What everyone invited may know of the workspace at a glance. */
export interface WorkspaceOverview extends DocumentHeader {
  readonly profile: string;
  readonly institutions: number;
  readonly editions: number;
  readonly phase: Phase;
  /** Who the caller is: the id of the invitation, or `local`. Contributions name it as their author. */
  readonly principal: string;
  /** As what the caller takes part. */
  readonly role: Role;
  readonly institution: InstitutionId | null;
  /** Whether the file was made from a round package: what is submitted goes back as an answer, by hand. */
  readonly byFile: boolean;
}

export interface EditionLine {
  readonly label: string;
  readonly title: string;
  readonly frozenAt: string;
  readonly hash: Sha256;
}

export interface VerifyReport {
  readonly rooms: readonly { readonly room: string; readonly updates: number }[];
  readonly editions: readonly { readonly label: string; readonly hash: Sha256 }[];
  readonly assets: number;
  readonly auditEntries: number;
}

/** An invitation as moderation sees it. Instants are ISO 8601 in UTC to the second. */
export interface Invitation {
  readonly id: InvitationId;
  readonly role: Role;
  readonly institution: InstitutionId | null;
  readonly createdAt: string;
  readonly expiresAt: string;
  readonly revokedAt: string | null;
  readonly lastSeenAt: string | null;
  /** How many tokens it has had, the present one included. */
  readonly tokens: number;
  readonly state: 'valid' | 'expired' | 'revoked';
}

/** An invitation, and whether nobody comes in by it because an institution speaks as it in packages. */
export interface ListedInvitation extends Invitation {
  readonly forPackage: boolean;
}

/** The only time that a token is seen: whoever asked must hand it on. */
export interface IssuedInvitation {
  readonly invitation: Invitation;
  readonly token: string;
  /** Null while the host is not reachable by anybody else. */
  readonly link: string | null;
  /** The link as a QR code. */
  readonly qrSvg: string | null;
}

/** Whether and where the host can be reached from the network. */
export type SharingStatus =
  | {
      readonly state: 'off';
      /** Where the file was last shared, as links given out say; the next start goes there by itself. */
      readonly last: { readonly port: number; readonly tls: boolean } | null;
      /** True where it was on when the host crashed and could not go on: guests wait, and nobody chose this. */
      readonly lost: boolean;
    }
  | {
      readonly state: 'on';
      readonly urls: readonly string[];
      readonly fingerprint: Sha256 | null;
      /** True where the address is another than links given out say: than at the last sharing, or since a change of network. */
      readonly moved: boolean;
    };

/** How the host is doing, in numbers. */
export interface HostStatus {
  readonly storage: 'sound' | 'failed';
  /** Why nothing can be written at the moment: `workspace-missing` where the file was deleted or replaced. */
  readonly storageFailure: ErrorCode | null;
  readonly rooms: number;
  readonly connections: number;
  readonly listeners: readonly {
    readonly name: 'loopback' | 'network';
    readonly connections: number;
    readonly refused: Readonly<Record<string, number>>;
  }[];
}

const everyone = roles;
const moderation: readonly Role[] = ['moderator'];
const nothing = z.strictObject({});
const expiresAt = z.iso.datetime({ precision: 0 });
const invitation = z
  .string()
  .regex(ID_PATTERN)
  .transform((id) => id as InvitationId);
const institution = z
  .string()
  .regex(ID_PATTERN)
  .transform((id) => id as InstitutionId);
const storage = storageErrors;

const freezeInput = z.strictObject({
  label: z.string().min(1).max(40),
  title: z.string().max(300).optional(),
  subtitle: z.string().max(300).optional(),
  municipality: z.string().max(200).optional(),
  adoption: z
    .strictObject({ body: z.string().min(1).max(200), date: z.iso.date(), paper: z.string().max(80) })
    .nullable(),
});

/** Delegates speak for an institution; readers may belong to one; moderation and editors belong to none. */
const invitationInput = z.discriminatedUnion('role', [
  z.strictObject({ role: z.enum(['moderator', 'editor']), institution: z.null(), expiresAt }),
  z.strictObject({ role: z.literal('delegate'), institution, expiresAt }),
  z.strictObject({ role: z.literal('reader'), institution: institution.nullable(), expiresAt }),
]);

/** Null is the port of the last sharing, or a free one where that is taken; 0 any free one; others must be free. */
const shareInput = z.strictObject({ port: z.int().min(0).max(65_535).nullable(), tls: z.boolean() });

/** The whole API. A new call is declared here and carried out in `electron/host/api/handlers`; nothing else changes. */
export const contract = {
  'workspace.overview': call<WorkspaceOverview>()({
    method: 'GET',
    input: nothing,
    callers: everyone,
    errors: storage,
  }),
  'workspace.verify': call<VerifyReport>()({
    method: 'POST',
    input: nothing,
    callers: moderation,
    errors: [...storage, 'edition-changed', 'worker-failed', 'cancelled'],
  }),
  'editions.list': call<readonly EditionLine[]>()({
    method: 'GET',
    input: nothing,
    callers: everyone,
    errors: storage,
  }),
  'editions.freeze': call<EditionLine>()({
    method: 'POST',
    input: freezeInput,
    callers: moderation,
    errors: [
      ...storage,
      'edition-exists',
      'text-empty',
      'document-invalid',
      'profile-mismatch',
      'asset-unknown',
      'argument-invalid',
      'glyph-missing',
      'workspace-follows',
      'worker-failed',
      'cancelled',
    ],
  }),
  'invitations.list': call<readonly ListedInvitation[]>()({
    method: 'GET',
    input: nothing,
    callers: moderation,
    errors: storage,
  }),
  'invitations.create': call<IssuedInvitation>()({
    method: 'POST',
    input: invitationInput,
    callers: moderation,
    errors: [...storage, 'institution-unknown', 'argument-invalid', 'workspace-follows'],
  }),
  'invitations.rotate': call<IssuedInvitation>()({
    method: 'POST',
    input: z.strictObject({ invitation, expiresAt: expiresAt.optional() }),
    callers: moderation,
    errors: [...storage, 'invitation-unknown', 'invitation-revoked', 'argument-invalid'],
  }),
  'invitations.revoke': call<Invitation>()({
    method: 'POST',
    input: z.strictObject({ invitation }),
    callers: moderation,
    errors: [...storage, 'invitation-unknown'],
  }),
  'phase.get': call<Phase>()({ method: 'GET', input: nothing, callers: everyone, errors: storage }),
  /** Changes the parts that are named, and answers with the whole: others may have changed the rest meanwhile. */
  'phase.set': call<Phase>()({
    method: 'POST',
    input: phaseSchema.partial().refine((change) => Object.keys(change).length > 0, 'names nothing'),
    callers: moderation,
    errors: storage,
  }),
  'host.status': call<HostStatus>()({ method: 'GET', input: nothing, callers: moderation, errors: [] }),
  'sharing.status': call<SharingStatus>()({
    method: 'GET',
    input: nothing,
    callers: moderation,
    errors: [],
  }),
  'sharing.start': call<SharingStatus>()({
    method: 'POST',
    input: shareInput,
    callers: moderation,
    localOnly: true,
    errors: [...storage, 'listener-failed', 'sharing-already', 'file-unreadable', 'file-unwritable'],
  }),
  'sharing.stop': call<SharingStatus>()({
    method: 'POST',
    input: nothing,
    callers: moderation,
    localOnly: true,
    errors: storage,
  }),
  ...registerCalls,
  ...roundCalls,
  ...contributionCalls,
  ...replicaCalls,
  ...editionCalls,
  ...decisionCalls,
  ...packageCalls,
  ...exportCalls,
  ...assessmentCalls,
  ...importCalls,
  ...historyCalls,
  ...jobCalls,
  ...fileCalls,
} as const satisfies Readonly<Record<string, Call>>;

export type Contract = typeof contract;
export type CallName = keyof Contract;
/** What a caller hands in. */
export type InputOf<Name extends CallName> = z.input<Contract[Name]['input']>;
/** What the host works with, after parsing. */
export type ParsedInputOf<Name extends CallName> = z.output<Contract[Name]['input']>;
export type OutputOf<Name extends CallName> =
  Contract[Name] extends Call<z.ZodType, infer Output> ? Output : never;

export const callNames = Object.keys(contract) as readonly CallName[];
