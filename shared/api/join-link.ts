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
/** The form of the links that this program writes and reads. */
const FORM = 1;
const LINK = /^(https?:\/\/[^/?#\s]+)\/join#([^#\s]+)$/;

/**
 * Writes a join link. What is secret stands behind `#`, which no browser sends, so that it is in no log of a server
 * or proxy.
 */
export function writeJoinLink({ base, token, fingerprint }: JoinLink): string {
  const parts = [`token=${token}`, ...(fingerprint === null ? [] : [`fingerprint=${fingerprint}`])];
  return `${base}/join#${parts.join('&')}`;
}

/** Reads a join link; null where it is none, or one that only a newer program reads. */
export function readJoinLink(link: string): JoinLink | null {
  const split = splitLink(link);
  if (split === null || isNewer(split.parts)) return null;
  const { base, parts } = split;
  const token = parts.get('token') ?? '';
  const fingerprint = parts.get('fingerprint') ?? null;
  if (!TOKEN_PATTERN.test(token)) return null;
  if (fingerprint !== null && !SHA256_PATTERN.test(fingerprint)) return null;
  return { base, token, fingerprint };
}

/**
 * Whether it is a join link of a form that came after this program. Links of this form carry no number; any later form
 * says its own as `v`, and nothing else of it is looked at.
 */
export function isNewerJoinLink(link: string): boolean {
  const split = splitLink(link);
  return split !== null && isNewer(split.parts);
}

function isNewer(parts: ReadonlyMap<string, string>): boolean {
  const form = parts.get('v') ?? '1';
  return /^\d{1,6}$/.test(form) && Number(form) > FORM;
}

function splitLink(
  link: string,
): { readonly base: string; readonly parts: ReadonlyMap<string, string> } | null {
  const match = LINK.exec(link.trim());
  if (match === null) return null;
  const [, base = '', fragment = ''] = match;
  const parts = fragment.split('&').map((part) => {
    const at = part.indexOf('=');
    return [part.slice(0, Math.max(0, at)), part.slice(at + 1)] as const;
  });
  return { base, parts: new Map(parts) };
}
