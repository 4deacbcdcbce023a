import { positionsOf } from '../contributions/positions.ts';
import { standingOf } from '../contributions/standing.ts';
import type { ListedVoice } from '../contributions/voices-room.ts';
import type { InstitutionId } from '../ids/ids.ts';
import type { Institution } from '../register/institution.ts';
import { invitedTo, type Round } from '../rounds/round.ts';

/** Whether an institution has answered: nothing of it stands, only positions, or statements too. */
export type AnswerState = 'silent' | 'positions' | 'statements';

/** What a round has from one institution that it asks. */
export interface AnswerLine {
  readonly institution: Institution;
  readonly state: AnswerState;
  /** Statements that stand, and positions that hold. */
  readonly statements: number;
  readonly positions: number;
  /** Whether it had said something and took all of it back. */
  readonly isTakenBack: boolean;
  /** When the host last took anything of it; `null` where it never did. */
  readonly lastReceivedAt: string | null;
}

/** One line for each institution that a round asks, in the order given, by what was said in this round (OVE5). */
export function roundAnswers(
  round: Round,
  institutions: readonly Institution[],
  voices: readonly ListedVoice[],
): readonly AnswerLine[] {
  const statements = new Map<InstitutionId, number>();
  for (const { record } of standingOf(voices).statements) {
    if (record.round !== round.id) continue;
    statements.set(record.institution, (statements.get(record.institution) ?? 0) + 1);
  }
  const last = new Map<InstitutionId, string>();
  for (const { record, receipt } of voices) {
    if (record.round === round.id) last.set(record.institution, receipt.receivedAt);
  }
  const positions = positionsOf(voices);
  return invitedTo(round, institutions).map((institution) => {
    const said = statements.get(institution.id) ?? 0;
    const taken = positions.by(institution.id).filter(({ record }) => record.round === round.id).length;
    const lastReceivedAt = last.get(institution.id) ?? null;
    const state = said > 0 ? 'statements' : taken > 0 ? 'positions' : 'silent';
    return {
      ...{ institution, state, statements: said, positions: taken, lastReceivedAt },
      isTakenBack: state === 'silent' && lastReceivedAt !== null,
    };
  });
}
