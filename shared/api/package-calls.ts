import { z } from 'zod';
import type { AppError } from '../errors/errors.ts';
import {
  ID_PATTERN,
  institutionId,
  invitationId,
  roundId,
  SHA256_PATTERN,
  sha256,
  type InstitutionId,
  type InvitationId,
  type RoundId,
  type Sha256,
} from '../ids/ids.ts';
import type { MergeLine, MergeReport } from '../packages/merge-report.ts';
import type { Role } from '../rights/rights.ts';
import { call, storageErrors, type Call } from './call.ts';
import type { StartedJob } from './job-calls.ts';

/** The packages of a round that went out to an institution and in which it speaks as one author. */
export interface SentLine {
  /** By it they are named. */
  readonly author: InvitationId;
  readonly round: RoundId;
  readonly institution: InstitutionId;
  /** When the last of them went out. */
  readonly at: string;
  /** Whether their answers are taken, and whether any was. */
  readonly state: 'out' | 'answered' | 'withdrawn';
  /** When the last record came in by one of them, also where they were withdrawn since; null where none did. */
  readonly answeredAt: string | null;
}

/** One file that came in, and what taking it would do. */
export interface AnswerReport extends Omit<MergeReport, 'lines' | 'unreadable'> {
  readonly name: string;
  readonly fault: null;
  /** By it the answer is named from here on. */
  readonly answer: Sha256;
  readonly round: RoundId;
  /** By the clock of the machine on which it was written. */
  readonly createdAt: string;
  /** How many records cannot be read. */
  readonly unreadable: number;
}

/** A file that cannot be used. */
export interface FaultyAnswer {
  readonly name: string;
  readonly fault: AppError;
}

/** What came in, file by file; nothing is done yet. */
export interface PackageInspection {
  readonly inspection: string;
  readonly answers: readonly (AnswerReport | FaultyAnswer)[];
}

const moderation: readonly Role[] = ['moderator'];
const id = z.string().regex(ID_PATTERN);
const inspection = z.string().regex(/^[a-z0-9_-]{1,64}$/);
const answer = z.string().regex(SHA256_PATTERN).transform(sha256);

/** Taking part by mail or stick: round packages that go out, answers that come back. */
export const packageCalls = {
  /**
   * Makes a package for each of these institutions, with a key of its own; the job's result is a download: one file, or
   * a ZIP archive of several. `html` is a page that any browser opens; it holds the same.
   */
  'packages.create': call<StartedJob>()({
    method: 'POST',
    input: z.strictObject({
      round: id.transform(roundId),
      institutions: z.array(id.transform(institutionId)).min(1).max(2_000),
      form: z.enum(['package', 'html']),
    }),
    callers: moderation,
    errors: [
      ...storageErrors,
      'round-unknown',
      'contributions-closed',
      'institution-unknown',
      'argument-invalid',
      'jobs-too-many',
      'workspace-follows',
      'file-missing',
      'invitation-revoked',
    ],
  }),
  /** What went out, by its author, in the order in which each was first sent. */
  'packages.sent': call<readonly SentLine[]>()({
    method: 'GET',
    input: z.strictObject({}),
    callers: moderation,
    errors: storageErrors,
  }),
  /**
   * Takes no answer to these packages any more, whoever has them; what was taken stands. A package that is made
   * afterwards for the same institution has an author and a key of its own. `invitation-unknown` where no package
   * speaks as this author; doing it twice is harmless.
   */
  'packages.withdraw': call<null>()({
    method: 'POST',
    input: z.strictObject({ author: id.transform(invitationId) }),
    callers: moderation,
    errors: [...storageErrors, 'invitation-unknown', 'workspace-follows'],
  }),
  /**
   * Reads an upload, an answer or a ZIP archive of many, and says what taking it would do; writes nothing. The job's
   * result names the inspection. The upload is used up where this succeeds.
   */
  'packages.inspect': call<StartedJob>()({
    method: 'POST',
    input: z.strictObject({ upload: inspection, name: z.string().min(1).max(255) }),
    callers: moderation,
    errors: [...storageErrors, 'upload-unknown', 'jobs-too-many', 'workspace-follows'],
  }),
  /** What was inspected, as it would be taken now. Kept for half an hour after it was last asked for. */
  'packages.report': call<PackageInspection>()({
    method: 'GET',
    input: z.strictObject({ inspection }),
    callers: moderation,
    errors: [...storageErrors, 'plan-unknown', 'workspace-follows'],
  }),
  /** One answer of it, record by record. */
  'packages.lines': call<readonly MergeLine[]>()({
    method: 'GET',
    input: z.strictObject({ inspection, answer }),
    callers: moderation,
    errors: [...storageErrors, 'plan-unknown', 'workspace-follows'],
  }),
  /**
   * Takes what was chosen, as far as it can be taken; what is there already stays as it is. What came after the round
   * was over is taken with `takeLate` alone.
   */
  'packages.apply': call<StartedJob>()({
    method: 'POST',
    input: z.strictObject({
      inspection,
      take: z
        .array(z.strictObject({ answer, records: z.union([z.literal('all'), z.array(id).max(100_000)]) }))
        .min(1)
        .max(5_000),
      takeLate: z.boolean(),
    }),
    callers: moderation,
    errors: [...storageErrors, 'plan-unknown', 'jobs-too-many', 'workspace-follows'],
  }),
  /**
   * In a file that was made from a round package: its answer, as a download. It holds all that was submitted so far.
   * `round-unknown` in any other file.
   */
  'packages.answer': call<StartedJob>()({
    method: 'POST',
    input: z.strictObject({}),
    callers: ['moderator', 'delegate'],
    errors: [...storageErrors, 'round-unknown', 'package-damaged', 'jobs-too-many'],
  }),
} as const satisfies Readonly<Record<string, Call>>;
