import { expect, it } from 'vitest';
import { Doc } from 'yjs';
import { acceptVoices, listVoices } from '../../../shared/contributions/voices-room.ts';
import { canonicalJson } from '../../../shared/editions/canonical-json.ts';
import { sharedTypes } from '../../../shared/rooms/rooms.ts';
import { statement } from '../../support/arbitrary-contribution.ts';

function take(voices: Doc, ...ids: readonly string[]): void {
  acceptVoices(
    voices,
    ids.map((id) => {
      const record = statement(id);
      return { record, canonical: canonicalJson(record), receipt: { receivedAt: '2019-04-20T10:00:00Z' } };
    }),
  );
}

it('reads only what came since, and gives what a fresh reading gives', () => {
  const voices = new Doc();
  take(voices, 'c2', 'c3');
  const first = listVoices(voices);
  take(voices, 'c1');
  const second = listVoices(voices, first);
  expect(second).toEqual(listVoices(voices));
  expect(second.map(({ record }) => record.id)).toEqual(['c1', 'c2', 'c3']);
  expect(second.slice(1).every((voice, index) => voice === first[index])).toBe(true);
  voices.getMap(sharedTypes.voices.contributions).delete('c2');
  expect(listVoices(voices, second).map(({ record }) => record.id)).toEqual(['c1', 'c3']);
});
