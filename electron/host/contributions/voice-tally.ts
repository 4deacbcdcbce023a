import type { Doc } from 'yjs';
import { countVoices, lastOrder, watchVoices } from '../../../shared/contributions/voices-room.ts';

/** What was taken, told without reading it. */
export interface VoiceTally {
  /** How many contributions of an institution were taken. */
  countOf(voices: Doc, institution: string): number;
  /** The greatest number in a receipt; 0 where none has one. */
  lastOrder(voices: Doc): number;
}

/** Reads a room once, and goes on with what is added: taking a thousand packages must not read it a thousand times. */
export function createVoiceTally(): VoiceTally {
  interface Known {
    readonly counts: Map<string, number>;
    last: number;
  }
  const known = new WeakMap<Doc, Known>();
  const tallyOf = (voices: Doc): Known => {
    const before = known.get(voices);
    if (before !== undefined) return before;
    const tally: Known = { counts: countVoices(voices), last: lastOrder(voices) };
    known.set(voices, tally);
    watchVoices(voices, (institution, order = 0) => {
      tally.counts.set(institution, (tally.counts.get(institution) ?? 0) + 1);
      tally.last = Math.max(tally.last, order);
    });
    return tally;
  };
  return {
    countOf: (voices, institution) => tallyOf(voices).counts.get(institution) ?? 0,
    lastOrder: (voices) => tallyOf(voices).last,
  };
}
