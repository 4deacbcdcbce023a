import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import { Doc } from 'yjs';
import { superviseDesk, type DeskChild } from '../../../../electron/entry/desk/supervise-desk.ts';
import { forkDesk } from '../../../../electron/entry/start/fork-desk.ts';
import { httpTransport } from '../../../../electron/host/replica/http-transport.ts';
import { createApiClient } from '../../../../shared/api/client.ts';
import type { OpenedWorkspace } from '../../../../shared/api/desk-contract.ts';
import { fill, made, valueOf } from '../../../support/filled-workspace.ts';
import { tinyRenderer } from '../../../support/desk.ts';
import { temporaryFolder } from '../../../support/run-cli.ts';

/** A guest's browser takes the certificate after its warning. */
class TrustingSocket extends WebSocket {
  constructor(address: string, protocols: string[]) {
    super(address, protocols, { rejectUnauthorized: false });
  }
}

/** A desk in a process of its own, as `npm start` runs it, with a file of the test open. */
async function runDesk(folder: string, beforeSecond: () => Promise<void> = () => Promise.resolve()) {
  const children: DeskChild[] = [];
  const opened: OpenedWorkspace[] = [];
  const watchers = new Set<() => void>();
  const desk = superviseDesk({
    fork() {
      const child = forkDesk();
      children.push(child);
      if (children.length === 1) return child;
      const prepared = beforeSecond();
      return { ...child, send: (command) => void prepared.then(() => child.send(command)) };
    },
    door: null,
    start: {
      ...{ nativeDialogs: false, settingsFolder: join(folder, 'settings') },
      ...{ appFolder: tinyRenderer(join(folder, 'renderer')), dictionaryFolder: folder },
      folders: { home: folder, documents: folder, desktop: null },
    },
    now: () => performance.now(),
    onState: () => undefined,
    onFailed: () => undefined,
    onOpened(workspace) {
      opened.push(workspace);
      for (const watcher of watchers) watcher();
    },
    onClosed: () => undefined,
  });
  onTestFinished(() => desk.stop());
  expect(await desk.started).toBe('running');
  const path = join(folder, 'a.leitbild');
  await fetch(`${desk.door?.url ?? ''}/api/desk.open`, {
    method: 'POST',
    headers: { authorization: `Bearer ${desk.door?.secret ?? ''}`, 'content-type': 'application/json' },
    body: JSON.stringify({ path }),
  });
  const hostAt = (count: number): Promise<OpenedWorkspace> =>
    new Promise((resolve) => {
      const look = (): void => {
        const host = opened[count - 1];
        if (host !== undefined) resolve(host);
      };
      watchers.add(look);
      look();
    });
  return { desk, hostAt, crash: () => children.at(-1)?.kill(), first: await hostAt(1) };
}

function fileIn(folder: string): void {
  const workspace = made(join(folder, 'a.leitbild'));
  fill(workspace);
  valueOf(workspace.close());
}

const apiOf = ({ url, secret }: OpenedWorkspace) => createApiClient(httpTransport(url, secret));

test('NET17: guests of a desk that is killed come back to the same address with what they wrote meanwhile', async () => {
  const folder = temporaryFolder();
  fileIn(folder);
  const { hostAt, crash, first } = await runDesk(folder);
  const api = apiOf(first);
  const shared = valueOf(await api('sharing.start', { port: null, tls: true }));
  const invitation = { role: 'editor', institution: null, expiresAt: '2099-01-01T00:00:00Z' } as const;
  const { token, link } = valueOf(await api('invitations.create', invitation));
  const doc = new Doc();
  const guest = new WebsocketProvider(`wss://127.0.0.1:${new URL(link ?? '').port}/rooms`, 'text', doc, {
    protocols: ['leitbild', token],
    WebSocketPolyfill: TrustingSocket as unknown as typeof globalThis.WebSocket,
    disableBc: true,
  });
  onTestFinished(() => guest.destroy());
  await new Promise((resolve) => guest.once('sync', resolve));
  const cut = new Promise((resolve) => guest.once('connection-close', resolve));
  crash();
  await cut;
  doc.getMap('header').set('subtitle', 'ohne Netz geschrieben');

  const back = await hostAt(2);
  expect(back).toEqual(first);
  expect(await api('sharing.status', {})).toEqual({ ok: true, value: shared });
  const mine = new Doc();
  const window = new WebsocketProvider(`${back.url.replace('http', 'ws')}/rooms`, 'text', mine, {
    protocols: ['leitbild', back.secret],
    WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
    disableBc: true,
  });
  onTestFinished(() => window.destroy());
  await new Promise<void>((resolve) => {
    const look = (): void => {
      if (mine.getMap('header').get('subtitle') === 'ohne Netz geschrieben') resolve();
    };
    mine.on('update', look);
  });
});

test('NET17: where somebody else has the port by then, the window is told, and a desk started afresh shares nothing', async () => {
  const folder = temporaryFolder();
  fileIn(folder);
  const other = createServer();
  onTestFinished(() => void other.close());
  let port = 0;
  const { desk, hostAt, crash, first } = await runDesk(folder, async () => {
    other.listen({ port, host: '0.0.0.0', exclusive: true });
    await once(other, 'listening');
  });
  const api = apiOf(first);
  const shared = valueOf(await api('sharing.start', { port: null, tls: false }));
  port = Number(new URL(shared.state === 'on' ? (shared.urls[0] ?? '') : '').port);
  crash();
  await hostAt(2);
  expect(await api('sharing.status', {})).toEqual({
    ok: true,
    value: { state: 'off', last: { port, tls: false }, lost: true },
  });
  expect(await api('sharing.start', { port: null, tls: false })).toMatchObject({ value: { moved: true } });
  await desk.stop();
  const fresh = await runDesk(folder);
  expect(await apiOf(fresh.first)('sharing.status', {})).toMatchObject({
    value: { state: 'off', lost: false },
  });
});
