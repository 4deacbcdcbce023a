import type { Doc } from 'yjs';
import type { ContributionId, DecisionId } from '../ids/ids.ts';
import { performWrite } from '../rooms/named-writes.ts';
import { sharedTypes } from '../rooms/rooms.ts';
import { decisionSchema, type Decision, type DecisionRecord } from './decision.ts';

/**
 * All records of what was decided, in the order of their instants, then ids. Throws where one of them is none: to
 * leave it out would be to lose it. They never change, so those that are `known` of this room are not read again.
 */
export function listDecisions(
  decisions: Doc,
  known: readonly DecisionRecord[] | null = null,
): readonly DecisionRecord[] {
  const byId = new Map<string, DecisionRecord>(known?.map((record) => [record.id, record]));
  const records = [...decisions.getMap<unknown>(sharedTypes.decisions.decisions).entries()];
  const keyOf = ({ at, id }: DecisionRecord): string => `${at} ${id}`;
  return records
    .map(([id, value]) => byId.get(id) ?? decisionSchema.parse(value))
    .sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

/** Adds a record. Throws where its id is taken, and a `ZodError` where it does not fit. Only for the host. */
export function writeDecision(decisions: Doc, record: DecisionRecord): void {
  const checked = decisionSchema.parse(record);
  const map = decisions.getMap<unknown>(sharedTypes.decisions.decisions);
  if (map.has(checked.id)) throw new Error(`already decided: ${checked.id}`);
  performWrite(decisions, 'decision.write', () => map.set(checked.id, checked));
}

/** What holds about contributions after a row of records, which comes in their order. */
export interface DecidedContributions {
  /** The decision that holds about a contribution; `undefined` where it is open. */
  holding(contribution: ContributionId): Decision | undefined;
  /** All records about a contribution, in their order. */
  history(contribution: ContributionId): readonly DecisionRecord[];
  readonly reopened: ReadonlySet<DecisionId>;
}

/**
 * Reads what holds: the latest decision about each contribution that was not taken back. Taking a decision back brings
 * no earlier one back to life; the contribution is open.
 */
export function decidedBy(records: readonly DecisionRecord[]): DecidedContributions {
  const decisions = new Map<DecisionId, Decision>();
  const reopened = new Set<DecisionId>();
  const holding = new Map<ContributionId, Decision>();
  const histories = new Map<ContributionId, DecisionRecord[]>();
  for (const record of records) {
    const about = record.type === 'decision' ? record : decisions.get(record.reopens);
    if (record.type === 'decision') decisions.set(record.id, record);
    else reopened.add(record.reopens);
    for (const contribution of about?.contributions ?? []) {
      histories.set(contribution, [...(histories.get(contribution) ?? []), record]);
      if (record.type === 'decision') holding.set(contribution, record);
      else if (holding.get(contribution)?.id === record.reopens) holding.delete(contribution);
    }
  }
  return {
    holding: (contribution) => holding.get(contribution),
    history: (contribution) => histories.get(contribution) ?? [],
    reopened,
  };
}
