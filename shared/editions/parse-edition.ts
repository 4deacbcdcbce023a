import { decodeUtf8 } from 'lib0/string';
import { z } from 'zod';
import { appError } from '../errors/errors.ts';
import { fail, ok, type Result } from '../errors/result.ts';
import { assetId, ID_PATTERN, institutionId, nodeId, sha256, SHA256_PATTERN } from '../ids/ids.ts';
import { institutionKinds } from '../register/institution.ts';
import { parseDocument } from '../schema/parse-document.ts';
import { parseProfile } from '../schema/profile.ts';
import type { EditionContent, FrozenEdition } from './edition.ts';
import { hashOfBytes, hashOfEdition } from './hash.ts';

const hash = z
  .string()
  .regex(SHA256_PATTERN)
  .transform((value) => sha256(value));
const asset = hash.transform((value) => assetId(value));

const editionSchema = z.strictObject({
  format: z.literal('leitbild-edition'),
  version: z.literal(1),
  label: z.string().min(1),
  title: z.string(),
  subtitle: z.string(),
  municipality: z.string(),
  adoption: z.strictObject({ body: z.string(), date: z.iso.date(), paper: z.string() }).nullable(),
  frozenAt: z.iso.datetime({ precision: 0 }),
  profile: z.unknown(),
  document: z.unknown(),
  participants: z.array(
    z.strictObject({
      id: z.string().regex(ID_PATTERN).transform(institutionId),
      name: z.string(),
      kind: z.enum(institutionKinds),
    }),
  ),
  decisions: z.array(
    z.strictObject({
      id: z.string(),
      nodes: z.array(z.string().regex(ID_PATTERN).transform(nodeId)),
      outcome: z.enum(['adopted', 'adoptedInPart', 'rejected', 'noted', 'deferred']),
      reason: z.string(),
    }),
  ),
  assets: z.array(
    z.strictObject({
      id: asset,
      mediaType: z.enum(['image/png', 'image/jpeg', 'image/svg+xml']),
      alternativeText: z.string(),
    }),
  ),
  logo: asset.nullable(),
  previous: hash.nullable(),
});

/**
 * Reads an edition from the bytes of its canonical JSON and proves it (rules EDI3 and EDI4): the bytes must have the
 * expected hash, and must be the one canonical form of what they say.
 * Fails with `edition-changed`, or `document-invalid` and `profile-invalid` where the bytes are no edition at all.
 */
export function parseEdition(bytes: Uint8Array, label: string, expected: string): Result<FrozenEdition> {
  const found = hashOfBytes(bytes);
  if (found !== expected) return fail(appError('edition-changed', { label, expected, found }));
  const value = parseJson(bytes);
  const shape = editionSchema.safeParse(value);
  if (!shape.success) {
    const [issue] = shape.error.issues;
    const place = issue?.path.join('.') ?? '';
    return fail(appError('document-invalid', { path: label, place, reason: issue?.message ?? '' }));
  }
  const document = parseDocument(shape.data.document, label);
  if (!document.ok) return document;
  const profile = parseProfile(shape.data.profile, label);
  if (!profile.ok) return profile;
  const content: EditionContent = { ...shape.data, document: document.value, profile: profile.value };
  if (hashOfEdition(content) !== found) {
    return fail(appError('edition-changed', { label, expected, found: 'not canonical' }));
  }
  return ok({ content, hash: found });
}

/** What the bytes say; `undefined` where they are no UTF-8 or no JSON. */
function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(decodeUtf8(bytes)) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError) return undefined;
    throw error;
  }
}
