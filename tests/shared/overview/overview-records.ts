import type { Answer, Contribution, Position, Stance } from '../../../shared/contributions/contribution.ts';
import type { ListedVoice } from '../../../shared/contributions/voices-room.ts';
import type { Decision, Reopening } from '../../../shared/decisions/decision.ts';
import {
  contributionId,
  decisionId,
  institutionId,
  nodeId,
  roundId,
  sha256,
} from '../../../shared/ids/ids.ts';
import type { Institution } from '../../../shared/register/institution.ts';
import type { Round } from '../../../shared/rounds/round.ts';
import { statement } from '../../support/arbitrary-contribution.ts';

export const first = roundId('r1');

export function institution(id: string, change: Partial<Institution> = {}): Institution {
  return { id: institutionId(id), name: `Name von ${id}`, kind: 'association', seats: 1, ...change };
}

export function roundFor(invited: Round['invited']): Round {
  return {
    ...{ id: first, name: 'Erste Runde', opensAt: null, closesAt: null, invited, places: 'all' },
    ...{ visibility: 'own', base: null },
  };
}

/** Taken by the host one after the other, a day apart from the first of May on. */
export function taken(...records: readonly Contribution[]): readonly ListedVoice[] {
  return records.map((record, index) => ({
    record,
    receipt: { receivedAt: `2019-05-${String(index + 1).padStart(2, '0')}T12:00:00Z` },
  }));
}

export function position(id: string, by: string, node: string, stance: Stance = 'agree'): Position {
  const { round, author, submittedAt } = statement(id);
  return {
    ...{
      type: 'position',
      id: contributionId(id),
      institution: institutionId(by),
      round,
      author,
      submittedAt,
    },
    anchor: { on: 'node', nodeId: nodeId(node), quote: '', textHash: sha256('0'.repeat(64)) },
    ...{ stance, body: '' },
  };
}

export function answer(id: string, by: string, about: string, reply: Answer['reply']): Answer {
  const { round, author, submittedAt } = statement(id);
  return {
    ...{ type: 'answer', id: contributionId(id), institution: institutionId(by), round, author, submittedAt },
    ...{ decision: decisionId(about), reply, body: 'Darum.' },
  };
}

export function decision(
  id: string,
  day: number,
  about: readonly string[],
  change: Partial<Decision> = {},
): Decision {
  return {
    ...{ type: 'decision', id: decisionId(id), by: 'local', at: instantOn(day), changes: [] },
    ...{ contributions: about.map(contributionId), outcome: 'adopted', reason: 'Klarer.', stage: 'final' },
    ...{ workshop: null, ...change },
  };
}

export function reopening(id: string, day: number, reopens: string): Reopening {
  return {
    ...{ type: 'reopening', id: decisionId(id), by: 'local', at: instantOn(day), changes: [] },
    ...{ reopens: decisionId(reopens), reason: 'Neu beraten.' },
  };
}

function instantOn(day: number): string {
  return `2019-05-${String(day).padStart(2, '0')}T15:00:00Z`;
}
