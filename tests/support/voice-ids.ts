import type { Doc } from 'yjs';
import { voiceIdsByInstitution } from '../../shared/contributions/voices-room.ts';

/** The ids of what an institution contributed. */
export function voiceIdsOf(voices: Doc, institution: string): readonly string[] {
  return voiceIdsByInstitution(voices).get(institution) ?? [];
}
