import type { Decision, DecisionRecord } from '../decisions/decision.ts';
import type { ListedVoice } from '../contributions/voices-room.ts';
import { targetOf } from '../contributions/contribution.ts';
import type { ContributionId, DecisionId, RoundId } from '../ids/ids.ts';
import { stateOfDecision } from '../weighing/weighing-rows.ts';

/** How far statements are weighed; what was replaced counts as withdrawn. */
export const historyStates = ['decided', 'proposed', 'deferred', 'open', 'withdrawn'] as const;

export type HistoryState = (typeof historyStates)[number];

/** How many statements were how far at the end of a day. Together they are all that had come by then. */
export interface StateDay {
  /** `YYYY-MM-DD`, where the reader is. */
  readonly day: string;
  readonly counts: Readonly<Record<HistoryState, number>>;
}

export interface StateHistorySources {
  readonly voices: readonly ListedVoice[];
  /** In their order (`listDecisions`). */
  readonly decisions: readonly DecisionRecord[];
  /** Tells of what was said in this round; `null` tells of all. */
  readonly round: RoundId | null;
  /** The day of an instant where the reader is, `YYYY-MM-DD`. */
  readonly dayOf: (instant: string) => string;
}

/**
 * One line for each day on which something came in or was decided, by the hosts' clocks. The last one says how far
 * all are today (OVE3).
 */
export function stateHistory({ voices, decisions, round, dayOf }: StateHistorySources): readonly StateDay[] {
  const counts: Record<HistoryState, number> = {
    decided: 0,
    proposed: 0,
    deferred: 0,
    open: 0,
    withdrawn: 0,
  };
  const now = new Map<ContributionId, HistoryState>();
  const holding = new Map<ContributionId, Decision>();
  const taken = new Map<DecisionId, Decision>();
  const gone = new Set<ContributionId>();
  const days: StateDay[] = [];
  const settle = (id: ContributionId): void => {
    const before = now.get(id);
    if (before === undefined) return;
    const decision = holding.get(id);
    const state = decision ? stateOfDecision(decision) : gone.has(id) ? 'withdrawn' : 'open';
    counts[before] -= 1;
    counts[state] += 1;
    now.set(id, state);
  };
  const hear = ({ record }: ListedVoice): void => {
    if (record.type === 'statement' && (round === null || record.round === round)) {
      now.set(record.id, 'open');
      counts.open += 1;
      // What takes its place or decides about it may have been taken before it, within a second.
      settle(record.id);
    }
    const target = targetOf(record);
    if (target === null) return;
    gone.add(target);
    settle(target);
  };
  const decide = (record: DecisionRecord): void => {
    const about = record.type === 'decision' ? record : taken.get(record.reopens);
    if (record.type === 'decision') taken.set(record.id, record);
    for (const id of about?.contributions ?? []) {
      if (record.type === 'decision') holding.set(id, record);
      else if (holding.get(id)?.id === record.reopens) holding.delete(id);
      settle(id);
    }
  };
  const events = [
    ...voices.map((voice) => ({ at: voice.receipt.receivedAt, run: () => hear(voice) })),
    ...decisions.map((record) => ({ at: record.at, run: () => decide(record) })),
  ].sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0));
  for (const { at, run } of events) {
    run();
    const day = dayOf(at);
    if (days.at(-1)?.day === day) days.pop();
    days.push({ day, counts: { ...counts } });
  }
  return days.filter((day, index) => !isSame(day.counts, days[index - 1]?.counts));
}

function isSame(one: StateDay['counts'], other: StateDay['counts'] | undefined): boolean {
  return historyStates.every((state) => one[state] === (other?.[state] ?? 0));
}
