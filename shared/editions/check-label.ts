import type { ArgumentReason } from '../errors/argument-reasons.ts';

/** Names for the draft, and names that Windows gives to no file: labels become names of files. */
const RESERVED = /^(?:draft|entwurf|con|prn|aux|nul|(?:com|lpt)[\d¹²³])(?:\..*)?$/iu;

/** The most UTF-16 code units of a label. */
export const LABEL_LIMIT = 40;

/**
 * Checks the label of an edition: letters, digits, spaces and `._-`, a letter or digit at both ends, at most 40
 * code units, not a name that means something else. `null` where it may be used.
 */
export function checkLabel(label: string): ArgumentReason | null {
  if (label === '') return 'empty';
  if (label.length > LABEL_LIMIT) return 'too-long';
  if (!/^[\p{L}\p{N}](?:[\p{L}\p{N} ._-]*[\p{L}\p{N}])?$/u.test(label)) return 'label-form';
  return RESERVED.test(label) ? 'reserved' : null;
}
