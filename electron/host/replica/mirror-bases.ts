import type { ApiClient } from '../../../shared/api/client.ts';
import type { ReplicaSource } from '../../../shared/api/replica-calls.ts';
import { canonicalJson } from '../../../shared/editions/canonical-json.ts';
import { appError } from '../../../shared/errors/errors.ts';
import { fail, ok, type Result } from '../../../shared/errors/result.ts';
import { hashOfRoundBase, parseRoundBase } from '../../../shared/rounds/round-base.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { askUpstream } from './upstream-answers.ts';

/**
 * Fetches what rounds asked about, as far as it is not here yet; says of how many. Each is stored only once its
 * canonical JSON has the hash under which it was announced. What is here stays: another one for the same round fails.
 */
export async function mirrorBases(
  api: ApiClient,
  workspace: Workspace,
  announced: NonNullable<ReplicaSource['bases']>,
): Promise<Result<number>> {
  const invalid = fail(appError('answer-invalid', { call: 'rounds.base' }));
  const ours = new Map(workspace.roundBases.list().map(({ round, hash }) => [round, hash]));
  let count = 0;
  for (const { round, hash } of announced) {
    const own = ours.get(round);
    if (own === hash) continue;
    if (own !== undefined) return invalid;
    const answer = await askUpstream(api, 'rounds.base', { round });
    if (!answer.ok) return answer;
    // Parsed before anything else is done with it: it may be nested without end.
    const base = parseRoundBase(answer.value.base);
    if (!base.ok || base.value.round !== round) return invalid;
    if (hashOfRoundBase(canonicalJson(base.value)) !== hash) return invalid;
    workspace.roundBases.insert({ base: base.value, hash });
    count += 1;
  }
  return ok(count);
}
