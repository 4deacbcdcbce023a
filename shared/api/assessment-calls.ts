import { z } from 'zod';
import { limits } from '../contributions/limits.ts';
import { plainString } from '../contributions/plain-string.ts';
import { ID_PATTERN, institutionId, roundId } from '../ids/ids.ts';
import { call, storageErrors, type Call } from './call.ts';
import type { StartedJob } from './job-calls.ts';

/** The forms in which the assessment table is given out. */
export const assessmentFormats = ['pdf', 'docx', 'xlsx', 'csv'] as const;
export type AssessmentFormat = (typeof assessmentFormats)[number];

/** Letters: all in one PDF, or one PDF or Word document for each institution, in a ZIP. */
export const letterFormats = ['pdf', 'pdf-zip', 'docx-zip'] as const;
export type LetterFormat = (typeof letterFormats)[number];

const ID = z.string().regex(ID_PATTERN);

const common = {
  /** Without all that tells who said something. */
  anonymised: z.boolean(),
  /** Only what was said in this round; `null` for all. */
  round: ID.transform(roundId).nullable(),
  /** Only what these institutions said; `null` for all. */
  institutions: z.array(ID.transform(institutionId)).max(2_000).nullable(),
  /** Only what is still to be decided, without positions and answers. */
  onlyOpen: z.boolean().optional(),
};

const exportInput = z.discriminatedUnion('what', [
  z.strictObject({ what: z.literal('table'), format: z.enum(assessmentFormats), ...common }),
  z.strictObject({
    what: z.literal('letters'),
    format: z.enum(letterFormats),
    ...common,
    /** Stands in each letter before the list, in paragraphs; left out, the usual words. */
    introduction: plainString(limits.body, { lines: true }).optional(),
    /** Whether the contact person of the register stands in the address; never in an anonymised letter. */
    withContacts: z.boolean().optional(),
  }),
]);

/** What an export of contributions is asked for. */
export type AssessmentWanted = Readonly<z.output<typeof exportInput>>;

/** What institutions said and what was decided, as files for moderation to hand on. */
export const assessmentCalls = {
  /**
   * The job's result is a file. It holds exactly as many contributions as there are; where it would not, the job fails
   * with `export-incomplete`.
   */
  'assessment.export': call<StartedJob>()({
    method: 'POST',
    input: exportInput,
    callers: ['moderator'],
    errors: [
      ...storageErrors,
      'text-empty',
      'document-invalid',
      'round-unknown',
      'export-incomplete',
      'typesetting-failed',
      'worker-failed',
      'cancelled',
      'transfers-full',
      'jobs-too-many',
    ],
  }),
} as const satisfies Readonly<Record<string, Call>>;
