import { z } from 'zod';

const UNFIT = /[\p{Cc}\p{Surrogate}\u202a-\u202e\u2066-\u2069]/u;
const UNFIT_WITHIN_LINES = /(?!\n)[\p{Cc}\p{Surrogate}\u202a-\u202e\u2066-\u2069]/u;

/**
 * Text of at most that many UTF-16 code units that shows as what it is: no control characters, no half surrogate
 * pairs, none of the directional overrides that make a reader see another order. `lines` allows the line feed.
 */
export function plainString(most: number, { lines = false } = {}): z.ZodString {
  const unfit = lines ? UNFIT_WITHIN_LINES : UNFIT;
  return z
    .string()
    .max(most, { abort: true })
    .refine((text) => !unfit.test(text), 'holds characters that do not print');
}
