import { afterEach, expect, it } from 'vitest';
import { Doc } from 'yjs';
import { createVoiceSearch, type VoiceSearch } from '../../../../electron/host/contributions/voice-search.ts';
import { submitContribution, writeAnswers } from '../../../../shared/contributions/contributions-room.ts';
import type { Contribution } from '../../../../shared/contributions/contribution.ts';
import { acceptVoices } from '../../../../shared/contributions/voices-room.ts';
import { canonicalJson } from '../../../../shared/editions/canonical-json.ts';
import { institutionId } from '../../../../shared/ids/ids.ts';
import type { Principal } from '../../../../shared/rights/rights.ts';
import { initialPhase, writePhase } from '../../../../shared/rooms/phase-room.ts';
import { sharedTypes, type RoomName } from '../../../../shared/rooms/rooms.ts';
import { statement } from '../../../support/arbitrary-contribution.ts';

const receipt = { receivedAt: '2019-05-01T12:00:00Z' };
const caritas = institutionId('caritas');
const delegate: Principal = { id: 'inv-caritas', role: 'delegate', institution: caritas };
const editor: Principal = { id: 'e', role: 'editor', institution: null };
const moderator: Principal = { id: 'm', role: 'moderator', institution: null };

const searches: VoiceSearch[] = [];

afterEach(() => {
  for (const search of searches.splice(0)) search.close();
});

function searchOver(follows: boolean) {
  const docs = new Map<RoomName, Doc>();
  const room = (name: RoomName): Doc => {
    const doc = docs.get(name) ?? new Doc();
    docs.set(name, doc);
    return doc;
  };
  const search = createVoiceSearch({ readRoom: (name, work) => work(room(name)), follows });
  searches.push(search);
  const take = (record: Contribution): void =>
    acceptVoices(room('voices'), [{ record, canonical: canonicalJson(record), receipt }]);
  const own = room(`contributions/${caritas}`);
  return { room, take, own, find: (who: Principal, query: string) => search.search(who, query) };
}

const receive = (own: Doc, id: string): void =>
  writeAnswers(own, new Map([[id, { receipt, refusal: null }]]));

it('CON15: on a file that follows, a delegate finds what the host has taken of its own institution, and no more', () => {
  const { own, find } = searchOver(true);
  submitContribution(own, statement('c1', { body: 'Sprachkurse am Abend' }));
  expect(find(delegate, 'sprach')).toEqual([]);
  receive(own, 'c1');
  receive(own, 'c2');
  own.getMap(sharedTypes.contributions.submitted).set('c2', 'Sprachkurse');
  expect([find(delegate, 'sprach'), find(editor, 'sprach')]).toEqual([['c1'], []]);
});

it('CON15: where the Leitbild is kept, nothing that a delegate writes into its room puts words under the id of another', () => {
  const { room, take, own, find } = searchOver(false);
  submitContribution(own, statement('k1', { body: 'Untergeschoben' }));
  receive(own, 'k1');
  expect(find(delegate, 'untergeschoben')).toEqual([]);
  take(statement('k1', { institution: institutionId('kirche'), body: 'Glocken am Sonntag' }));
  take(statement('c1', { body: 'Glocken am Werktag' }));
  expect([find(moderator, 'glocken').length, find(moderator, 'untergeschoben')]).toEqual([2, []]);
  expect([find(delegate, 'glocken'), find(editor, 'glocken')]).toEqual([['c1'], []]);
  writePhase(room('process'), { ...initialPhase, voices: 'everyone' });
  expect([find(delegate, 'glocken').length, find(editor, 'glocken').length]).toEqual([2, 2]);
});

it('CON15: finds words of the quote, the remark and the proposed wording', () => {
  const { take, find } = searchOver(false);
  take(statement('c1', { kind: 'proposal', body: 'Begründung', wording: 'Neufassung' }));
  for (const query of ['stadt', 'begründ', 'neufassung', 'stadt begründung neufassung']) {
    expect([query, find(moderator, query)]).toEqual([query, ['c1']]);
  }
});
