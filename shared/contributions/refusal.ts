import { z } from 'zod';

/** Every reason for which the host does not take a submitted contribution. The list is closed. */
export const refusalCodes = [
  /** Not of the form of a contribution; `place` names the part. */
  'invalid',
  /** A part, named by `place`, is longer than allowed. */
  'too-large',
  /** Filed under another id than its own. */
  'id-mismatch',
  /** Its id belongs to a contribution of somebody else. */
  'id-taken',
  /** Speaks for another institution than the one whose room it stands in. */
  'foreign-institution',
  /** Its author holds no invitation of the institution. */
  'author-unknown',
  /** Contributions are closed. */
  'round-closed',
  /** Belongs to another round than the one that is open. */
  'round-unknown',
  /** The round does not ask this institution. */
  'not-invited',
  /** The round does not ask about this place. */
  'place-closed',
  /** Answers a decision that does not exist, is final, or concerns no contribution of the institution. */
  'decision-unknown',
  /** Replaces or withdraws what the institution never contributed. */
  'target-unknown',
  /** The institution has submitted as many as the host takes. */
  'too-many',
  /** Was changed or deleted after it was taken; what was taken stands. */
  'changed-after-submission',
] as const;

export type RefusalCode = (typeof refusalCodes)[number];

/** What the host wrote down for the authors of a submission that it did not take. */
export const refusalSchema = z.strictObject({
  code: z.enum(refusalCodes),
  /** Path of the part that is wrong (`anchor.quote`), for `invalid` and `too-large`; else empty. */
  place: z.string().max(200),
  /** When the host refused, ISO 8601 UTC. */
  at: z.string().max(40),
});

export type Refusal = Readonly<z.infer<typeof refusalSchema>>;
