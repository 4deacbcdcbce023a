import type { ContributionId } from '../ids/ids.ts';
import type { Statement, Withdrawal } from './contribution.ts';
import type { ListedVoice } from './voices-room.ts';

/** A statement as it was taken. */
export type StatementVoice = ListedVoice & { readonly record: Statement };

/** What an institution says today, with all that it said in its place before. */
export interface StandingStatement extends StatementVoice {
  /** Earlier versions, the oldest first; empty where it was said once. */
  readonly corrected: readonly StatementVoice[];
}

/** What became of statements by later records of their institutions. */
export interface Standing {
  /** Statements that are neither withdrawn nor replaced, in the order in which the host took them. */
  readonly statements: readonly StandingStatement[];
  /** Whether a statement is what its institution says today; an unknown one is not. */
  stands(id: ContributionId): boolean;
  /** The withdrawal of any record; the first where there are several. */
  withdrawalOf(id: ContributionId): (ListedVoice & { readonly record: Withdrawal }) | undefined;
  /** Statements that were put directly in the place of this one; several where delegates corrected it at once. */
  replacementsOf(id: ContributionId): readonly StatementVoice[];
}

/**
 * Reads what stands, from all voices in the order of `listVoices`. What was replaced stays replaced also when what
 * replaced it is withdrawn: to say it again is a new statement.
 */
export function standingOf(voices: readonly ListedVoice[]): Standing {
  const statements = new Map<ContributionId, StatementVoice>();
  const withdrawals = new Map<ContributionId, ListedVoice & { readonly record: Withdrawal }>();
  const replacements = new Map<ContributionId, StatementVoice[]>();
  for (const { record, receipt } of voices) {
    if (record.type === 'withdrawal' && !withdrawals.has(record.withdraws)) {
      withdrawals.set(record.withdraws, { record, receipt });
    }
    if (record.type !== 'statement') continue;
    const voice = { record, receipt };
    statements.set(record.id, voice);
    if (record.replaces === null) continue;
    replacements.set(record.replaces, [...(replacements.get(record.replaces) ?? []), voice]);
  }
  const stands = (id: ContributionId): boolean =>
    statements.has(id) && !withdrawals.has(id) && !replacements.has(id);
  return {
    statements: [...statements.values()].flatMap((voice) =>
      stands(voice.record.id) ? [{ ...voice, corrected: correctedBy(voice, statements) }] : [],
    ),
    stands,
    withdrawalOf: (id) => withdrawals.get(id),
    replacementsOf: (id) => replacements.get(id) ?? [],
  };
}

function correctedBy(
  { record }: StatementVoice,
  statements: ReadonlyMap<ContributionId, StatementVoice>,
): readonly StatementVoice[] {
  const chain: StatementVoice[] = [];
  const seen = new Set<ContributionId>([record.id]);
  let { replaces } = record;
  while (replaces !== null && !seen.has(replaces)) {
    seen.add(replaces);
    const earlier = statements.get(replaces);
    if (!earlier) break;
    chain.unshift(earlier);
    ({ replaces } = earlier.record);
  }
  return chain;
}
