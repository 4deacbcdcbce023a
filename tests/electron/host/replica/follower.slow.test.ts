import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { once } from 'node:events';
import { describe, expect, it, onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import { Doc, encodeStateAsUpdate } from 'yjs';
import { mirrorSource } from '../../../../electron/host/replica/mirror-source.ts';
import { httpTransport } from '../../../../electron/host/replica/http-transport.ts';
import { createApiClient, type ApiClient } from '../../../../shared/api/client.ts';
import { ok } from '../../../../shared/errors/result.ts';
import { writeHeader } from '../../../../shared/rooms/text-room.ts';
import { frozenEdition, made, opened, valueOf } from '../../../support/filled-workspace.ts';
import { startHost } from '../../../support/live-host.ts';
import { temporaryFolder } from '../../../support/run-cli.ts';
import { until } from '../sync/sync-host.ts';
import { follow, joinInto, linkTo, openFollower, untilState } from './follower-host.ts';

function stranger(): Uint8Array {
  const doc = new Doc();
  doc.getMap('header').set('title', 'Anderswo');
  return encodeStateAsUpdate(doc);
}

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
