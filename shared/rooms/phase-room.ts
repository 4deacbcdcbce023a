import type { Doc } from 'yjs';
import { ID_PATTERN, roundId, type RoundId } from '../ids/ids.ts';
import type { Phase } from '../rights/rights.ts';
import { performWrite } from './named-writes.ts';
import { sharedTypes } from './rooms.ts';

/** The phase of a workspace in which nobody has set one: work on the text is open, participation is not. */
export const initialPhase: Phase = { text: 'open', contributions: 'closed', voices: 'moderation' };

/**
 * What moderation has opened and closed, as the process room says. What was never written is as in `initialPhase`;
 * what was written but is no known word counts as closed, so that a damaged or newer entry opens nothing.
 */
export function readPhase(process: Doc): Phase {
  const map = process.getMap<unknown>(sharedTypes.process.phase);
  const is = (key: keyof Phase, word: string): boolean => (map.get(key) ?? initialPhase[key]) === word;
  const takes = is('contributions', 'answers') ? 'answers' : 'closed';
  return {
    text: is('text', 'open') ? 'open' : 'locked',
    contributions: is('contributions', 'open') ? 'open' : takes,
    voices: is('voices', 'everyone') ? 'everyone' : 'moderation',
  };
}

/** Sets what differs, each part by itself, so that moderators who change different parts do not undo each other. */
export function writePhase(process: Doc, phase: Phase): void {
  const { text, contributions, voices } = phase;
  setAll(process, Object.entries({ text, contributions, voices }));
}

/** The round for which contributions are taken; `null` where there is none. */
export function readRound(process: Doc): RoundId | null {
  const value = process.getMap<unknown>(sharedTypes.process.phase).get('round');
  return typeof value === 'string' && ID_PATTERN.test(value) ? roundId(value) : null;
}

/** Names the round for which contributions are taken. It opens nothing: that is `Phase.contributions`. */
export function writeRound(process: Doc, round: RoundId | null): void {
  setAll(process, [['round', round]]);
}

function setAll(process: Doc, values: readonly (readonly [string, string | null])[]): void {
  const map = process.getMap<unknown>(sharedTypes.process.phase);
  const changed = values.filter(([key, value]) => map.get(key) !== value);
  if (changed.length === 0) return;
  performWrite(process, 'phase.set', () => {
    for (const [key, value] of changed) map.set(key, value);
  });
}
