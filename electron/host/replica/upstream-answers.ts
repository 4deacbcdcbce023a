import { z } from 'zod';
import type { ApiClient } from '../../../shared/api/client.ts';
import type { CallName, InputOf, OutputOf } from '../../../shared/api/contract.ts';
import { appError } from '../../../shared/errors/errors.ts';
import { fail, type Result } from '../../../shared/errors/result.ts';
import { ID_PATTERN, SHA256_PATTERN } from '../../../shared/ids/ids.ts';

const id = z.string().regex(ID_PATTERN);
const hash = z.string().regex(SHA256_PATTERN);
const label = z.string().min(1).max(40);
const name = z.string().max(1_000);

/** What a follower builds on, of the answers that it asks for; what else is in them is not looked at. */
const schemas = {
  'workspace.overview': z.intersection(
    z.object({ principal: id }),
    z.union([
      z.object({ role: z.literal('delegate'), institution: id }),
      z.object({ role: z.literal('reader'), institution: id.nullable() }),
      z.object({ role: z.enum(['moderator', 'editor']), institution: z.null() }),
    ]),
  ),
  'replica.source': z.object({
    /** Parsed by itself, by whoever takes it over. */
    profile: z.unknown(),
    editions: z.array(z.object({ label, hash })).max(10_000),
    assets: z.array(z.object({ id: hash, name, alternativeText: z.string().max(10_000) })).max(10_000),
    bases: z
      .array(z.object({ round: id, hash }))
      .max(10_000)
      .optional(),
  }),
  /** Parsed by itself, by whoever takes it over. */
  'rounds.base': z.object({ base: z.unknown() }),
  'replica.origin': z.object({ clients: z.array(z.number()) }),
  'editions.content': z.object({ json: z.string() }),
  'assets.content': z.object({ base64: z.string() }),
} as const satisfies Partial<Record<CallName, z.ZodType>>;

/**
 * Asks the host that is followed. Whoever wrote the join link chose that host, so what it says is taken for nothing
 * before it fits: an answer that does not fails with `answer-invalid`, and no errors but codes come from there.
 */
export async function askUpstream<Name extends keyof typeof schemas>(
  api: ApiClient,
  call: Name,
  input: InputOf<Name>,
): Promise<Result<OutputOf<Name>>> {
  const answer = await api(call, input);
  if (!answer.ok) return answer;
  return schemas[call].safeParse(answer.value).success ? answer : fail(appError('answer-invalid', { call }));
}
