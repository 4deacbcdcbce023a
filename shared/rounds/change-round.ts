import { appError } from '../errors/errors.ts';
import { fail, ok, type Result } from '../errors/result.ts';
import type { Sha256 } from '../ids/ids.ts';
import type { Round } from './round.ts';
import { versionOfRound } from './round-version.ts';

/**
 * What saving a round makes of it; the very same value where nothing changes. `expected` is the version that whoever
 * changes it has seen (`versionOfRound`), `null` where it is to be new: `round-changed` where it is another meanwhile,
 * `round-unknown` where it is gone. One that was opened once keeps when it began, what it asked about, and whom it
 * asked, to whom others may be added: `round-begun`. `argument-invalid` where it would close before it opens.
 */
export function changeRound(
  before: Round | undefined,
  planned: Omit<Round, 'base'>,
  expected: Sha256 | null,
): Result<Round> {
  const { id, opensAt, closesAt } = planned;
  if (opensAt !== null && closesAt !== null && closesAt <= opensAt) {
    return fail(appError('argument-invalid', { argument: 'closesAt', reason: 'past' }));
  }
  if (before === undefined) {
    return expected === null
      ? ok({ ...planned, base: null })
      : fail(appError('round-unknown', { round: id }));
  }
  // An answer may have been lost on the way: to save the same again is no fault.
  const version = versionOfRound(before);
  if (version === versionOfRound(planned)) return ok(before);
  if (version !== expected) return fail(appError('round-changed', { round: id }));
  if (before.base !== null && !keepsWhatBegan(before, planned)) {
    return fail(appError('round-begun', { round: id }));
  }
  return ok({ ...planned, base: before.base });
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
