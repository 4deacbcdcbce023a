import { describe, expect, it, onTestFinished } from 'vitest';
import { editRoom } from '../../../../electron/host/workspace/edit-room.ts';
import type { InputOf } from '../../../../shared/api/contract.ts';
import {
  readSubmissions,
  refusalsOf,
  submitContribution,
} from '../../../../shared/contributions/contributions-room.ts';
import type { Contribution } from '../../../../shared/contributions/contribution.ts';
import { listVoices } from '../../../../shared/contributions/voices-room.ts';
import { institutionId, roundId } from '../../../../shared/ids/ids.ts';
import { readPhase, writePhase } from '../../../../shared/rooms/phase-room.ts';
import { removeInstitution } from '../../../../shared/rooms/register-room.ts';
import type { RoomName } from '../../../../shared/rooms/rooms.ts';
import { roundSchema } from '../../../../shared/rounds/round.ts';
import { versionOfRound } from '../../../../shared/rounds/round-version.ts';
import { writeDocument } from '../../../../shared/rooms/text-room.ts';
import { askedRound } from '../../../support/asked-round.ts';
import { statement } from '../../../support/arbitrary-contribution.ts';
import { opened, smallDocument, valueOf } from '../../../support/filled-workspace.ts';
import { connectClient, type HostClient } from '../../../support/host-client.ts';
import { startAgain, startHost, type TestHost } from '../../../support/live-host.ts';
import { follow, untilState } from '../replica/follower-host.ts';
import { connectOfficial, type OfficialClient } from '../sync/official-client.ts';
import { until } from '../sync/sync-host.ts';

interface Cast {
  readonly host: TestHost;
  readonly moderation: HostClient;
  readonly delegate: { readonly id: string; readonly token: string };
  readonly room: OfficialClient;
  readonly process: OfficialClient;
  readonly say: (id: string, change?: Partial<Contribution>) => void;
}

async function connect(host: TestHost, room: string, token: string): Promise<OfficialClient> {
  const client = connectOfficial(`${host.url.replace('http', 'ws')}/rooms`, room, token);
  onTestFinished(() => client.destroy());
  await client.synced();
  return client;
}

async function cast(round: Partial<typeof askedRound> = askedRound): Promise<Cast> {
  const host = await startHost();
  const moderation = await connectClient(host, host.secret);
  onTestFinished(() => moderation.close());
  valueOf(await moderation.call('rounds.save', { round: { ...askedRound, ...round } }));
  valueOf(await moderation.call('rounds.open', { round: 'r1' }));
  const delegate = host.invite('delegate');
  const room = await connect(host, 'contributions/i3', delegate.token);
  const process = await connect(host, 'process', delegate.token);
  const own = { institution: institutionId('i3'), author: delegate.id, round: roundId('r1') };
  const say: Cast['say'] = (id, change = {}) =>
    submitContribution(room.doc, { ...statement(id, own), ...change } as Contribution);
  return { host, moderation, delegate, room, process, say };
}

const taken = ({ host }: Cast): readonly string[] =>
  host.rooms.read('voices', (doc) => listVoices(doc).map(({ record }) => record.id));

