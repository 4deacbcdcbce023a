import { z } from 'zod';
import { anchorSchema } from '../contributions/anchor.ts';
import { limits } from '../contributions/limits.ts';
import { plainString } from '../contributions/plain-string.ts';
import { MOST_CONTRIBUTIONS, outcomes, type Decision, type Reopening } from '../decisions/decision.ts';
import { contributionId, decisionId, ID_PATTERN, workshopId } from '../ids/ids.ts';
import type { Role } from '../rights/rights.ts';
import { call, storageErrors, type Call } from './call.ts';

const moderation: readonly Role[] = ['moderator'];
const ID = z.string().regex(ID_PATTERN);
const contribution = ID.transform(contributionId);
const reason = plainString(limits.body, { lines: true });
/** As many nodes as one decision may change. */
const MOST_WORDINGS = 200;

const wording = z.strictObject({
  /** Whose proposal it is; one of those that are decided. */
  contribution,
  /** What shall stand there; empty strikes the place. */
  wording: plainString(limits.wording, { lines: true }),
  /** The place as the caller sees it in today's text; left out where the contribution's own anchor is in place. */
  anchor: anchorSchema.optional(),
});

/** Only a final decision that takes something over changes the text, and only for what it is about. */
const decideInput = z
  .strictObject({
    contributions: z
      .array(
        z.strictObject({
          id: contribution,
          /** The decision that the caller saw to hold about it. */
          expected: ID.transform(decisionId).nullable(),
        }),
      )
      .min(1)
      .max(MOST_CONTRIBUTIONS)
      .refine((all) => new Set(all.map(({ id }) => id)).size === all.length, 'a contribution twice'),
    outcome: z.enum(outcomes),
    reason,
    stage: z.enum(['proposed', 'final']),
    workshop: ID.transform(workshopId).nullable(),
    wordings: z.array(wording).max(MOST_WORDINGS),
  })
  .refine(
    ({ outcome, stage, wordings }) =>
      wordings.length === 0 || (stage === 'final' && (outcome === 'adopted' || outcome === 'adoptedInPart')),
    { path: ['wordings'], error: 'only a final adoption changes the text' },
  )
  .refine(
    ({ contributions, wordings }) =>
      wordings.every((one) => contributions.some(({ id }) => id === one.contribution)),
    { path: ['wordings'], error: 'a wording for what is not decided' },
  );

/** What moderation decides about contributions. Everything is written at once, or nothing. */
export const decisionCalls = {
  /** Decides, finally or as a proposal; with wordings, the text changes in the same moment. */
  'decisions.decide': call<Decision>()({
    method: 'POST',
    input: decideInput,
    callers: moderation,
    errors: [
      ...storageErrors,
      'workspace-follows',
      'contribution-unknown',
      'decision-superseded',
      'workshop-unknown',
      'text-locked',
      'document-invalid',
      'wording-outdated',
      'wording-not-applicable',
    ],
  }),
  /** Takes a decision back; with `restoreText`, what it changed in the text too, where those words still stand. */
  'decisions.reopen': call<Reopening>()({
    method: 'POST',
    input: z.strictObject({
      decision: ID.transform(decisionId),
      reason,
      restoreText: z.boolean(),
    }),
    callers: moderation,
    errors: [
      ...storageErrors,
      'workspace-follows',
      'decision-unknown',
      'decision-superseded',
      'text-locked',
      'document-invalid',
      'wording-outdated',
      'wording-not-applicable',
    ],
  }),
} as const satisfies Readonly<Record<string, Call>>;
