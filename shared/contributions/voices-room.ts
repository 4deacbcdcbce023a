import type { Doc } from 'yjs';
import { canonicalJson } from '../editions/canonical-json.ts';
import { performWrite } from '../rooms/named-writes.ts';
import { sharedTypes } from '../rooms/rooms.ts';
import { contributionSchema, type Contribution } from './contribution.ts';

/** One contribution as it was taken, with its canonical JSON. */
export interface Voice {
  readonly record: Contribution;
  readonly canonical: string;
}

/** The contribution that was taken under this id. Voices are written by the host alone, so they are not checked. */
export function voiceOf(voices: Doc, id: string): Voice | undefined {
  const stored = voices.getMap<unknown>(sharedTypes.voices.contributions).get(id);
  return stored === undefined
    ? undefined
    : { record: stored as Contribution, canonical: canonicalJson(stored) };
}

/**
 * All contributions that were taken, in the order of their time, then of their ids. Throws where one of them is no
 * contribution: to leave it out would be to lose it.
 */
export function listVoices(voices: Doc): readonly Contribution[] {
  const map = voices.getMap<unknown>(sharedTypes.voices.contributions);
  const records = [...map.values()].map((stored) => contributionSchema.parse(stored));
  const keyOf = ({ createdAt, id }: Contribution): string => `${createdAt} ${id}`;
  return records.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

/** The ids of what an institution contributed, without reading the contributions. */
export function voiceIdsOf(voices: Doc, institution: string): readonly string[] {
  const map = voices.getMap<{ readonly institution?: unknown }>(sharedTypes.voices.contributions);
  return [...map.entries()].flatMap(([id, value]) => (value.institution === institution ? [id] : []));
}

/** Takes contributions, each exactly as its canonical JSON says. Throws where an id is taken. Only for the host. */
export function acceptVoices(voices: Doc, accepted: readonly Voice[]): void {
  if (accepted.length === 0) return;
  const map = voices.getMap<unknown>(sharedTypes.voices.contributions);
  performWrite(voices, 'voices.accept', () => {
    for (const { record, canonical } of accepted) {
      if (map.has(record.id)) throw new Error(`already taken: ${record.id}`);
      map.set(record.id, JSON.parse(canonical));
    }
  });
}
