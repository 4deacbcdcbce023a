import type { RefusalCode } from '../contributions/refusal.ts';
import type { BoundReason } from '../register/bound-reason.ts';
import type { MergeFault } from '../register/institution-changes.ts';

/**
 * Every expected failure, with the details its message needs. The list is closed: a code that is not here does
 * not exist, and `renderer/words` must have a sentence for each.
 */
export interface ErrorDetails {
  'file-missing': { path: string };
  'file-unreadable': { path: string; reason: string };
  'file-unwritable': { path: string; reason: string };
  'target-protected': { path: string; reason: 'input' | 'leitbild' | 'not-a-file' };
  'file-empty': { path: string };
  /** `unpacked` where it is an archive that is small itself. */
  'file-too-large': { path: string; bytes: number; limit: number; unpacked?: boolean };
  /** `line`, from 1, and `codePoint` where one control character stands in what is text otherwise. */
  'file-not-text': { path: string; offset: number; line?: number; codePoint?: string };
  'file-format-unknown': { path: string };
  'disk-full': { path: string };
  'pdf-encrypted': { path: string };
  'pdf-damaged': { path: string; reason: string };
  'pdf-without-text': { path: string; pages: number };
  'docx-damaged': { path: string; reason: string };
  'docx-tracked-changes': { path: string; insertions: number; deletions: number; places: readonly string[] };
  'document-invalid': { path: string; place: string; reason: string };
  'profile-invalid': { path: string; place: string; reason: string };
  'profile-unknown': { profile: string; known: readonly string[] };
  'profile-mismatch': { kind: string; place: string };
  'workspace-missing': { path: string };
  'workspace-exists': { path: string };
  'workspace-in-use': { path: string };
  'workspace-foreign': { path: string };
  'workspace-newer': { path: string; found: number; supported: number };
  'workspace-damaged': { path: string; place: string };
  'workspace-read-only': { path: string };
  'update-invalid': { room: string; reason: string };
  'text-empty': { path: string };
  'edition-exists': { label: string };
  'edition-unknown': { label: string; known: readonly string[] };
  'edition-changed': { label: string; expected: string; found: string };
  'hash-unmatched': { hash: string };
  'edition-alone': { path: string; hash: string };
  'import-unknown': { path: string };
  'import-superseded': { path: string };
  'import-without-goals': { path: string; goals: number };
  'asset-unknown': { asset: string };
  'asset-unsupported': { path: string; reason: string };
  'asset-without-alternative-text': { path: string };
  'register-invalid': { path: string; row: number; column: string; reason: string };
  'register-format-unknown': { path: string };
  'register-columns-missing': { path: string; columns: readonly string[] };
  /** So many rows are like an institution of the register, and nobody has said whether they are it. */
  'register-unanswered': { path: string; rows: number };
  /** Since the preview was shown. */
  'register-changed': { path: string };
  'glyph-missing': { places: readonly { character: string; codePoint: string; place: string }[] };
  'typesetting-failed': { reason: string };
  /** A file of contributions that holds another number of them than were handed in; it was not given out. */
  'export-incomplete': { expected: number; found: number };
  /** `reason` is one of `argumentReasons`, or the allowed values themselves. `allowed`: limit, range or partner. */
  'argument-invalid': { argument: string; reason: string; allowed?: string };
  'worker-failed': { reason: string };
  cancelled: { phase: string };
  'token-missing': Record<string, never>;
  'token-unknown': Record<string, never>;
  'token-expired': Record<string, never>;
  'token-revoked': Record<string, never>;
  'rate-limited': Record<string, never>;
  'origin-refused': Record<string, never>;
  'call-unknown': { call: string };
  'call-not-allowed': { call: string; role: string };
  'method-not-allowed': { call: string; allowed: string };
  'request-invalid': { place: string; reason: string };
  'request-too-large': { limit: number };
  'answer-invalid': { call: string };
  'host-unreachable': { url: string; reason: string };
  'host-running': { path: string };
  'host-failed': Record<string, never>;
  'institution-unknown': { institution: string };
  /** Cannot be removed, because something points at it. */
  'institution-bound': { institution: string; reason: BoundReason };
  /** One institution cannot become part of the other. */
  'merge-impossible': { institution: string; into: string; reason: MergeFault };
  'invitation-unknown': { invitation: string };
  'invitation-revoked': { invitation: string };
  'listener-failed': { address: string; reason: string };
  'sharing-already': { url: string };
  'text-locked': Record<string, never>;
  'upload-unknown': { upload: string };
  'download-unknown': Record<string, never>;
  /** `what` waits and has not been fetched or used yet. */
  'transfers-full': { what: 'uploads' | 'downloads' };
  'jobs-too-many': { limit: number };
  'job-unknown': { job: string };
  'plan-unknown': { plan: string };
  'block-unknown': { block: string };
  'moment-unknown': { moment: number };
  /** What only the host that this file follows may do. */
  'workspace-follows': { path: string; base: string };
  'workspace-follows-nobody': { path: string };
  /** The host has another Leitbild than the file. */
  'upstream-foreign': { base: string };
  'certificate-unexpected': { url: string };
  /** Changes in these rooms were refused or put aside. */
  'sync-incomplete': { rooms: readonly string[] };
  'refusal-unknown': { refusal: number };
  'contributions-closed': Record<string, never>;
  'round-unknown': { round: string };
  /** Another round is open; it has to be closed first. */
  'round-open': { round: string };
  /** A round that was opened once keeps what it asked about. */
  'round-begun': { round: string };
  /** Somebody has changed the round since the caller read it. */
  'round-changed': { round: string };
  'contribution-unknown': { contribution: string };
  /** What was entered for an institution was not taken. */
  'contribution-refused': { contribution: string; reason: RefusalCode; place: string };
  'decision-unknown': { decision: string };
  /** Somebody else decided meanwhile: `decision` is what holds now. */
  'decision-superseded': { contribution: string; decision: string };
  /** The place whose words were to be changed reads otherwise now. */
  'wording-outdated': { node: string };
  /**
   * Its lines do not go with the paragraphs of the place; what it strikes is needed where it stands; it meets another
   * wording; it holds characters that no text may; it is longer than a record can keep. To be edited by hand.
   */
  'wording-not-applicable': {
    node: string;
    reason: 'blocks' | 'needed' | 'overlap' | 'characters' | 'too-long';
  };
  'workshop-unknown': { workshop: string };
  /** `place` is `format` for what never was a package, `kind` for a round in place of an answer and the reverse. */
  'package-damaged': { path: string; place: string };
  'package-newer': { path: string; found: number; supported: number };
  /** Not signed by the key that the host gave to the institution, or changed since. */
  'package-unsigned': { path: string; kind: 'round' | 'answer' };
  /** Of another Leitbild, a package that did not go out from this file, or in another name than its package's. */
  'package-foreign': { path: string; reason: 'leitbild' | 'institution' | 'round' };
  /** It answers a package that moderation withdrew. */
  'package-withdrawn': { path: string };
}

export type ErrorCode = keyof ErrorDetails;

/** A failure as a value: a code of the closed list, and what its message needs to be told. */
export type AppError = {
  [C in ErrorCode]: { readonly code: C; readonly details: ErrorDetails[C] };
}[ErrorCode];

export function appError<C extends ErrorCode>(code: C, details: ErrorDetails[C]): AppError {
  return { code, details } as AppError;
}

/**
 * Carries an expected failure through code that cannot return a `Result` (callbacks of SQLite, workers).
 * Caught at the border of the module that throws it.
 */
export class AppFailure extends Error {
  readonly error: AppError;

  constructor(error: AppError) {
    super(error.code);
    this.name = 'AppFailure';
    this.error = error;
  }
}
