import { z } from 'zod';
import { ID_PATTERN, institutionId, type InvitationId } from '../ids/ids.ts';
import type { Institution, RegisterEntry } from '../register/institution.ts';
import { registerAnswerSchema } from '../register/register-answers.ts';
import type { RegisterPreview } from '../register/register-preview.ts';
import { roles, type Role } from '../rights/rights.ts';
import { call, storageErrors, type Call } from './call.ts';
import type { JobResult } from './job-calls.ts';

/** The files that a register is read from and written to. */
export const registerFormats = ['csv', 'xlsx'] as const;

export type RegisterFormat = (typeof registerFormats)[number];

/** A preview, and the state of the register that it was made for. */
export interface RegisterPlan {
  readonly preview: RegisterPreview;
  /** SHA-256 of the register; handed back with the answers, so that nothing is written over what came meanwhile. */
  readonly seen: string;
}

/** What was done, by which it can be taken back for some time. */
export interface RegisterChanged {
  readonly change: string;
}

const moderation: readonly Role[] = ['moderator'];
const institution = z.string().regex(ID_PATTERN).transform(institutionId);
const nothing = z.strictObject({});
const source = z.strictObject({
  upload: z.string().regex(ID_PATTERN),
  /** As the file is called in messages. */
  name: z.string().min(1).max(255),
});
const readErrors = [
  ...storageErrors,
  'upload-unknown',
  'file-empty',
  'file-too-large',
  'register-format-unknown',
  'register-columns-missing',
  'register-invalid',
  'workspace-follows',
  'cancelled',
  'worker-failed',
] as const;

/** The register of institutions as a list, and as a table that comes in and goes out. */
export const registerCalls = {
  'register.list': call<readonly Institution[]>()({
    method: 'GET',
    input: nothing,
    callers: roles,
    errors: storageErrors,
  }),
  'register.contacts': call<readonly RegisterEntry[]>()({
    method: 'GET',
    input: nothing,
    callers: moderation,
    errors: storageErrors,
  }),
  /** What a table (CSV or XLSX, `POST /uploads`) would do to the register; writes nothing. The upload stays. */
  'register.importPlan': call<RegisterPlan>()({
    method: 'POST',
    input: source,
    callers: moderation,
    errors: readErrors,
  }),
  /**
   * Writes the table with what was answered to the rows that are like an institution, all of it or nothing; the upload is
   * used up. Fails with `register-changed` where the register is not as it was `seen` any more.
   */
  'register.importApply': call<{
    readonly written: number;
    readonly removed: number;
    readonly left: number;
  }>()({
    method: 'POST',
    input: source.extend({
      seen: z.string().max(64),
      answers: z.array(registerAnswerSchema).max(5_000),
      removeMissing: z.boolean(),
    }),
    callers: moderation,
    errors: [...readErrors, 'register-unanswered', 'register-changed'],
  }),
  /**
   * Makes an institution part of another (see `electron/host/register/register-desk.ts`). It stays with all that it said
   * and its drafts. `revoke` ends its valid invitations; without it they open what there is for reading.
   */
  'register.merge': call<RegisterChanged & { readonly revoked: readonly InvitationId[] }>()({
    method: 'POST',
    input: z.strictObject({ institution, into: institution, movePeople: z.boolean(), revoke: z.boolean() }),
    callers: moderation,
    errors: [...storageErrors, 'merge-impossible', 'workspace-follows'],
  }),
  'register.leave': call<RegisterChanged>()({
    method: 'POST',
    input: z.strictObject({ institution, day: z.iso.date() }),
    callers: moderation,
    errors: [...storageErrors, 'institution-unknown', 'workspace-follows'],
  }),
  'register.comeBack': call<RegisterChanged>()({
    method: 'POST',
    input: z.strictObject({ institution }),
    callers: moderation,
    errors: [...storageErrors, 'institution-unknown', 'workspace-follows'],
  }),
  'register.remove': call<RegisterChanged>()({
    method: 'POST',
    input: z.strictObject({ institution }),
    callers: moderation,
    errors: [...storageErrors, 'institution-unknown', 'institution-bound', 'workspace-follows'],
  }),
  /** Takes back what one of the calls above did to the register; false where somebody has changed any of it since. */
  'register.takeBack': call<boolean>()({
    method: 'POST',
    input: z.strictObject({ change: z.string().regex(ID_PATTERN) }),
    callers: moderation,
    errors: [...storageErrors, 'workspace-follows'],
  }),
  /** The institutions that take part, with their contacts, as a file to be fetched. */
  'register.export': call<Extract<JobResult, { kind: 'file' }>>()({
    method: 'POST',
    input: z.strictObject({ format: z.enum(registerFormats) }),
    callers: moderation,
    errors: [...storageErrors, 'transfers-full', 'cancelled', 'worker-failed'],
  }),
} as const satisfies Readonly<Record<string, Call>>;
