import { utf8ToBytes } from '@noble/hashes/utils.js';
import { z } from 'zod';
import { canonicalJson } from '../editions/canonical-json.ts';
import { hashOfBytes } from '../editions/hash.ts';
import { fail, ok, type Result } from '../errors/result.ts';
import { ID_PATTERN, roundId, type Sha256 } from '../ids/ids.ts';
import { parseDocument } from '../schema/parse-document.ts';
import { parseProfile } from '../schema/profile.ts';
import type { RoundBase } from './round.ts';

/** A base with its proof: `hash` is the SHA-256 of its canonical JSON in UTF-8. */
export interface ProvenRoundBase {
  readonly base: RoundBase;
  readonly hash: Sha256;
}

const schema = z.strictObject({
  format: z.literal('leitbild-round-base'),
  version: z.literal(1),
  round: z.string().regex(ID_PATTERN).transform(roundId),
  takenAt: z.iso.datetime({ precision: 0 }),
  title: z.string(),
  subtitle: z.string(),
  municipality: z.string(),
  profile: z.unknown(),
  document: z.unknown(),
});

/** Freezes what a round asks about. Throws where the value is none that JSON can say. */
export function makeRoundBase(
  content: Omit<RoundBase, 'format' | 'version'>,
): ProvenRoundBase & { readonly canonical: string } {
  const { round, takenAt, title, subtitle, municipality, profile, document } = content;
  const base: RoundBase = {
    ...{ format: 'leitbild-round-base', version: 1, round, takenAt },
    ...{ title, subtitle, municipality, profile, document },
  };
  const canonical = canonicalJson(base);
  return { base, canonical, hash: hashOfRoundBase(canonical) };
}

/** The hash of a base, by its canonical JSON. */
export function hashOfRoundBase(canonical: string): Sha256 {
  return hashOfBytes(utf8ToBytes(canonical));
}

/** Reads a stored or received value as a base. Fails with the path of the part that is wrong. */
export function parseRoundBase(value: unknown): Result<RoundBase, { readonly place: string }> {
  const parsed = schema.safeParse(value);
  if (!parsed.success) return fail({ place: parsed.error.issues[0]?.path.map(String).join('.') ?? '' });
  const profile = parseProfile(parsed.data.profile, 'profile');
  if (!profile.ok) return fail({ place: 'profile' });
  const document = parseDocument(parsed.data.document, 'document');
  if (!document.ok) return fail({ place: 'document' });
  return ok({ ...parsed.data, profile: profile.value, document: document.value });
}
