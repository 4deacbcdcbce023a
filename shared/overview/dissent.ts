import type { Answer, Statement } from '../contributions/contribution.ts';
import type { ListedVoice } from '../contributions/voices-room.ts';
import { standingOf } from '../contributions/standing.ts';
import type { Decision, DecisionRecord } from '../decisions/decision.ts';
import { decidedBy } from '../decisions/decisions-room.ts';
import type { DecisionId, InstitutionId, RoundId } from '../ids/ids.ts';

/** A dissent that is not settled. */
export interface Dissent {
  readonly statement: Statement;
  readonly receivedAt: string;
  /** `undecided`: an objection about which nothing final was decided; `upheld`: the institution keeps to what it said. */
  readonly why: 'undecided' | 'upheld';
  /** The decision that holds; `null` where there is none. */
  readonly decision: Decision | null;
  /** What the institution answered, where it upholds. */
  readonly answer: Answer | null;
}

/**
 * Objections that stand and are not decided for good, and statements to whose decision the institution last answered
 * that it keeps its objection; in the order in which the host took them (OVE4).
 */
export function dissents(
  voices: readonly ListedVoice[],
  decisions: readonly DecisionRecord[],
  round: RoundId | null,
): readonly Dissent[] {
  const decided = decidedBy(decisions);
  const answers = new Map<string, { readonly answer: Answer; readonly order: number }>();
  voices.forEach(({ record }, order) => {
    if (record.type === 'answer')
      answers.set(keyOf(record.institution, record.decision), { answer: record, order });
  });
  return standingOf(voices).statements.flatMap(({ record: statement, receipt }): readonly Dissent[] => {
    if (round !== null && statement.round !== round) return [];
    const decision = decided.holding(statement.id) ?? null;
    const answered = decided
      .history(statement.id)
      .flatMap(({ type, id }) => {
        if (type !== 'decision' || decided.reopened.has(id)) return [];
        return answers.get(keyOf(statement.institution, id)) ?? [];
      })
      .reduce<{ readonly answer: Answer; readonly order: number } | null>(
        (last, one) => (last === null || one.order > last.order ? one : last),
        null,
      );
    const told = { statement, receivedAt: receipt.receivedAt, decision };
    if (decision !== null && answered?.answer.reply === 'keepsObjection') {
      return [{ ...told, why: 'upheld', answer: answered.answer }];
    }
    const isSettled = decision?.stage === 'final' && decision.outcome !== 'deferred';
    return statement.kind === 'objection' && !isSettled ? [{ ...told, why: 'undecided', answer: null }] : [];
  });
}

function keyOf(institution: InstitutionId, decision: DecisionId): string {
  return `${institution} ${decision}`;
}
