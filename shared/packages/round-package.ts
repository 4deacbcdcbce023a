import { z } from 'zod';
import { contributionSchema, type Contribution } from '../contributions/contribution.ts';
import { receiptSchema, type Receipt } from '../contributions/receipt.ts';
import { decisionSchema, type DecisionRecord } from '../decisions/decision.ts';
import { fail, ok, type Result } from '../errors/result.ts';
import { ID_PATTERN, invitationId, roundId, type InvitationId } from '../ids/ids.ts';
import { institutionSchema, type Institution } from '../register/institution.ts';
import { roundSchema, type Round, type RoundBase } from '../rounds/round.ts';
import { parseDocument } from '../schema/parse-document.ts';
import { parseProfile } from '../schema/profile.ts';
import type { SecretKey } from './envelope.ts';
import { KEY_PATTERN } from './key-pattern.ts';

/** All that an institution needs to take part in a round without a network. */
export interface RoundPackage {
  /** The Leitbild, by the public key of the file in which it is kept; answers name it. */
  readonly leitbild: string;
  readonly round: Round;
  /** What the round takes at this time: everything, or only answers to what was decided, and withdrawals. */
  readonly takes: 'open' | 'answers';
  readonly base: RoundBase;
  readonly institution: Institution;
  /** The register without any contact. */
  readonly register: readonly Institution[];
  /** What the institution may read of what was contributed so far. */
  readonly voices: readonly { readonly record: Contribution; readonly receipt: Receipt }[];
  readonly decisions: readonly DecisionRecord[];
  /** As whom the institution speaks. */
  readonly author: InvitationId;
  /** With which the answer is signed. */
  readonly key: SecretKey;
  /** By the host's clock: ISO 8601, UTC, to the second. */
  readonly createdAt: string;
}

const instant = z.iso.datetime({ precision: 0 });

const packageSchema = z.strictObject({
  leitbild: z.string().regex(KEY_PATTERN),
  round: roundSchema,
  takes: z.enum(['open', 'answers']),
  base: z.strictObject({
    format: z.literal('leitbild-round-base'),
    version: z.literal(1),
    round: z.string().regex(ID_PATTERN).transform(roundId),
    takenAt: instant,
    title: z.string().max(1_000),
    subtitle: z.string().max(1_000),
    municipality: z.string().max(1_000),
    profile: z.unknown(),
    document: z.unknown(),
  }),
  institution: institutionSchema,
  register: z.array(institutionSchema).max(10_000),
  voices: z.array(z.strictObject({ record: contributionSchema, receipt: receiptSchema })).max(200_000),
  decisions: z.array(decisionSchema).max(200_000),
  author: z.string().regex(ID_PATTERN).transform(invitationId),
  key: z
    .string()
    .regex(KEY_PATTERN)
    .transform((key) => key as SecretKey),
  createdAt: instant,
});

/** Reads the inside of a round package. Fails with the path of the part that is wrong. */
export function parseRoundPackage(payload: unknown): Result<RoundPackage, { readonly place: string }> {
  const parsed = packageSchema.safeParse(payload);
  if (!parsed.success) return fail({ place: parsed.error.issues[0]?.path.map(String).join('.') ?? '' });
  const { base, ...rest } = parsed.data;
  const profile = parseProfile(base.profile, 'base.profile');
  if (!profile.ok) return fail({ place: 'base.profile' });
  const document = parseDocument(base.document, 'base.document');
  if (!document.ok) return fail({ place: 'base.document' });
  return ok({ ...rest, base: { ...base, profile: profile.value, document: document.value } });
}
