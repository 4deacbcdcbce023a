import { z } from 'zod';
import { ID_PATTERN, roundId, type RoundId } from '../ids/ids.ts';
import { roles, type Role } from '../rights/rights.ts';
import type { ProvenRoundBase } from '../rounds/round-base.ts';
import { roundSchema, type Round } from '../rounds/round.ts';
import { call, storageErrors, type Call } from './call.ts';

const moderation: readonly Role[] = ['moderator'];
const one = z.strictObject({ round: z.string().regex(ID_PATTERN).transform(roundId) });

/** Planning, opening and closing rounds, each on the host that nobody is followed by; and what was asked about. */
export const roundCalls = {
  /** Adds a round under an id that the caller makes, or changes one; what is open already takes effect at once. */
  'rounds.save': call<Round>()({
    method: 'POST',
    input: z.strictObject({ round: roundSchema.omit({ base: true }) }),
    callers: moderation,
    errors: [...storageErrors, 'round-begun', 'argument-invalid', 'workspace-follows'],
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
