import type { Contribution } from '../contributions/contribution.ts';
import { anchorResolver } from '../contributions/resolve-anchor.ts';
import type { Decision } from '../decisions/decision.ts';
import { decidedBy } from '../decisions/decisions-room.ts';
import type { ContributionId, InstitutionId } from '../ids/ids.ts';
import type { WeighingSources } from '../weighing/weighing-rows.ts';

/** What the rows of a table ask about records, read once for all of them. */
export interface RecordFinder {
  readonly resolve: ReturnType<typeof anchorResolver>;
  /** The name in the register; the id where the register knows it no more. */
  nameOf(institution: InstitutionId): string;
  decision(id: string): Decision | null;
  /** The decision that holds about a statement. */
  holding(statement: ContributionId): Decision | null;
  /** The reasons that were given for withdrawing a statement. */
  withdrawalsOf(statement: ContributionId): readonly string[];
  /** The last statement that stands in the place of another. */
  replacing(statement: ContributionId): ContributionId | null;
  /** Whether no later record of its institution says something else about the same. */
  isLatest(record: Contribution): boolean;
}

/** Reads all records once. */
export function recordFinder(
  sources: Pick<WeighingSources, 'voices' | 'decisions' | 'institutions' | 'today'>,
): RecordFinder {
  const { voices, decisions, institutions, today } = sources;
  const decided = decidedBy(decisions);
  const byId = new Map(
    decisions.flatMap((one) => (one.type === 'decision' ? [[one.id as string, one] as const] : [])),
  );
  const names = new Map(institutions.map(({ id, name }) => [id, name]));
  const withdrawals = new Map<ContributionId, string[]>();
  const replaced = new Map<ContributionId, ContributionId>();
  const latest = new Map<string, ContributionId>();
  for (const { record } of voices) {
    if (record.type === 'withdrawal') {
      const reasons = withdrawals.get(record.withdraws) ?? [];
      if (record.body.trim() !== '') reasons.push(record.body);
      withdrawals.set(record.withdraws, reasons);
    }
    if (record.type === 'statement' && record.replaces !== null) replaced.set(record.replaces, record.id);
    latest.set(subjectOf(record), record.id);
  }
  return {
    resolve: anchorResolver(today.flow),
    nameOf: (id) => names.get(id) ?? id,
    decision: (id) => byId.get(id) ?? null,
    holding: (id) => decided.holding(id) ?? null,
    withdrawalsOf: (id) => withdrawals.get(id) ?? [],
    replacing: (id) => replaced.get(id) ?? null,
    isLatest: (record) => latest.get(subjectOf(record)) === record.id,
  };
}

function subjectOf(record: Contribution): string {
  const { institution, type } = record;
  if (type === 'position') return `${institution} ${type} ${record.anchor.nodeId}`;
  return type === 'answer'
    ? `${institution} ${type} ${record.decision}`
    : `${institution} ${type} ${record.id}`;
}
