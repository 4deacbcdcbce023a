import type { Doc } from 'yjs';
import { countVoices, watchVoices } from '../../../shared/contributions/voices-room.ts';

/** How many contributions of each institution were taken. */
export interface VoiceCounts {
  of(voices: Doc, institution: string): number;
}

/** Counts a room once, and goes on with what is added: taking a thousand packages must not count a thousand times. */
export function createVoiceCounts(): VoiceCounts {
  const known = new WeakMap<Doc, Map<string, number>>();
  const countsOf = (voices: Doc): Map<string, number> => {
    const before = known.get(voices);
    if (before !== undefined) return before;
    const counts = countVoices(voices);
    known.set(voices, counts);
    watchVoices(voices, (institution) => counts.set(institution, (counts.get(institution) ?? 0) + 1));
    return counts;
  };
  return { of: (voices, institution) => countsOf(voices).get(institution) ?? 0 };
}
