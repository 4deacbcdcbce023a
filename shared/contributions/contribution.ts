import { z } from 'zod';
import { canonicalJson } from '../editions/canonical-json.ts';
import { contributionId, decisionId, ID_PATTERN, institutionId, roundId } from '../ids/ids.ts';
import { anchorSchema, nodeAnchorSchema } from './anchor.ts';
import { limits } from './limits.ts';
import { plainString } from './plain-string.ts';

/** What a contribution says about its place: a remark, another wording, a question, consent, dissent. */
export const contributionKinds = ['comment', 'proposal', 'question', 'approval', 'objection'] as const;

export type ContributionKind = (typeof contributionKinds)[number];

/** Where an institution stands on a goal; `noStatement` says that it has read it and takes no side. */
export const stances = ['agree', 'agreeWithChange', 'object', 'noStatement'] as const;

export type Stance = (typeof stances)[number];

/** What an institution says to a decision that moderation proposes. */
export const replies = ['agrees', 'keepsObjection'] as const;

export type Reply = (typeof replies)[number];

const ID = z.string().regex(ID_PATTERN);
const contribution = ID.transform(contributionId);
const body = plainString(limits.body, { lines: true });

/** ISO 8601, UTC, to the second. */
const instant = z.iso.datetime({ precision: 0 });

const record = {
  id: contribution,
  institution: ID.transform(institutionId),
  round: ID.transform(roundId),
  /** The invitation by which its author took part; no name. */
  author: ID,
  /** As the author's machine knew it; when the host took the record, the host says (`receipt.ts`). */
  submittedAt: instant,
};

const statementParts = {
  type: z.literal('statement'),
  kind: z.enum(contributionKinds),
  anchor: anchorSchema,
  body,
  /** The wording that is proposed for the place; empty proposes to strike it, `null` proposes none. */
  wording: plainString(limits.wording, { lines: true }).nullable(),
  /** An earlier contribution of the institution in whose place this one stands. */
  replaces: contribution.nullable(),
};

const withdrawalParts = {
  type: z.literal('withdrawal'),
  withdraws: contribution,
  /** Why; may be empty. */
  body,
};

const positionParts = {
  type: z.literal('position'),
  /** The node with the words that it had: a later wording is not what was agreed to. */
  anchor: nodeAnchorSchema,
  stance: z.enum(stances),
  /** Why; may be empty. */
  body,
};

const answerParts = {
  type: z.literal('answer'),
  decision: ID.transform(decisionId),
  reply: z.enum(replies),
  /** Why; may be empty. */
  body,
};

const statementSchema = z
  .strictObject({ ...record, ...statementParts })
  .refine(({ kind, wording }) => kind !== 'proposal' || wording !== null, {
    path: ['wording'],
    error: 'a proposal needs a wording',
  })
  .refine(({ kind, body: words }) => kind === 'proposal' || kind === 'approval' || words.trim() !== '', {
    path: ['body'],
    error: 'says nothing',
  });

const withdrawalSchema = z.strictObject({ ...record, ...withdrawalParts });

/** Takes a side on one node, a goal mostly. The last one that the host took for a node is the institution's position. */
const positionSchema = z.strictObject({ ...record, ...positionParts });

/** Answers a decision that moderation proposed about a contribution of the institution. */
const answerSchema = z.strictObject({ ...record, ...answerParts });

/** What a record says, without who says it and when. Whether a statement says anything is asked of the whole record. */
export const contributionPartsSchema = z.discriminatedUnion('type', [
  z.strictObject(statementParts),
  z.strictObject(withdrawalParts),
  z.strictObject(positionParts),
  z.strictObject(answerParts),
]);

export type ContributionParts = Readonly<z.infer<typeof contributionPartsSchema>>;

/** One submitted record. It never changes: a correction or a withdrawal is a new one (DESIGN §3). */
export const contributionSchema = z.discriminatedUnion('type', [
  statementSchema,
  withdrawalSchema,
  positionSchema,
  answerSchema,
]);

export type Statement = Readonly<z.infer<typeof statementSchema>>;
export type Withdrawal = Readonly<z.infer<typeof withdrawalSchema>>;
export type Position = Readonly<z.infer<typeof positionSchema>>;
export type Answer = Readonly<z.infer<typeof answerSchema>>;
export type Contribution = Statement | Withdrawal | Position | Answer;

/** The earlier record that this one takes the place of or takes back; `null` where it stands for itself. */
export function targetOf(record: Contribution): Contribution['id'] | null {
  switch (record.type) {
    case 'withdrawal':
      return record.withdraws;
    case 'statement':
      return record.replaces;
    default:
      return null;
  }
}

/** What is wrong with a value that is no contribution: longer than allowed, or not of the form; where, as a path. */
export interface ContributionFault {
  readonly code: 'too-large' | 'invalid';
  readonly place: string;
}

export type ParsedContribution =
  | { readonly ok: true; readonly value: Contribution; readonly canonical: string }
  | { readonly ok: false; readonly error: ContributionFault };

/**
 * Reads a stored value as a contribution and gives its canonical JSON. Only a value that says nothing else passes:
 * what comes out has the same canonical JSON as what went in. Never throws, whatever the value is.
 */
export function parseContribution(stored: unknown): ParsedContribution {
  const parsed = contributionSchema.safeParse(stored);
  if (!parsed.success) {
    const issues = parsed.error.issues;
    const long = issues.find((issue) => issue.code === 'too_big' && issue.origin === 'string');
    const code = long === undefined ? 'invalid' : 'too-large';
    return { ok: false, error: { code, place: (long ?? issues[0])?.path.map(String).join('.') ?? '' } };
  }
  const canonical = canonicalJson(parsed.data);
  // Catches fields that the value only inherits, as from a decoded key `__proto__`.
  if (canonicalJson(stored) !== canonical) return { ok: false, error: { code: 'invalid', place: '' } };
  return { ok: true, value: parsed.data, canonical };
}
