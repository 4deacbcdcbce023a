import { createHash, timingSafeEqual } from 'node:crypto';
import { TOKEN_PATTERN } from '../../../shared/api/join-link.ts';

const TOKEN_BYTES = 32;

/** Makes a token of 256 random bits in base64url. */
export function makeToken(randomBytes: (size: number) => Uint8Array): string {
  const bytes = randomBytes(TOKEN_BYTES);
  if (bytes.length !== TOKEN_BYTES) throw new RangeError('a token needs 32 random bytes');
  return Buffer.from(bytes).toString('base64url');
}

/**
 * The SHA-256 of a token; null where the text has not the form of one. A plain hash suffices, because 256 random
 * bits cannot be tried out.
 */
export function hashToken(token: string): Buffer | null {
  return TOKEN_PATTERN.test(token) ? createHash('sha256').update(token).digest() : null;
}

/** Compares two hashes in a time that does not depend on where they differ. */
export function isSameHash(left: Uint8Array, right: Uint8Array): boolean {
  return left.length === right.length && timingSafeEqual(left, right);
}
