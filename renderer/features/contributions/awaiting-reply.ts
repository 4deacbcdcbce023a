import type { Statement } from '../../../shared/contributions/contribution.ts';
import type { DecidedContributions } from '../../../shared/decisions/decisions-room.ts';
import { mayAnswer, type ContributionsAccess } from './contributions-access.tsx';
import type { OwnContributions, OwnRecord } from './own-contributions.ts';

/** The own contributions that still stand and about which moderation proposes a decision that nobody answered yet. */
export function awaitingReply(
  access: ContributionsAccess,
  own: OwnContributions,
  decided: DecidedContributions,
): readonly OwnRecord<Statement>[] {
  if (!mayAnswer(access)) return [];
  return own.statements.filter(({ record, state, supersededBy }) => {
    const decision = decided.holding(record.id);
    const isProposed = decision?.stage === 'proposed' && !own.answers.has(decision.id);
    return isProposed && state !== 'refused' && supersededBy === null;
  });
}
