import type { Doc } from 'yjs';
import { performWrite } from '../rooms/named-writes.ts';
import { sharedTypes } from '../rooms/rooms.ts';
import { parseContribution, type Contribution } from './contribution.ts';

/** One contribution as it was taken, with its canonical JSON. */
export interface Voice {
  readonly record: Contribution;
  readonly canonical: string;
}

/** The contribution that was taken under this id. */
export function voiceOf(voices: Doc, id: string): Voice | undefined {
  const stored = voices.getMap<unknown>(sharedTypes.voices.contributions).get(id);
  if (stored === undefined) return undefined;
  const parsed = parseContribution(stored);
  if (!parsed.ok) throw new Error(`voices hold what no host wrote: ${id}`);
  return { record: parsed.value, canonical: parsed.canonical };
}

/** All contributions that were taken, in the order of their time, then of their ids. */
export function listVoices(voices: Doc): readonly Contribution[] {
  const map = voices.getMap<unknown>(sharedTypes.voices.contributions);
  const records = [...map.keys()].flatMap((id) => voiceOf(voices, id)?.record ?? []);
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
