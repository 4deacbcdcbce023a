import { canonicalJson } from '../editions/canonical-json.ts';
import { appError } from '../errors/errors.ts';
import { fail, ok, type Result } from '../errors/result.ts';
import type { Sha256 } from '../ids/ids.ts';
import { parseAnswerPackage, type AnswerInside, type AnswerPackage } from './answer-package.ts';
import {
  openEnvelope,
  PACKAGE_VERSION,
  publicKeyOf,
  sealEnvelope,
  sealPayload,
  type EnvelopeFault,
  type PackageKind,
  type PublicKey,
  type SecretKey,
} from './envelope.ts';
import { parseRoundPackage, type RoundPackage } from './round-package.ts';

/** A package that was opened, with the SHA-256 of its text. */
export interface OpenedRound {
  readonly inside: RoundPackage;
  readonly hash: Sha256;
}

/** An answer whose signature holds, with the key that made it; whose key that is has to be looked up. */
export interface OpenedAnswer {
  readonly answer: AnswerPackage;
  readonly key: PublicKey;
  readonly hash: Sha256;
}

/** Writes a round package, signed by the Leitbild that it names. Throws where it names another. */
export function sealRound(inside: RoundPackage, secret: SecretKey): string {
  return createRoundSealer(secret)(inside);
}

/**
 * Writes round packages as `sealRound` does. Parts that are the same value as in the one before are turned into text
 * once for all of them: in hundreds of packages that is most of the work.
 */
export function createRoundSealer(secret: SecretKey): (inside: RoundPackage) => string {
  const leitbild = publicKeyOf(secret);
  const written = new Map<string, { readonly value: unknown; readonly text: string }>();
  const textOf = (name: string, value: unknown): string => {
    const before = written.get(name);
    if (before?.value === value && before !== undefined) return before.text;
    const text = `${canonicalJson(name)}:${canonicalJson(value)}`;
    written.set(name, { value, text });
    return text;
  };
  return (inside) => {
    if (inside.leitbild !== leitbild) throw new TypeError('a round is signed by its own Leitbild');
    const members = Object.entries(inside).sort(([a], [b]) => (a < b ? -1 : 1));
    return sealPayload('round', `{${members.map((member) => textOf(...member)).join(',')}}`, secret);
  };
}

/** Writes an answer, signed with the key that lay in the round package. */
export function sealAnswer(inside: AnswerInside, secret: SecretKey): string {
  return sealEnvelope('answer', inside, secret);
}

/**
 * Opens a round package; `path` is how errors name it. Fails with `package-damaged`, `package-newer` and
 * `package-unsigned`, which it also is where another Leitbild signed it than the one that it names.
 */
export function openRound(text: string, path: string): Result<OpenedRound> {
  const opened = open('round', text, path);
  if (!opened.ok) return opened;
  const { payload, key, hash } = opened.value;
  const parsed = parseRoundPackage(payload);
  if (!parsed.ok) return fail(appError('package-damaged', { path, place: parsed.error.place }));
  if (parsed.value.leitbild !== key) return fail(appError('package-unsigned', { path, kind: 'round' }));
  return ok({ inside: parsed.value, hash });
}

/** Opens an answer; `path` is how errors name it. Fails with `package-damaged`, `package-newer`, `package-unsigned`. */
export function openAnswer(text: string, path: string): Result<OpenedAnswer> {
  const opened = open('answer', text, path);
  if (!opened.ok) return opened;
  const { payload, key, hash } = opened.value;
  const parsed = parseAnswerPackage(payload);
  if (!parsed.ok) return fail(appError('package-damaged', { path, place: parsed.error.place }));
  return ok({ answer: parsed.value, key, hash });
}

function open(kind: PackageKind, text: string, path: string) {
  const opened = openEnvelope(kind, text);
  return opened.ok ? opened : fail(asAppError(opened.error, kind, path));
}

function asAppError(fault: EnvelopeFault, kind: PackageKind, path: string) {
  if (fault.code === 'unsigned') return appError('package-unsigned', { path, kind });
  if (fault.code === 'damaged') return appError('package-damaged', { path, place: fault.place });
  return appError('package-newer', { path, found: fault.found, supported: PACKAGE_VERSION });
}
