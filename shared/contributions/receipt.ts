import { z } from 'zod';

/** What the host wrote down when it took a contribution; it never changes. */
export const receiptSchema = z.strictObject({
  /** When the host took it, by the host's clock: ISO 8601, UTC, to the second. */
  receivedAt: z.iso.datetime({ precision: 0 }),
});

export type Receipt = Readonly<z.infer<typeof receiptSchema>>;
