import { hashOfText } from '../contributions/make-anchor.ts';
import { canonicalJson } from '../editions/canonical-json.ts';
import type { Sha256 } from '../ids/ids.ts';
import type { Round } from './round.ts';

/**
 * What somebody saw of a round when beginning to change it: the same for the same plan. The base does not count,
 * because nobody plans it.
 */
export function versionOfRound(round: Round | Omit<Round, 'base'>): Sha256 {
  const { id, name, opensAt, closesAt, invited, places, visibility } = round;
  return hashOfText(canonicalJson({ id, name, opensAt, closesAt, invited, places, visibility }));
}