describe('a round among people who are connected', () => {
  it('RND4: closing takes effect at once for everybody; what is in flight is not taken, and not lost', async () => {
    const all = await cast();
    const { host, moderation, delegate, room, process, say } = all;
    say('c1');
    await until(() => taken(all).length === 1);
    // Written to the socket, and not yet read by the host, which closes in the same turn.
    say('c2');
    host.rooms.edit('process', (doc) => writePhase(doc, { ...readPhase(doc), contributions: 'closed' }));
    await until(() => room.closes.some(({ reason }) => reason === 'room-locked'));
    await until(() => readPhase(process.doc).contributions === 'closed');
    const own = 'contributions/i3' as RoomName;
    expect(host.rooms.read(own, (doc) => [...readSubmissions(doc).submitted.keys()])).toEqual(['c1']);
    expect(taken(all)).toEqual(['c1']);
    valueOf(await moderation.call('rounds.open', { round: 'r1' }));
    const again = connectOfficial(`${host.url.replace('http', 'ws')}/rooms`, own, delegate.token, {
      doc: room.doc,
    });
    onTestFinished(() => again.provider.destroy());
    await until(() => taken(all).length === 2);
    expect(taken(all)).toEqual(['c1', 'c2']);
  });

  it('RND5: the clock of a delegate may be wrong by a year; the host’s alone says when a round is over', async () => {
    const all = await cast({ closesAt: '2019-05-02T00:00:00Z' });
    const { host, process, say } = all;
    say('c1', { submittedAt: '2018-05-01T10:00:00Z' });
    say('c2', { submittedAt: '2020-05-01T10:00:00Z' });
    await until(() => taken(all).length === 2);
    const receipts = host.rooms.read('voices', (doc) =>
      listVoices(doc).map(({ receipt }) => receipt.receivedAt),
    );
    expect(receipts).toEqual(Array(2).fill('2019-05-01T10:00:00Z'));
    host.clock.instant = '2019-05-02T00:00:00Z';
    say('c3', { submittedAt: '2018-05-01T10:00:00Z' });
    await until(() => readPhase(process.doc).contributions === 'closed');
    expect(taken(all)).toEqual(['c1', 'c2']);
    const noted = host.workspace.audit.list().map(({ action, subject }) => `${action} ${subject}`);
    expect(noted.filter((one) => one.startsWith('round-'))).toEqual([
      ...['round-saved r1 local', 'round-opened r1 local', 'round-closed r1 host'],
    ]);
  });

  it('RND5: what was stored in time, when the host went down before it looked at it, is taken before the round is closed', async () => {
    const { host, delegate } = await cast({ closesAt: '2019-05-02T00:00:00Z' });
    await host.close();
    const file = opened(host.path);
    const own = { institution: institutionId('i3'), author: delegate.id };
    editRoom(file, 'contributions/i3' as RoomName, (doc) => submitContribution(doc, statement('c1', own)));
    valueOf(file.close());
    host.clock.instant = '2019-06-01T00:00:00Z';
    const later = await startAgain(host);
    expect(later.rooms.read('voices', listVoices).map(({ record }) => record.id)).toEqual(['c1']);
    expect(later.rooms.read('process', readPhase).contributions).toBe('closed');
  });

  it('RND7: an institution that is removed while its delegate types is told so, and what it said before stands', async () => {
    const all = await cast();
    const { host, room, say } = all;
    say('c1');
    await until(() => taken(all).length === 1);
    host.rooms.editTogether(
      ['process', 'contacts'],
      (docOf) =>
        removeInstitution({ process: docOf('process'), contacts: docOf('contacts') }, institutionId('i3')),
      () => undefined,
    );
    say('c2');
    await until(() => refusalsOf(room.doc).get('c2')?.code === 'not-invited');
    expect(taken(all)).toEqual(['c1']);
  });
});

it('RND9: a file that follows has the base of a round as soon as it is opened, with its proof', async () => {
  const upper = await startHost();
  const moderation = await connectClient(upper, upper.secret);
  onTestFinished(() => moderation.close());
  const { host, api } = await follow(upper, 'reader');
  await untilState(api, 'connected');
  const window = await connectClient(host, host.secret);
  onTestFinished(() => window.close());
  valueOf(await moderation.call('rounds.save', { round: askedRound }));
  valueOf(await moderation.call('rounds.open', { round: 'r1' }));
  await until(() => host.workspace.roundBases.get(roundId('r1')) !== undefined);
  upper.rooms.edit('text', (doc) => writeDocument(doc, smallDocument(1, 'Später')));
  const base = valueOf(await window.call('rounds.base', { round: 'r1' }));
  expect(base).toEqual(valueOf(await moderation.call('rounds.base', { round: 'r1' })));
  expect(base.base.document.content?.[0]).not.toEqual(smallDocument(1, 'Später').content?.[0]);
  await until(() => window.events.some(({ type }) => type === 'replica-changed'));
});

