import type { Doc } from 'yjs';
import { lastOrder, voiceIdsByInstitution, watchVoices } from '../../../shared/contributions/voices-room.ts';

/** What was taken, told without reading it. */
export interface VoiceTally {
  /** The ids of what was taken of an institution. */
  idsOf(voices: Doc, institution: string): readonly string[];
  /** The greatest number in a receipt; 0 where none has one. */
  lastOrder(voices: Doc): number;
}

/** Reads a room once, and goes on with what is added: taking a thousand packages must not read it a thousand times. */
export function createVoiceTally(): VoiceTally {
  interface Known {
    readonly ids: Map<string, string[]>;
    last: number;
  }
  const known = new WeakMap<Doc, Known>();
  const tallyOf = (voices: Doc): Known => {
    const before = known.get(voices);
    if (before !== undefined) return before;
    const tally: Known = { ids: voiceIdsByInstitution(voices), last: lastOrder(voices) };
    known.set(voices, tally);
    watchVoices(voices, (id, institution, order = 0) => {
      const own = tally.ids.get(institution);
      if (own) own.push(id);
      else tally.ids.set(institution, [id]);
      tally.last = Math.max(tally.last, order);
    });
    return tally;
  };
  return {
    idsOf: (voices, institution) => tallyOf(voices).ids.get(institution) ?? [],
    lastOrder: (voices) => tallyOf(voices).last,
  };
}
