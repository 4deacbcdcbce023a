import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { once } from 'node:events';
import { describe, expect, it, onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import { Doc, encodeStateAsUpdate } from 'yjs';
import { mirrorSource } from '../../../../electron/host/replica/mirror-source.ts';
import { httpTransport } from '../../../../electron/host/replica/http-transport.ts';
import { createApiClient, type ApiClient } from '../../../../shared/api/client.ts';
import { callNames, contract, type CallName } from '../../../../shared/api/contract.ts';
import { refusalsOf, submitContribution } from '../../../../shared/contributions/contributions-room.ts';
import { listDrafts, startDraft } from '../../../../shared/contributions/drafts.ts';
import { ok } from '../../../../shared/errors/result.ts';
import { contributionId, institutionId } from '../../../../shared/ids/ids.ts';
import { roles } from '../../../../shared/rights/rights.ts';
import { writeHeader } from '../../../../shared/rooms/text-room.ts';
import { statement } from '../../../support/arbitrary-contribution.ts';
import { frozenEdition, made, opened, valueOf } from '../../../support/filled-workspace.ts';
import { startHost } from '../../../support/live-host.ts';
import { rawRequest } from '../../../support/raw-http.ts';
import { temporaryFolder } from '../../../support/run-cli.ts';
import { until } from '../sync/sync-host.ts';
import { follow, joinInto, linkTo, openFollower, untilState } from './follower-host.ts';

const ROOM = `contributions/${institutionId('i3')}` as const;
const phase = { text: 'open', contributions: 'open', voices: 'moderation' } as const;
const portOf = (url: string): number => Number(new URL(url).port);

function stranger(): Uint8Array {
  const doc = new Doc();
  doc.getMap('header').set('title', 'Anderswo');
  return encodeStateAsUpdate(doc);
}

/** What would end the test. */
const endsIt: readonly CallName[] = ['replica.leave'];

describe('rights of a follower', () => {
  it.each(roles)(
    'FOL3: the window of a %s has the calls and rooms of that role, and no more',
    async (role) => {
      const upper = await startHost();
      valueOf(await createApiClient(httpTransport(upper.url, upper.secret))('phase.set', phase));
      const { host, api } = await follow(upper, role);
      for (const name of callNames.filter((one) => !endsIt.includes(one))) {
        const { method, callers } = contract[name];
        const body = method === 'POST' ? '{}' : '';
        const { status } = await rawRequest(
          portOf(host.url),
          `${method} /api/${name}`,
          { authorization: `Bearer ${host.secret}` },
          body,
        );
        expect([name, status === 403]).toEqual([name, !(callers as readonly string[]).includes(role)]);
      }
      expect(valueOf(await api('workspace.overview', {})).role).toBe(role);
      expect(await api('editions.freeze', { label: '2020', adoption: null })).toMatchObject({
        error: { code: role === 'moderator' ? 'workspace-follows' : 'call-not-allowed' },
      });
      const delegate = { role: 'delegate', institution: 'i3', expiresAt: '2029-01-01T00:00:00Z' } as const;
      expect(await api('invitations.create', delegate)).toMatchObject({
        error: { code: role === 'moderator' ? 'workspace-follows' : 'call-not-allowed' },
      });
      // As an attacker would, past every client: a write into the text, in a frame of its own.
      const doc = new Doc();
      doc.getMap('header').set('title', 'Meins');
      const update = encodeStateAsUpdate(doc);
      const socket = new WebSocket(`${host.url.replace('http', 'ws')}/rooms/text`, ['leitbild', host.secret]);
      onTestFinished(() => socket.terminate());
      await once(socket, 'open');
      const mayWrite = role === 'moderator' || role === 'editor';
      const ended = once(socket, 'close');
      const taken = new Promise((resolve) => {
        socket.on('message', (data: Buffer) => data[0] === 100 && resolve('taken'));
      });
      socket.send(Buffer.concat([Buffer.from([0, 2, update.length]), update]));
      socket.send(Buffer.from([100]));
      const outcome = await Promise.race([taken, ended.then(([code]) => code as number)]);
      expect(outcome).toBe(mayWrite ? 'taken' : 4405);
      const title = host.workspace.rooms.load('text').getMap('header').get('title');
      expect(title).toBe(mayWrite ? 'Meins' : 'Leitbild');
    },
  );

  it('FOL3: an invitation of its own lets nobody into the file of a guest', async () => {
    const upper = await startHost();
    const lower = await follow(upper, 'reader');
    const expiresAt = '2029-01-01T00:00:00Z';
    const issued = lower.host.invitations.create({ role: 'moderator', institution: null, expiresAt });
    const guest = createApiClient(httpTransport(lower.host.url, valueOf(issued).token));
    expect(await guest('phase.get', {})).toMatchObject({ error: { code: 'token-revoked' } });
    // Nor does the invitation by which it follows.
    const own = createApiClient(httpTransport(lower.host.url, lower.token));
    expect(await own('phase.get', {})).toMatchObject({ error: { code: 'token-revoked' } });
  });

  it('FOL4: what is submitted on the machine of a delegate is decided by the host alone', async () => {
    const upper = await startHost();
    valueOf(await createApiClient(httpTransport(upper.url, upper.secret))('phase.set', phase));
    const { host, api, path, id } = await follow(upper, 'delegate');
    await untilState(api, 'connected');
    await upper.close();
    await untilState(api, 'offline');
    const author = { institution: institutionId('i3'), author: id };
    host.rooms.edit(ROOM, (doc) => submitContribution(doc, statement('c1', author)));
    await host.close();
    const again = await openFollower(path);
    const room = again.host.workspace.rooms.load(ROOM);
    expect([...refusalsOf(room)]).toEqual([]);
    expect(again.host.workspace.rooms.load('voices').store.clients.size).toBe(0);
    expect(valueOf(await again.api('replica.status', {}))).toMatchObject({ pendingUpdates: 1 });
  });

  it('FOL2: a copy that the window of a second moderator saves does not hand the invitation on', async () => {
    const upper = await startHost();
    const { api, token, path } = await follow(upper, 'moderator');
    const copy = join(temporaryFolder(), 'weitergegeben.leitbild');
    valueOf(await api('workspace.saveCopy', { path: copy, goOnThere: false }));
    expect([readFileSync(copy).includes(token), existsSync(path)]).toEqual([false, true]);
    const { api: receiver } = await openFollower(copy);
    expect(valueOf(await receiver('replica.status', {}))).toMatchObject({ state: 'left' });
    // A host without a desk cannot go on elsewhere, so its copy takes nobody's place.
    const second = join(temporaryFolder(), 'zweite.leitbild');
    valueOf(await api('workspace.saveCopy', { path: second, goOnThere: true }));
    expect(readFileSync(second).includes(token)).toBe(false);
  });
});

describe('joining', () => {
  it('FOL5: a link that leads nowhere, and a file that is no follower of that Leitbild, change nothing', async () => {
    const upper = await startHost();
    const path = join(temporaryFolder(), 'a.leitbild');
    const { token } = upper.invite('reader');
    const wrong = linkTo(upper, 'A'.repeat(43));
    expect(await joinInto(path, wrong)).toMatchObject({ error: { code: 'token-unknown' } });
    expect(await joinInto(path, 'https://a/join#token=x')).toMatchObject({
      error: { code: 'argument-invalid', details: { reason: 'join-link' } },
    });
    expect(existsSync(path)).toBe(false);
    made(path).close();
    expect(await joinInto(path, linkTo(upper, token))).toMatchObject({ error: { code: 'workspace-exists' } });
    rmSync(path);
    valueOf(await joinInto(path, linkTo(upper, token)));
    // Every test host is filled under the same client ids; another Leitbild has others.
    const other = await startHost();
    for (const room of ['process', 'text'] as const) other.rooms.reset(room, stranger(), () => undefined);
    expect(await joinInto(path, linkTo(other, other.invite('reader').token))).toMatchObject({
      error: { code: 'upstream-foreign' },
    });
    const file = opened(path);
    expect(file.upstreams.current()).toMatchObject({ base: upper.url, token });
    file.close();
  });

  it('FOL6: the window is told of what changes, and a renewed token goes on', async () => {
    const upper = await startHost();
    const { host, api, path, id } = await follow(upper, 'editor');
    await untilState(api, 'connected');
    const events = new WebSocket(`${host.url.replace('http', 'ws')}/events`, ['leitbild', host.secret]);
    onTestFinished(() => events.terminate());
    await once(events, 'open');
    const told = once(events, 'message');
    const rotated = valueOf(
      await createApiClient(httpTransport(upper.url, upper.secret))('invitations.rotate', { invitation: id }),
    );
    expect(String((await told)[0])).toBe('{"type":"replica-changed"}');
    await untilState(api, 'refused');
    await host.close();
    valueOf(await joinInto(path, linkTo(upper, rotated.token)));
    const again = await openFollower(path);
    await untilState(again.api, 'connected');
    expect(valueOf(await again.api('replica.leave', {})).state).toBe('left');
    expect(valueOf(await again.api('replica.leave', {})).state).toBe('left');
    again.host.rooms.edit('text', (doc) => writeHeader(doc, { title: 'x', subtitle: '', municipality: '' }));
    expect(upper.workspace.rooms.load('text').getMap('header').get('title')).toBe('Leitbild');
    await again.host.close();
    const left = await openFollower(path);
    expect(valueOf(await left.api('workspace.overview', {})).role).toBe('editor');
    expect(valueOf(await left.api('replica.status', {})).state).toBe('left');
  });

  it.each(['expired', 'revoked'] as const)(
    'FOL8: what was written under an invitation that is %s goes with the next one',
    async (end) => {
      const upper = await startHost();
      const first = await follow(upper, 'editor');
      await untilState(first.api, 'connected');
      const write = (title: string): void =>
        first.host.rooms.edit('text', (doc) => void doc.getMap('header').set('title', title));
      const titleAbove = (): unknown => upper.workspace.rooms.load('text').getMap('header').get('title');
      write('davor');
      await until(() => titleAbove() === 'davor');
      if (end === 'revoked') valueOf(upper.invitations.revoke(first.id));
      else upper.clock.instant = '2029-01-01T00:00:01Z';
      if (end === 'revoked') upper.rooms.revoke(first.id);
      else upper.look();
      await untilState(first.api, 'refused');
      write('danach');
      await first.host.close();
      const next = valueOf(
        upper.invitations.create({ role: 'editor', institution: null, expiresAt: '2031-01-01T00:00:00Z' }),
      );
      const joined = valueOf(await joinInto(first.path, linkTo(upper, next.token)));
      expect(joined.sync.rooms.find(({ room }) => room === 'text')).toMatchObject({ sent: 1, refused: null });
      expect(titleAbove()).toBe('danach');
    },
  );
});

describe('editions and pictures', () => {
  it('FOL7: an edition is taken only with the hash it was announced with, and ours are never replaced', async () => {
    const upper = await startHost();
    const honest = createApiClient(httpTransport(upper.url, upper.secret));
    const forged: ApiClient = async (name, input) => {
      const answer = await honest(name, input);
      if (name !== 'editions.content' || !answer.ok) return answer;
      const { hash, json } = answer.value as { hash: string; json: string };
      return ok({ hash, json: json.replace('Musterfurt', 'Anderswo') }) as typeof answer;
    };
    const workspace = made(join(temporaryFolder(), 'a.leitbild'));
    expect(await mirrorSource(forged, workspace)).toMatchObject({ error: { code: 'edition-changed' } });
    expect(workspace.editions.list()).toEqual([]);
    const own = frozenEdition('2008', null, 9);
    valueOf(workspace.editions.insert(own));
    expect(valueOf(await mirrorSource(honest, workspace))).toMatchObject({
      editions: [{ label: '2014' }],
      conflicts: ['2008'],
    });
    expect(workspace.editions.list()[0]?.hash).toBe(own.hash);
    expect(workspace.assets.list()).toEqual(upper.workspace.assets.list());
    expect(workspace.verify()).toMatchObject({ ok: true });
    workspace.close();
  });
});

it('FOL9: a follower can be closed at any moment of what it fetches', async () => {
  const upper = await startHost();
  const { host, path } = await follow(upper, 'reader');
  await host.close();
  for (let turns = 0; turns < 24; turns += 1) {
    // Something to fetch each time.
    valueOf(upper.workspace.editions.insert(frozenEdition(`e${String(turns)}`)));
    const again = await openFollower(path);
    const end = performance.now() + turns;
    while (performance.now() < end) await new Promise((resolve) => setImmediate(resolve));
    expect(await again.host.close()).toMatchObject({ ok: true });
  }
  const last = await openFollower(path);
  await untilState(last.api, 'connected');
  await until(() => last.host.workspace.editions.list().length === 26);
  expect(last.host.workspace.verify()).toMatchObject({ ok: true });
});

it('RPL17: the window of a follower asks for another attempt, and is told what came of it', async () => {
  const upper = await startHost();
  const { api, id } = await follow(upper, 'editor');
  await untilState(api, 'connected');
  upper.rooms.revoke(id, 'message-invalid');
  await untilState(api, 'refused');
  expect(valueOf(await api('replica.status', {}))).toMatchObject({ reason: 'message-invalid' });
  valueOf(await api('replica.sync', {}));
  await untilState(api, 'connected');
  expect(valueOf(await api('replica.status', {}))).toMatchObject({ reason: null });
  valueOf(await api('replica.leave', {}));
  expect(valueOf(await api('replica.sync', {}))).toMatchObject({ state: 'left' });
});

describe('what was refused', () => {
  it('REF1: contributions come back as drafts, once, while they may be written', async () => {
    const upper = await startHost();
    const above = createApiClient(httpTransport(upper.url, upper.secret));
    const { host, api, id } = await follow(upper, 'delegate');
    const author = { institution: institutionId('i3'), author: id };
    const copy = new Doc();
    const { anchor } = statement('a', author);
    startDraft(copy, { id: contributionId('d1'), kind: 'comment', anchor, replaces: null, body: 'Entwurf' });
    submitContribution(copy, statement('s1', { ...author, body: 'Abgegeben' }));
    copy.getMap('submitted').set('bad', { no: 'contribution' });
    const at = '2019-05-02T10:00:00Z';
    const refusal = host.workspace.refusedCopies.add({
      ...{ room: ROOM, at, reason: 'too-large', state: encodeStateAsUpdate(copy) },
    });
    expect(await api('refusals.restore', { refusal })).toMatchObject({
      error: { code: 'contributions-closed' },
    });
    valueOf(await above('phase.set', phase));
    while (valueOf(await api('phase.get', {})).contributions !== 'open');
    const restored = valueOf(await api('refusals.restore', { refusal }));
    expect(restored).toMatchObject({ kind: 'drafts', drafts: [expect.any(String), expect.any(String)] });
    expect(valueOf(await api('refusals.restore', { refusal }))).toEqual({ kind: 'drafts', drafts: [] });
    const drafts = host.rooms.edit(ROOM, (doc) => listDrafts(doc).map(({ body }) => body.toJSON()));
    expect([...drafts].sort()).toEqual(['Abgegeben', 'Entwurf']);
  });

  it('REF2: the text is shown, other rooms give nothing, an unknown number is told', async () => {
    const upper = await startHost();
    const { host, api } = await follow(upper, 'delegate');
    const text = host.workspace.rooms.load('text');
    writeHeader(text, { title: 'Meins', subtitle: '', municipality: '' });
    const at = '2019-05-02T10:00:00Z';
    const add = (room: 'text' | 'contacts', doc: Doc): number =>
      host.workspace.refusedCopies.add({
        ...{ room, at, reason: 'room-locked', state: encodeStateAsUpdate(doc) },
      });
    const before = encodeStateAsUpdate(host.workspace.rooms.load('text'));
    expect(valueOf(await api('refusals.restore', { refusal: add('text', text) }))).toMatchObject({
      ...{ kind: 'text', header: { title: 'Meins' }, document: { type: 'leitbild' } },
    });
    expect(encodeStateAsUpdate(host.workspace.rooms.load('text'))).toEqual(before);
    expect(valueOf(await api('refusals.restore', { refusal: add('contacts', new Doc()) }))).toEqual({
      kind: 'nothing',
    });
    for (const name of ['refusals.restore', 'refusals.dismiss'] as const) {
      expect(await api(name, { refusal: 9 })).toMatchObject({ error: { code: 'refusal-unknown' } });
    }
    expect(valueOf(await api('refusals.dismiss', { refusal: 1 }))).toMatchObject([
      { id: 1, dismissedAt: at },
      { id: 2, dismissedAt: null },
    ]);
    expect(valueOf(await api('replica.status', {}))).toMatchObject({ refusals: 1 });
  });
});
