import { appError } from '../errors/errors.ts';
import { fail, ok, type Result } from '../errors/result.ts';
import type { Round } from './round.ts';

/**
 * What saving a round makes of it; the very same value where nothing changes. One that was opened once keeps when it
 * began, what it asked about, and whom it asked, to whom others may be added: `round-begun`. `argument-invalid` where
 * it would close before it opens.
 */
export function changeRound(before: Round | undefined, planned: Omit<Round, 'base'>): Result<Round> {
  const { id, opensAt, closesAt } = planned;
  if (opensAt !== null && closesAt !== null && closesAt <= opensAt) {
    return fail(appError('argument-invalid', { argument: 'closesAt', reason: 'past' }));
  }
  if (before === undefined) return ok({ ...planned, base: null });
  if (before.base !== null && !keepsWhatBegan(before, planned)) {
    return fail(appError('round-begun', { round: id }));
  }
  const after: Round = { ...planned, base: before.base };
  return ok(JSON.stringify(inOrder(after)) === JSON.stringify(inOrder(before)) ? before : after);
}

function keepsWhatBegan(before: Round, planned: Omit<Round, 'base'>): boolean {
  const same =
    JSON.stringify([before.opensAt, before.places]) === JSON.stringify([planned.opensAt, planned.places]);
  return same && isPartOf(before.invited, planned.invited);
}

function isPartOf(before: Round['invited'], after: Round['invited']): boolean {
  if (after === 'all') return true;
  return before !== 'all' && before.every((id) => after.includes(id));
}

function inOrder({ id, name, opensAt, closesAt, invited, places, visibility }: Round): unknown {
  return [id, name, opensAt, closesAt, invited, places, visibility];
}
