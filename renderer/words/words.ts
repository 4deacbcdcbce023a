import type { ErrorCode, ErrorDetails } from '../../shared/errors/errors.ts';
import type { HostStatus, Invitation, SharingStatus } from '../../shared/api/contract.ts';
import type { Phase } from '../../shared/rights/rights.ts';
import type { ImportWarning, ImportWarningCode } from '../../shared/import/import-report.ts';
import type { ComparisonWords } from './comparison-words.ts';
import type { FollowWords } from './follow-words.ts';
import type { UsageWords } from './usage-words.ts';

/** A sentence for each error: what happened, and what to do. */
export type ErrorWords = { readonly [Code in ErrorCode]: (details: ErrorDetails[Code]) => string };

/** A sentence for each warning of an import; the format of the source says what its detail counts. */
export type WarningWords = {
  readonly [Code in ImportWarningCode]: (warning: ImportWarning, format: string) => string;
};

/** What the command line says. */
export interface CommandWords {
  readonly failed: string;
  /** A place in a source of that format. */
  readonly line: (line: number, format: string) => string;
  readonly phases: Readonly<Record<string, string>>;
  readonly help: Readonly<Record<HelpTopic, string>>;
  readonly counts: Readonly<Record<string, string>>;
  readonly importFound: (name: string) => string;
  readonly importIsNoLeitbild: string;
  readonly importWords: (total: number, unplaced: number) => string;
  readonly importUnplaced: string;
  readonly importWarnings: string;
  readonly importDryRun: string;
  readonly importApplied: (path: string) => string;
  readonly importUnchanged: (path: string) => string;
  readonly importUndone: (path: string) => string;
  readonly reportWritten: (path: string) => string;
  readonly migrated: (path: string, backup: string) => string;
  readonly headerKept: (part: string, source: string) => string;
  readonly headerFieldLeft: string;
  readonly frozen: (label: string, hash: string) => string;
  readonly freezePlanned: (label: string) => string;
  readonly adopted: (adoption: {
    readonly body: string;
    readonly day: string;
    readonly paper: string;
  }) => string;
  readonly notAdopted: string;
  readonly participants: (count: number) => string;
  readonly adoptionInFuture: (day: string) => string;
  readonly exported: (path: string, size: string) => string;
  readonly engineWithoutProof: string;
  readonly verified: (path: string) => string;
  readonly verifiedEdition: (label: string, hash: string) => string;
  readonly verifiedHash: (label: string) => string;
  readonly draft: string;
  readonly editionNamed: (label: string) => string;
  readonly draftEmptyShowing: (label: string) => string;
  readonly nothingYet: (path: string) => string;
  readonly untitled: string;
  readonly editions: string;
  readonly noEditions: string;
  readonly assetAdded: (id: string) => string;
  readonly registerImported: (counts: RegisterCounts) => string;
  readonly registerInvalid: (rows: number) => string;
  readonly registerUnknownColumns: (columns: readonly string[]) => string;
  readonly registerKinds: (kinds: readonly (readonly [from: string, to: string])[]) => string;
  readonly registerMissing: (count: number) => string;
  readonly registerSimilar: (rows: number) => string;
  readonly registerDouble: (row: number, name: string) => string;
  readonly registerPrinted: string;
  readonly registerExported: (path: string, rows: number) => string;
  readonly comparison: ComparisonWords;
}

export interface RegisterCounts {
  readonly removed: number;
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
}

export type HelpTopic =
  | 'program'
  | 'import'
  | 'show'
  | 'freeze'
  | 'export'
  | 'compare'
  | 'verify'
  | 'register'
  | 'registerImport'
  | 'registerExport'
  | 'removeMissing'
  | 'sameAs'
  | 'asNew'
  | 'skipRow'
  | 'asset'
  | 'undo'
  | 'header'
  | 'lang'
  | 'into'
  | 'profile'
  | 'report'
  | 'dryRun'
  | 'freezeDryRun'
  | 'acceptTracked'
  | 'replace'
  | 'edition'
  | 'json'
  | 'format'
  | 'output'
  | 'title'
  | 'subtitle'
  | 'municipality'
  | 'adoptedBy'
  | 'adoptedOn'
  | 'paper'
  | 'alternativeText'
  | 'logo'
  | 'portrait'
  | 'hash'
  | 'engine'
  | 'serve'
  | 'invite'
  | 'revoke'
  | 'status'
  | 'join'
  | 'sync'
  | 'leave'
  | 'fingerprint'
  | 'host'
  | 'secret'
  | 'secretFile'
  | 'secretFileOut'
  | 'port'
  | 'lan'
  | 'lanPort'
  | 'tls'
  | 'publicUrl'
  | 'institution'
  | 'role'
  | 'rotate'
  | 'expires'
  | 'svg';

/** What the commands around a running host say. */
export interface HostWords {
  readonly serving: (url: string) => string;
  readonly secret: (secret: string) => string;
  readonly secretWritten: (path: string) => string;
  readonly howToInvite: string;
  readonly stopped: string;
  readonly sharing: (status: SharingStatus) => string;
  readonly running: (status: HostStatus) => string;
  readonly phase: (phase: Phase) => string;
  readonly invited: (invitation: Invitation) => string;
  readonly tokenWithoutLink: (token: string) => string;
  readonly shownOnce: string;
  readonly revoked: (id: string) => string;
  readonly invitations: string;
  readonly noInvitations: string;
  readonly invitation: (invitation: Invitation) => string;
}

/** All that is said to users in one language. */
export interface Words {
  readonly errors: ErrorWords;
  readonly warnings: WarningWords;
  readonly commands: CommandWords;
  readonly host: HostWords;
  readonly follow: FollowWords;
  readonly usage: UsageWords;
}

export type Language = 'de' | 'en';
