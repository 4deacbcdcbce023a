import { z } from 'zod';
import { ID_PATTERN, roundId, SHA256_PATTERN, sha256, type RoundId } from '../ids/ids.ts';
import { roles, type Role } from '../rights/rights.ts';
import type { ProvenRoundBase } from '../rounds/round-base.ts';
import { roundSchema, type Round } from '../rounds/round.ts';
import { call, storageErrors, type Call } from './call.ts';

const moderation: readonly Role[] = ['moderator'];
const one = z.strictObject({ round: z.string().regex(ID_PATTERN).transform(roundId) });

/** Planning, opening and closing rounds, each on the host that nobody is followed by; and what was asked about. */
export const roundCalls = {
  /**
   * Adds a round under an id that the caller makes, or changes one; what is open already takes effect at once.
   * `expected` is the version that the caller has seen (`versionOfRound`), and is left out for a new round: what
   * somebody else has changed meanwhile is not written over (`round-changed`).
   */
  'rounds.save': call<Round>()({
    method: 'POST',
    input: z.strictObject({
      round: roundSchema.omit({ base: true }),
      expected: z.string().regex(SHA256_PATTERN).transform(sha256).optional(),
    }),
    callers: moderation,
    errors: [
      ...storageErrors,
      'round-unknown',
      'round-begun',
      'round-changed',
      'argument-invalid',
      'workspace-follows',
    ],
  }),
  'rounds.remove': call<RoundId>()({
    method: 'POST',
    input: one,
    callers: moderation,
    errors: [...storageErrors, 'round-unknown', 'round-begun', 'workspace-follows'],
  }),
  'rounds.open': call<Round>()({
    method: 'POST',
    input: one,
    callers: moderation,
    errors: [
      ...storageErrors,
      'round-unknown',
      'round-open',
      'argument-invalid',
      'text-empty',
      'document-invalid',
      'workspace-follows',
    ],
  }),
  'rounds.answers': call<Round>()({
    method: 'POST',
    input: one,
    callers: moderation,
    errors: [...storageErrors, 'round-unknown', 'round-open', 'argument-invalid', 'workspace-follows'],
  }),
  'rounds.close': call<Round>()({
    method: 'POST',
    input: one,
    callers: moderation,
    errors: [...storageErrors, 'round-unknown', 'workspace-follows'],
  }),
  /** The text that a round asked about, with its hash; followers have it too. */
  'rounds.base': call<ProvenRoundBase>()({
    method: 'GET',
    input: one,
    callers: roles,
    errors: [...storageErrors, 'round-unknown'],
  }),
} as const satisfies Readonly<Record<string, Call>>;
