import { SHA256_PATTERN } from '../ids/ids.ts';

/** What an invited person's program needs to find the host and be let in. */
export interface JoinLink {
  /** Address of the host without a path: `https://192.168.1.20:4711`. */
  readonly base: string;
  readonly token: string;
  /** SHA-256 of the host's own certificate (DER), 64 hexadecimal digits; null without one. */
  readonly fingerprint: string | null;
}

/** The form of every token: 256 random bits in base64url without padding. */
export const TOKEN_PATTERN = /^[A-Za-z0-9_-]{43}$/;
const LINK = /^(https?:\/\/[^/?#\s]+)\/join#([^#\s]+)$/;

/**
 * Writes a join link. What is secret stands behind `#`, which no browser sends, so that it is in no log of a server
 * or proxy.
 */
export function writeJoinLink({ base, token, fingerprint }: JoinLink): string {
  const parts = [`token=${token}`, ...(fingerprint === null ? [] : [`fingerprint=${fingerprint}`])];
  return `${base}/join#${parts.join('&')}`;
}

/** Reads a join link; null where it is none. */
export function readJoinLink(link: string): JoinLink | null {
  const match = LINK.exec(link.trim());
  if (match === null) return null;
  const [, base = '', fragment = ''] = match;
  const parts = new Map(
    fragment.split('&').map((part) => {
      const at = part.indexOf('=');
      return [part.slice(0, Math.max(0, at)), part.slice(at + 1)] as const;
    }),
  );
  const token = parts.get('token') ?? '';
  const fingerprint = parts.get('fingerprint') ?? null;
  if (!TOKEN_PATTERN.test(token)) return null;
  if (fingerprint !== null && !SHA256_PATTERN.test(fingerprint)) return null;
  return { base, token, fingerprint };
}
