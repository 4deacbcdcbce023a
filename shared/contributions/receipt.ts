import { z } from 'zod';
import { ID_PATTERN, SHA256_PATTERN } from '../ids/ids.ts';
import { plainString } from './plain-string.ts';

/** Ways, other than the institution's own connection, by which a contribution may reach moderation. */
export const sources = ['letter', 'email', 'phone', 'conversation'] as const;

export type Source = (typeof sources)[number];

/** How a record came that its authors did not put into their room themselves. */
export const provenanceSchema = z.discriminatedUnion('by', [
  /** In an answer package, which the institution's key had signed. */
  z.strictObject({
    by: z.literal('package'),
    /** SHA-256 of the package. */
    package: z.string().regex(SHA256_PATTERN),
    /** Moderation took it although the round was over. */
    late: z.boolean(),
  }),
  /** Written down by moderation for the institution. */
  z.strictObject({
    by: z.literal('moderation'),
    source: z.enum(sources),
    /** The day that the letter bears or the call was made, `YYYY-MM-DD`. */
    dated: z.iso.date(),
    /** Where the original lies: a file number, a page; may be empty. */
    reference: plainString(200),
    /** Principal who wrote it down. */
    enteredBy: z.string().regex(ID_PATTERN),
  }),
]);

export type Provenance = Readonly<z.infer<typeof provenanceSchema>>;

/** What the host wrote down when it took a contribution; it never changes. */
export const receiptSchema = z.strictObject({
  /** When the host took it, by the host's clock: ISO 8601, UTC, to the second. */
  receivedAt: z.iso.datetime({ precision: 0 }),
  /** Greater than that of whatever was taken before (`voices-order.ts`); receipts of before there were any have none. */
  order: z.int().positive().optional(),
  /** Left out where the record came by the institution's own connection. */
  via: provenanceSchema.optional(),
});

export type Receipt = Readonly<z.infer<typeof receiptSchema>>;
