import { mkdtempSync, rmSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { Doc, encodeStateAsUpdate } from 'yjs';
import type { SyncLimits } from '../../../../electron/host/sync/sync-limits.ts';
import type { Workspace } from '../../../../electron/host/workspace/workspace.ts';
import { closeCodes } from '../../../../shared/host/close-reasons.ts';
import { made } from '../../../support/filled-workspace.ts';
import { connectOfficial } from './official-client.ts';
import { connectRaw, isStep1, message, step1, update } from './raw-client.ts';
import { people, startHost, until, type SyncHost } from './sync-host.ts';

let folder = '';
let workspace: Workspace;
let host: SyncHost;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sync-'));
  workspace = made(join(folder, 'a.leitbild'));
});
afterEach(async () => {
  await host.close();
  workspace.close();
  rmSync(folder, { recursive: true, force: true });
});
const start = async (limits: Partial<SyncLimits>): Promise<void> => {
  host = await startHost(workspace, { limits });
};

describe('the life of a connection', () => {
  it('SYN19: who does not answer pings is ended; who does, hears something that the official provider sees', async () => {
    await start({ pingEvery: 30 });
    const silent = new WebSocket(`${host.url}/text`, ['leitbild', 'reader'], { autoPong: false });
    const client = await connectRaw(host.url, 'text', 'reader');
    await client.next((received) => Buffer.from(received).equals(Buffer.of(1, 1, 0)));
    expect(await once(silent, 'close').then(([code]: unknown[]) => code)).toBe(1006);
    expect(client.socket.readyState).toBe(client.socket.OPEN);
    client.destroy();
  });

  it('SYN20: messages, bytes and costly questions have a rate', async () => {
    await start({ messageBurst: 50, messagesPerSecond: 0.001, byteBurst: 1000, bytesPerSecond: 0.001 });
    const many = await connectRaw(host.url, 'text', 'reader');
    for (let n = 0; n < 60; n += 1) many.send(message(1, message(0)));
    const large = await connectRaw(host.url, 'text', 'reader');
    large.send(message(1, new Uint8Array(1001)));
    const costly = await connectRaw(host.url, 'text', 'reader');
    for (let n = 0; n < 4; n += 1) costly.send(step1(new Doc()));
    for (const client of [many, large, costly]) {
      expect(await client.closed).toEqual({ code: closeCodes['rate-limited'], reason: 'rate-limited' });
    }
  });

  it('SYN20: a principal has only so many connections', async () => {
    await start({ maxConnectionsPerPrincipal: 2 });
    const clients = [
      await connectRaw(host.url, 'text', 'reader'),
      await connectRaw(host.url, 'process', 'reader'),
    ];
    const third = await connectRaw(host.url, 'text', 'reader');
    expect((await third.closed).reason).toBe('rate-limited');
    clients[0]?.destroy();
    await until(() => host.sync.status().connections === 1);
    const fourth = await connectRaw(host.url, 'text', 'reader');
    await fourth.next(isStep1);
    for (const client of [...clients, fourth]) client.destroy();
  });

  it('SYN21: a host that stops stores what is pending and lets its clients come back to the next one', async () => {
    await start({});
    const client = connectOfficial(host.url, 'text', 'editor');
    await client.synced();
    const raw = await connectRaw(host.url, 'text', 'editor2');
    await raw.next(isStep1);
    const doc = new Doc();
    doc.getText('t').insert(0, 'noch');
    raw.send(update(encodeStateAsUpdate(doc)));
    await until(() => client.text === 'noch');
    const { port } = host;
    await host.close();
    expect((await raw.closed).code).toBe(1001);
    client.write(' offline');
    host = await startHost(workspace, { port });
    await until(() => workspace.rooms.load('text').getText('t').toJSON() === 'noch offline');
    client.destroy();
  });

  it('SYN22: logs hold ids and reasons, no token and no text', async () => {
    await start({});
    const client = await connectRaw(host.url, 'text', 'reader');
    const doc = new Doc();
    doc.getText('t').insert(0, 'Geheimes');
    client.send(update(encodeStateAsUpdate(doc)));
    await client.closed;
    const stranger = await connectRaw(host.url, 'text', 'geheimer-token');
    await stranger.closed;
    expect(host.log.join('\n')).toContain(people['reader']?.id);
    expect(host.log.join('\n')).not.toMatch(/geheim/i);
  });
});