describe('what moderation enters, and what is found', () => {
  const letter = {
    institution: 'i3',
    round: 'r1',
    source: 'letter',
    dated: '2019-04-30',
    reference: 'S. 2',
  } as const;
  const parts: InputOf<'contributions.enter'>['record'] = {
    ...{ type: 'statement', kind: 'comment', anchor: { on: 'document' }, replaces: null, wording: null },
    body: 'Mehr Sprachkurse am Abend.',
  };

  it('CON16: moderation enters a letter when the round is over; what cannot be entered is told and leaves nothing', async () => {
    const all = await cast();
    const { host, moderation, room } = all;
    valueOf(await moderation.call('rounds.close', { round: 'r1' }));
    const id = valueOf(await moderation.call('contributions.enter', { ...letter, record: parts }));
    const [voice] = host.rooms.read('voices', listVoices);
    expect(voice).toMatchObject({
      record: {
        id,
        institution: 'i3',
        author: 'local',
        submittedAt: '2019-05-01T10:00:00Z',
        body: parts.body,
      },
      receipt: { via: { by: 'moderation', source: 'letter', dated: '2019-04-30', enteredBy: 'local' } },
    });
    await until(() => room.doc.getMap('receipts').has(id));
    const refused = [
      [{ institution: 'nobody' }, 'institution-unknown'],
      [{ round: 'r9' }, 'round-unknown'],
      [{ dated: '2029-04-30' }, 'argument-invalid'],
      [{ reference: 'a\u0007' }, 'argument-invalid'],
      [{ record: { ...parts, body: ' ' } }, 'contribution-refused'],
      [{ record: { type: 'withdrawal', withdraws: 'c9', body: '' } }, 'contribution-refused'],
      [{ record: { type: 'answer', decision: 'd9', reply: 'agrees', body: '' } }, 'contribution-refused'],
      [{ record: { ...parts, institution: 'i4' } }, 'request-invalid'],
    ] as const;
    for (const [change, code] of refused) {
      // Some do not even fit the contract.
      const answer = await moderation.call('contributions.enter', {
        ...letter,
        record: parts,
        ...change,
      });
      expect([change, answer]).toMatchObject([change, { error: { code } }]);
    }
    expect(taken(all)).toEqual([id]);
  });

  it('CON15: delegates find what they may read: their own alone, until voices are open to them', async () => {
    const all = await cast();
    const { host, moderation, delegate, say } = all;
    say('own1', { body: 'Sprachkurse für alle' });
    await until(() => taken(all).length === 1);
    const other = valueOf(
      await moderation.call('contributions.enter', { ...letter, institution: 'i4', record: parts }),
    );
    const asDelegate = await connectClient(host, delegate.token);
    const asReader = await connectClient(host, host.invite('reader').token);
    onTestFinished(() => [asDelegate, asReader].forEach((client) => client.close()));
    const search = async (client: HostClient): Promise<readonly string[]> =>
      [...valueOf(await client.call('contributions.search', { query: 'sprachkurse' }))].sort();
    const both = [other, 'own1'].sort();
    expect(await search(moderation)).toEqual(both);
    expect([await search(asDelegate), await search(asReader)]).toEqual([['own1'], []]);
    const saved = roundSchema.parse({ ...askedRound, base: null });
    const shown = valueOf(
      await moderation.call('rounds.save', {
        round: { ...askedRound, visibility: 'all' },
        expected: versionOfRound(saved),
      }),
    );
    expect([await search(asDelegate), await search(asReader)]).toEqual([both, both]);
    say('own2', { body: 'Auch Sprachkurse' });
    await until(() => taken(all).length === 3);
    expect(await search(asReader)).toHaveLength(3);
    valueOf(await moderation.call('rounds.save', { round: askedRound, expected: versionOfRound(shown) }));
    expect(await search(asDelegate)).toEqual(['own1', 'own2']);
  });
});

it('RND3: on a file that follows, nothing of a round can be done', async () => {
  const upper = await startHost();
  const { api } = await follow(upper, 'moderator');
  await untilState(api, 'connected');
  for (const name of ['rounds.open', 'rounds.answers', 'rounds.close', 'rounds.remove'] as const) {
    expect(await api(name, { round: 'r1' })).toMatchObject({ error: { code: 'workspace-follows' } });
  }
  expect(await api('rounds.save', { round: askedRound })).toMatchObject({
    error: { code: 'workspace-follows' },
  });
});
