import type { ArgumentReason } from '../errors/argument-reasons.ts';

/** The most UTF-16 code units of each line that people give an edition, its header or its pictures. */
export const lineLimits = {
  title: 300,
  subtitle: 300,
  municipality: 200,
  body: 200,
  paper: 80,
  alternativeText: 1_000,
} as const;

/** A line that may not be said as it is, why, and the most code units it may have. */
export interface LineFault {
  readonly reason: ArgumentReason;
  readonly limit: number;
}

/**
 * Checks that a text is one line that shows as what it is: no line breaks, no control characters, no characters that
 * turn the direction of others (U+202A–E, U+2066–9), at most `limit` code units. `null` where it is.
 */
export function checkLine(text: string, limit: number): LineFault | null {
  const reason = reasonAgainst(text, limit);
  return reason === null ? null : { reason, limit };
}

function reasonAgainst(text: string, limit: number): ArgumentReason | null {
  if (text.length > limit) return 'too-long';
  if (/[\n\v\f\r\u0085\u2028\u2029]/u.test(text)) return 'line-break';
  if (/[\p{Cc}\p{Cs}\ufffe\uffff]/u.test(text)) return 'control-characters';
  if (/[\u202a-\u202e\u2066-\u2069]/u.test(text)) return 'direction-characters';
  return null;
}
