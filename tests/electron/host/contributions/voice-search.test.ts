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

it('CON15: on a file that follows, a delegate finds what the host has taken of its own institution, and no more', async () => {
  const { own, find } = searchOver(true);
  submitContribution(own, statement('c1', { body: 'Sprachkurse am Abend' }));
  expect(await find(delegate, 'sprach')).toEqual([]);
  receive(own, 'c1');
  receive(own, 'c2');
  own.getMap(sharedTypes.contributions.submitted).set('c2', 'Sprachkurse');
  expect([await find(delegate, 'sprach'), await find(editor, 'sprach')]).toEqual([['c1'], []]);
});

it('CON15: where the Leitbild is kept, nothing that a delegate writes into its room puts words under the id of another', async () => {
  const { room, take, own, find } = searchOver(false);
  submitContribution(own, statement('k1', { body: 'Untergeschoben' }));
  receive(own, 'k1');
  expect(await find(delegate, 'untergeschoben')).toEqual([]);
  take(statement('k1', { institution: institutionId('kirche'), body: 'Glocken am Sonntag' }));
  take(statement('c1', { body: 'Glocken am Werktag' }));
  expect([(await find(moderator, 'glocken')).length, await find(moderator, 'untergeschoben')]).toEqual([
    2,
    [],
  ]);
  expect([await find(delegate, 'glocken'), await find(editor, 'glocken')]).toEqual([['c1'], []]);
  writePhase(room('process'), { ...initialPhase, voices: 'everyone' });
  expect([(await find(delegate, 'glocken')).length, (await find(editor, 'glocken')).length]).toEqual([2, 2]);
});

it('CON15: finds words of the quote, the remark and the proposed wording', async () => {
  const { take, find } = searchOver(false);
  take(statement('c1', { kind: 'proposal', body: 'Begründung', wording: 'Neufassung' }));
  for (const query of ['stadt', 'begründ', 'neufassung', 'stadt begründung neufassung']) {
    expect([query, await find(moderator, query)]).toEqual([query, ['c1']]);
  }
});

it('CON15: in what order a delegate finds its own says nothing about what others said', async () => {
  const { take, find } = searchOver(false);
  take(statement('c1', { body: 'windrad windrad windrad tempo' }));
  take(statement('c2', { body: 'tempo tempo tempo windrad' }));
  const before = await find(delegate, 'windrad tempo');
  for (const word of ['windrad', 'tempo']) {
    const { take: takeToo, find: findToo } = searchOver(false);
    takeToo(statement('c1', { body: 'windrad windrad windrad tempo' }));
    takeToo(statement('c2', { body: 'tempo tempo tempo windrad' }));
    for (let n = 0; n < 20; n += 1) {
      takeToo(statement(`k${String(n)}`, { institution: institutionId('kirche'), body: word }));
    }
    expect(await findToo(delegate, 'windrad tempo')).toEqual(before);
  }
});

it('CON15: nobody waits long while what was said is read for the first search', async () => {
  const { take, find } = searchOver(false);
  const body = Array.from({ length: 1_200 }, (_, n) => `wort${String(n % 977)}`).join(' ');
  for (let n = 0; n < 300; n += 1) take(statement(`c${String(n)}`, { body }));
  let turns = 0;
  const looking = setInterval(() => (turns += 1), 1);
  const found = await Promise.all([find(delegate, 'wort5'), find(moderator, 'wort5')]);
  clearInterval(looking);
  expect(found.map(({ length }) => length)).toEqual([300, 300]);
  expect(turns).toBeGreaterThan(10);
});

it('CON15: what is not a contribution in a file that follows hides none that is', async () => {
  const { room, take, find } = searchOver(true);
  take(statement('c1', { body: 'Glocken' }));
  const voices = room('voices').getMap<unknown>(sharedTypes.voices.contributions);
  for (const [id, value] of Object.entries({ n: null, s: 'x', c9: statement('c2', { body: 'Glocken' }) })) {
    voices.set(id, value);
  }
  expect(await find(moderator, 'glocken')).toEqual(['c1']);
});
