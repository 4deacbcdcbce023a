import { z } from 'zod';
import { limits } from '../contributions/limits.ts';
import { plainString } from '../contributions/plain-string.ts';
import { contributionId, decisionId, ID_PATTERN, nodeId, workshopId } from '../ids/ids.ts';

/** What becomes of a contribution: taken over, in part, not; taken note of; put off. */
export const outcomes = ['adopted', 'adoptedInPart', 'rejected', 'noted', 'deferred'] as const;

export type Outcome = (typeof outcomes)[number];

/** The most contributions that one decision may be about. */
export const MOST_CONTRIBUTIONS = 500;

/** The most nodes that one change may take out of the text. */
export const MOST_STRUCK = 200;

const ID = z.string().regex(ID_PATTERN);
const reason = plainString(limits.body, { lines: true });

/** The words of one node before and after, as its text flow gives them with a line feed between blocks. */
const changeSchema = z.strictObject({
  node: ID.transform(nodeId),
  before: z.string().max(100_000),
  after: z.string().max(100_000),
  /** What was taken out as whole nodes, so that it can be put back with its footnotes and ids. */
  struck: z
    .array(
      z.strictObject({
        under: ID.transform(nodeId).nullable(),
        behind: ID.transform(nodeId).nullable(),
        node: z.string().max(100_000),
      }),
    )
    .max(MOST_STRUCK)
    .optional(),
});

export type TextChange = Readonly<z.infer<typeof changeSchema>>;

const record = {
  id: ID.transform(decisionId),
  /** Principal who decided; no name. */
  by: ID,
  /** By the host's clock: ISO 8601, UTC, to the second. */
  at: z.iso.datetime({ precision: 0 }),
  /** What the text was changed by, exactly; none, one node, or several. */
  changes: z.array(changeSchema).max(200),
};

/** Abwägung: an outcome with its reason for one contribution or several that are decided alike. */
const decisionRecordSchema = z.strictObject({
  type: z.literal('decision'),
  ...record,
  contributions: z.array(ID.transform(contributionId)).min(1).max(MOST_CONTRIBUTIONS),
  outcome: z.enum(outcomes),
  reason,
  /** A proposed decision waits for what the institutions say to it; it changes no text. */
  stage: z.enum(['proposed', 'final']),
  /** The workshop in which it was agreed, if it was one. */
  workshop: ID.transform(workshopId).nullable(),
});

/** Takes a decision back: what it was about is open again, and its changes of the text are undone where asked for. */
const reopeningSchema = z.strictObject({
  type: z.literal('reopening'),
  ...record,
  reopens: ID.transform(decisionId),
  reason,
});

/** One record of what was decided. It never changes: to decide anew or to take back is a new one. */
export const decisionSchema = z.discriminatedUnion('type', [decisionRecordSchema, reopeningSchema]);

export type Decision = Readonly<z.infer<typeof decisionRecordSchema>>;
export type Reopening = Readonly<z.infer<typeof reopeningSchema>>;
export type DecisionRecord = Decision | Reopening;
