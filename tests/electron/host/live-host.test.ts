import { once } from 'node:events';
import { expect, it, onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import { Doc } from 'yjs';
import { createLiveHost } from '../../../electron/host/live-host.ts';
import { refusalsOf, submitContribution } from '../../../shared/contributions/contributions-room.ts';
import { voiceIdsOf } from '../../support/voice-ids.ts';
import { institutionId } from '../../../shared/ids/ids.ts';
import type { RoomName } from '../../../shared/rooms/rooms.ts';
import { statement } from '../../support/arbitrary-contribution.ts';
import { askedRound } from '../../support/asked-round.ts';
import { readEvent, type HostEvent } from '../../../shared/api/events.ts';
import { fixedPorts, opened, valueOf } from '../../support/filled-workspace.ts';
import { startHost, type TestHost } from '../../support/live-host.ts';
import { randomBytes } from 'node:crypto';

const socketTo = (url: string, path: string, protocols: string[]): WebSocket => {
  const socket = new WebSocket(`${url.replace(/^http/, 'ws')}${path}`, protocols);
  socket.on('error', () => socket.terminate());
  return socket;
};

/** A listener at `/events` that is let in. */
async function listen(
  host: TestHost,
  token: string,
): Promise<{ socket: WebSocket; next(): Promise<HostEvent | null> }> {
  const socket = socketTo(host.url, '/events', ['leitbild', token]);
  const waiting: string[] = [];
  const takers: ((text: string) => void)[] = [];
  socket.on('message', (data: Buffer) => {
    const taker = takers.shift();
    if (taker) taker(data.toString());
    else waiting.push(data.toString());
  });
  await once(socket, 'open');
  return {
    socket,
    async next() {
      const text = waiting.shift() ?? (await new Promise<string>((resolve) => takers.push(resolve)));
      return readEvent(JSON.parse(text));
    },
  };
}

async function closeCode(socket: WebSocket): Promise<readonly [number, string]> {
  const [code, reason] = (await once(socket, 'close')) as [number, Buffer];
  return [code, reason.toString()];
}

const post = async (host: TestHost, name: string, body: object): Promise<void> => {
  const headers = { authorization: `Bearer ${host.secret}`, 'content-type': 'application/json' };
  const { status } = await fetch(`${host.url}/api/${name}`, {
    method: 'POST',
    headers,
    body: JSON.stringify(body),
  });
  expect(status).toBe(200);
};

it('API14: events reach those whom they concern, and nobody else', async () => {
  const host = await startHost();
  const moderator = await listen(host, host.invite('moderator').token);
  const reader = await listen(host, host.invite('reader').token);
  const other = host.invite('editor');
  const phase = { text: 'locked', contributions: 'open', voices: 'everyone' } as const;
  await post(host, 'invitations.revoke', { invitation: other.id });
  await post(host, 'sharing.start', { port: 0, tls: false });
  await post(host, 'sharing.stop', {});
  await post(host, 'phase.set', phase);
  await post(host, 'editions.freeze', { label: '2020', adoption: null });
  expect(await moderator.next()).toEqual({ type: 'invitation-revoked', invitation: other.id });
  expect(await moderator.next()).toMatchObject({ type: 'sharing-started', fingerprint: null });
  expect(await moderator.next()).toEqual({ type: 'sharing-stopped' });
  expect(await moderator.next()).toEqual({ type: 'phase-changed', phase });
  expect(await moderator.next()).toMatchObject({ type: 'edition-frozen', label: '2020' });
  expect(await reader.next()).toEqual({ type: 'phase-changed', phase });
  expect(await reader.next()).toMatchObject({ type: 'edition-frozen', label: '2020' });
});

it('API15: at /events, too, a wrong token, a revocation and an expiry close with their code', async () => {
  const host = await startHost();
  for (const [protocols, code, reason] of [
    [['leitbild', 'A'.repeat(43)], 4401, 'token-unknown'],
    [['leitbild'], 4401, 'token-unknown'],
    [['leitbild-9', 'A'.repeat(43)], 4411, 'host-too-old'],
  ] as const) {
    expect(await closeCode(socketTo(host.url, '/events', [...protocols]))).toEqual([code, reason]);
  }
  const revoked = host.invite('reader');
  const first = await listen(host, revoked.token);
  const closing = closeCode(first.socket);
  await post(host, 'invitations.revoke', { invitation: revoked.id });
  expect(await closing).toEqual([4403, 'revoked']);
  const second = await listen(host, host.invite('reader').token);
  const expiring = closeCode(second.socket);
  host.clock.instant = '2029-01-01T00:00:00Z';
  host.look();
  expect(await expiring).toEqual([4402, 'token-expired']);
  const third = await listen(host, host.secret);
  const talking = closeCode(third.socket);
  third.socket.send('hello');
  expect(await talking).toEqual([4406, 'message-invalid']);
});

it('API22: neither wrong tokens nor one invitation take the places of others at /events', async () => {
  const host = await startHost({
    limits: { events: { connections: 4, connectionsPerPrincipal: 2, refusals: 3 } },
  });
  const reader = host.invite('reader').token;
  await listen(host, reader);
  await listen(host, reader);
  const third = socketTo(host.url, '/events', ['leitbild', reader]);
  expect(await closeCode(third)).toEqual([4429, 'rate-limited']);
  const strangers = Array.from({ length: 20 }, () =>
    socketTo(host.url, '/events', ['leitbild', 'A'.repeat(43)]),
  );
  const codes = Promise.all(
    strangers.map((socket) => new Promise<number>((resolve) => socket.once('close', resolve))),
  );
  const moderator = await listen(host, host.invite('moderator').token);
  await post(host, 'phase.set', { text: 'locked', contributions: 'open', voices: 'everyone' });
  expect(await moderator.next()).toMatchObject({ type: 'phase-changed' });
  expect(await codes).toContain(1006);
});

it('API16: replacing a token ends the rooms that were open with it', async () => {
  const host = await startHost();
  const { id, token } = host.invite('moderator');
  const room = socketTo(host.url, '/rooms/text', ['leitbild', token]);
  await once(room, 'open');
  const closing = closeCode(room);
  await post(host, 'invitations.rotate', { invitation: id });
  expect(await closing).toEqual([4403, 'revoked']);
});

it('NET12: the official client works over the network listener; stopping ends it with 1001', async () => {
  const host = await startHost();
  valueOf(await host.sharing.start({ port: 0, tls: false }));
  const doc = new Doc();
  const provider = new WebsocketProvider(
    `ws://127.0.0.1:${String(host.sharing.listener?.port)}/rooms`,
    'text',
    doc,
    {
      protocols: ['leitbild', host.invite('editor').token],
      WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
      disableBc: true,
    },
  );
  await new Promise((resolve) => provider.once('sync', resolve));
  expect(doc.getMap('header').get('municipality')).toBe('Stadt Musterfurt');
  const code = new Promise((resolve) => provider.once('connection-close', (event) => resolve(event?.code)));
  valueOf(await host.sharing.stop());
  expect(await code).toBe(1001);
  provider.destroy();
});

it('API17: closing ends everybody with 1001, stores all, frees the file, and does so in time', async () => {
  const host = await startHost();
  const events = await listen(host, host.secret);
  const room = socketTo(host.url, '/rooms/text', ['leitbild', host.secret]);
  await once(room, 'open');
  host.rooms.edit('text', (doc) => doc.getMap('header').set('subtitle', 'spät'));
  const codes = Promise.all([closeCode(events.socket), closeCode(room)]);
  const begun = performance.now();
  const [first, again] = await Promise.all([host.close(), host.close()]);
  expect([first, again]).toEqual([{ ok: true, value: undefined }, first]);
  expect(performance.now() - begun).toBeLessThan(5_000);
  expect((await codes).map(([code]) => code)).toEqual([1001, 1001]);
  await expect(fetch(`${host.url}/healthz`)).rejects.toThrow();
  const workspace = opened(host.path);
  expect(workspace.rooms.load('text').getMap('header').get('subtitle')).toBe('spät');
  expect(workspace.verify()).toMatchObject({ ok: true });
  workspace.close();
});

it('API18: a file that is open, and one that is missing, are told', async () => {
  const host = await startHost();
  const options = {
    ports: fixedPorts(),
    randomBytes,
    monotonic: () => 0,
    logger: { info: () => undefined, warn: () => undefined, error: () => undefined },
    port: 0,
    publicOrigin: null,
  };
  expect(await createLiveHost({ ...options, path: host.path })).toMatchObject({
    error: { code: 'workspace-in-use' },
  });
  expect(await createLiveHost({ ...options, path: `${host.path}.none` })).toMatchObject({
    error: { code: 'workspace-missing' },
  });
});

it('API19: the log holds ids and codes, but no token, secret, name or text', async () => {
  const host = await startHost();
  const { token } = host.invite('moderator');
  await listen(host, token);
  await post(host, 'phase.set', { text: 'locked', contributions: 'open', voices: 'everyone' });
  await host.close();
  const log = host.logged.join('\n');
  expect(log).toContain('host open');
  for (const secret of [token, host.secret, 'Verein', 'Person', 'Musterfurt', 'Erstens']) {
    expect(log).not.toContain(secret);
  }
});

it('API21: a round from opening to a voice: over the API, an invitation and two official clients', async () => {
  const host = await startHost();
  await post(host, 'phase.set', { text: 'locked', contributions: 'open', voices: 'moderation' });
  await post(host, 'rounds.save', { round: askedRound });
  await post(host, 'rounds.open', { round: 'r1' });
  const delegate = host.invite('delegate');
  const connect = (room: string, token: string): WebsocketProvider => {
    const provider = new WebsocketProvider(`${host.url.replace('http', 'ws')}/rooms`, room, new Doc(), {
      protocols: ['leitbild', token],
      WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
      disableBc: true,
    });
    onTestFinished(() => provider.destroy());
    return provider;
  };
  const moderator = connect('voices', host.invite('moderator').token);
  const author = connect('contributions/i3', delegate.token);
  await Promise.all([moderator, author].map((one) => new Promise((resolve) => one.once('sync', resolve))));
  const received = new Promise((resolve) => moderator.doc.once('update', resolve));
  const own = { institution: institutionId('i3'), author: delegate.id };
  submitContribution(author.doc, statement('forged', { ...own, author: 'somebody' }));
  submitContribution(author.doc, statement('c1', own));
  await received;
  expect(voiceIdsOf(moderator.doc, 'i3')).toEqual(['c1']);
  expect(host.rooms.edit('contributions/i3' as RoomName, refusalsOf).get('forged')?.code).toBe(
    'author-unknown',
  );
});
