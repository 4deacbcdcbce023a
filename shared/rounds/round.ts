import { z } from 'zod';
import type { DocumentHeader } from '../editions/edition.ts';
import {
  ID_PATTERN,
  institutionId,
  nodeId,
  roundId,
  SHA256_PATTERN,
  sha256,
  type RoundId,
} from '../ids/ids.ts';
import { takesPart, type Institution } from '../register/institution.ts';
import type { Phase } from '../rights/rights.ts';
import type { LeitbildDocument } from '../schema/document.ts';
import type { Profile } from '../schema/profile.ts';

const ID = z.string().regex(ID_PATTERN);

/** ISO 8601, UTC, to the second. */
const instant = z.iso.datetime({ precision: 0 });

/** Beteiligungsrunde: whom moderation asks, about what, until when. */
export const roundSchema = z.strictObject({
  id: ID.transform(roundId),
  name: z.string().trim().min(1).max(120),
  /** From when to when contributions are asked for; the host closes the round at `closesAt` by itself. */
  opensAt: instant.nullable(),
  closesAt: instant.nullable(),
  invited: z.union([z.literal('all'), z.array(ID.transform(institutionId)).max(2_000)]),
  /** What is open: the whole text, or these nodes (action fields, mostly) with all that they hold. */
  places: z.union([z.literal('all'), z.array(ID.transform(nodeId)).max(500)]),
  /** Whose contributions delegates may read while the round runs: their own institution's, or all. */
  visibility: z.enum(['own', 'all']),
  /** The text that was asked about, frozen when the round was opened first; `null` before. */
  base: z
    .strictObject({ hash: z.string().regex(SHA256_PATTERN).transform(sha256), takenAt: instant })
    .nullable(),
});

export type Round = Readonly<z.infer<typeof roundSchema>>;

/**
 * How far a round is. Computed from what was opened and closed, never stored:
 * `planned` before it was opened first, `open` while contributions are taken, `answers` while institutions answer
 * proposed decisions, `closed` else.
 */
export type RoundState = 'planned' | 'open' | 'answers' | 'closed';

/** `current` is the round that the phase is about (`readRound`). */
export function stateOfRound(round: Round, phase: Phase, current: RoundId | null): RoundState {
  if (round.base === null) return 'planned';
  return current === round.id ? phase.contributions : 'closed';
}

/** Who may read all contributions while a round runs. */
export function voicesFor({ visibility }: Pick<Round, 'visibility'>): Phase['voices'] {
  return visibility === 'all' ? 'everyone' : 'moderation';
}

/** The institutions that a round asks, of those that take part today, in the order given. */
export function invitedTo(round: Round, institutions: readonly Institution[]): readonly Institution[] {
  const { invited } = round;
  return institutions.filter((one) => takesPart(one) && (invited === 'all' || invited.includes(one.id)));
}

/**
 * The text that a round asks about, as it stood when the round was opened. Its canonical JSON is what `Round.base.hash`
 * is the SHA-256 of; it never changes.
 */
export interface RoundBase extends DocumentHeader {
  readonly format: 'leitbild-round-base';
  readonly version: 1;
  readonly round: RoundId;
  /** ISO 8601, UTC, to the second. */
  readonly takenAt: string;
  readonly profile: Profile;
  readonly document: LeitbildDocument;
}
