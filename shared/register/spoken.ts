import type { Doc } from 'yjs';
import type { InstitutionId } from '../ids/ids.ts';
import { sharedTypes } from '../rooms/rooms.ts';

/**
 * How many contributions were taken from each institution that has said anything, withdrawn ones and answers included:
 * whoever is here cannot be taken out of the register, because what was said would be nobody's.
 */
export function countVoices(voices: Doc): ReadonlyMap<InstitutionId, number> {
  const counts = new Map<InstitutionId, number>();
  // Written by the host alone, so each names its institution.
  const records = voices.getMap<{ readonly institution: InstitutionId }>(sharedTypes.voices.contributions);
  for (const { institution } of records.values()) counts.set(institution, (counts.get(institution) ?? 0) + 1);
  return counts;
}

/** Whether delegates have written anything in the room of their institution, sent or not. */
export function hasWritten(contributions: Doc): boolean {
  const { drafts, stances, submitted } = sharedTypes.contributions;
  return [drafts, stances, submitted].some((type) => contributions.getMap(type).size > 0);
}
