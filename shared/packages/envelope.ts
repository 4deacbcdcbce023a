import { ed25519 } from '@noble/curves/ed25519.js';
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { z } from 'zod';
import { canonicalJson } from '../editions/canonical-json.ts';
import { hashOfBytes } from '../editions/hash.ts';
import { fail, ok, type Result } from '../errors/result.ts';
import type { Branded, Sha256 } from '../ids/ids.ts';
import { KEY_PATTERN } from './key-pattern.ts';

/** A public key of Ed25519, 64 hexadecimal digits. */
export type PublicKey = Branded<string, 'PublicKey'>;
/** A secret key of Ed25519 (RFC 8032's seed), 64 hexadecimal digits. */
export type SecretKey = Branded<string, 'SecretKey'>;

/** The version of packages that this program writes, and the newest that it reads. */
export const PACKAGE_VERSION = 1;

/** The largest package that is read, in UTF-16 code units. */
export const PACKAGE_LIMIT = 64 * 1024 * 1024;

const envelopeSchema = z.strictObject({
  format: z.literal('leitbild-package'),
  version: z.literal(PACKAGE_VERSION),
  kind: z.enum(['round', 'answer']),
  /** Canonical JSON of what is inside. */
  payload: z.string(),
  key: z.string().regex(KEY_PATTERN),
  signature: z.string().regex(/^[0-9a-f]{128}$/),
});

export type PackageKind = z.infer<typeof envelopeSchema>['kind'];

/** Why a text is no package that can be used. */
export type EnvelopeFault =
  | { readonly code: 'damaged'; readonly place: string }
  | { readonly code: 'newer'; readonly found: number }
  | { readonly code: 'unsigned' };

/** The inside of a package whose signature holds. */
export interface OpenedEnvelope {
  /** Whatever the one who held the key put in; to be parsed. */
  readonly payload: unknown;
  readonly key: PublicKey;
  /** SHA-256 of the whole text: by it a package is known again. */
  readonly hash: Sha256;
}

/** A secret key of 32 random bytes. */
export function secretKeyOf(random: Uint8Array): SecretKey {
  if (random.length !== 32) throw new RangeError('a key needs 32 bytes');
  return bytesToHex(random) as SecretKey;
}

export function publicKeyOf(secret: SecretKey): PublicKey {
  return bytesToHex(ed25519.getPublicKey(hexToBytes(secret))) as PublicKey;
}

/** Writes a package: what is inside, and the proof that the holder of the key wrote it. */
export function sealEnvelope(kind: PackageKind, inside: unknown, secret: SecretKey): string {
  return sealPayload(kind, canonicalJson(inside), secret);
}

/** As `sealEnvelope`, of what is canonical JSON already; it is not looked at. */
export function sealPayload(kind: PackageKind, payload: string, secret: SecretKey): string {
  const signature = bytesToHex(ed25519.sign(signedBytes(kind, payload), hexToBytes(secret)));
  const key = publicKeyOf(secret);
  return canonicalJson({
    format: 'leitbild-package',
    version: PACKAGE_VERSION,
    kind,
    payload,
    key,
    signature,
  });
}

/** Opens a package of a kind; what is no package, or not whole, is told apart from what bears no valid signature. */
export function openEnvelope(kind: PackageKind, text: string): Result<OpenedEnvelope, EnvelopeFault> {
  if (text.length > PACKAGE_LIMIT) return damaged('size');
  const outside = jsonOf(text);
  if (typeof outside !== 'object' || outside === null)
    return damaged(text === '' || beginsAsPackage(text) ? '' : 'format');
  const { format, version } = outside as { readonly format?: unknown; readonly version?: unknown };
  if (format !== 'leitbild-package') return damaged('format');
  if (typeof version === 'number' && version > PACKAGE_VERSION)
    return fail({ code: 'newer', found: version });
  const parsed = envelopeSchema.safeParse(outside);
  if (!parsed.success) return damaged(parsed.error.issues[0]?.path.map(String).join('.') ?? '');
  const { payload, key, signature } = parsed.data;
  if (parsed.data.kind !== kind) return damaged('kind');
  if (!isSigned(kind, payload, key, signature)) return fail({ code: 'unsigned' });
  const inside = jsonOf(payload);
  if (inside === undefined) return damaged('payload');
  return ok({ payload: inside, key: key as PublicKey, hash: hashOfBytes(utf8ToBytes(text)) });
}

/** Whether what may be cut off or changed was a package once: all of them begin alike. */
export function beginsAsPackage(text: string): boolean {
  return text.startsWith('{"format":"leitbild-package"');
}

/** What is signed says what it is, so that no signature of one kind can be passed off as one of another. */
function signedBytes(kind: PackageKind, payload: string): Uint8Array {
  return utf8ToBytes(`leitbild-package ${String(PACKAGE_VERSION)} ${kind}\n${payload}`);
}

function isSigned(kind: PackageKind, payload: string, key: string, signature: string): boolean {
  try {
    return ed25519.verify(hexToBytes(signature), signedBytes(kind, payload), hexToBytes(key), {
      zip215: false,
    });
  } catch (error) {
    // Thrown where the key is no point of the curve, which a forged one need not be.
    if (error instanceof Error) return false;
    throw error;
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function damaged(place: string): Result<never, EnvelopeFault> {
  return fail({ code: 'damaged', place });
}
