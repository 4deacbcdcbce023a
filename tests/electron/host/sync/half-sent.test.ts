import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, onTestFinished } from 'vitest';
import type { Workspace } from '../../../../electron/host/workspace/workspace.ts';
import { made } from '../../../support/filled-workspace.ts';
import { connectOfficial } from './official-client.ts';
import { connectRaw, isStep1, type RawClient } from './raw-client.ts';
import { startHost, until, type SyncHost } from './sync-host.ts';

const KB = 1024;
let folder = '';
let workspace: Workspace;
let host: SyncHost;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'half-sent-'));
  workspace = made(join(folder, 'a.leitbild'));
  const limits = { maxPayload: 400 * KB, maxHalfSent: 1000 * KB, closeWithin: 200 };
  host = await startHost(workspace, { limits });
});
afterEach(async () => {
  await host.close();
  workspace.close();
  rmSync(folder, { recursive: true, force: true });
});

async function connect(token: string): Promise<RawClient> {
  const client = await connectRaw(host.url, 'text', token);
  onTestFinished(() => client.destroy());
  await client.next(isStep1);
  return client;
}

/** Sends a part of a message whose rest never comes; settles when it is out. */
function sendHalf({ socket }: RawClient, kilobytes: number): Promise<void> {
  return new Promise((resolve) => {
    socket.send(Buffer.alloc(kilobytes * KB), { fin: false }, () => resolve());
  });
}

it('SYN31: what is half sent is bounded for all connections together; who holds most is cut off, the others go on', async () => {
  const anna = connectOfficial(host.url, 'text', 'moderator');
  onTestFinished(() => anna.destroy());
  await anna.synced();
  const slow = await connect('editor');
  await sendHalf(slow, 300);
  // Less on each than the slow one has, and more in all.
  const attackers = await Promise.all([1, 2, 3, 4].map(() => connect('reader')));
  for (const attacker of attackers) await sendHalf(attacker, 200);
  expect((await Promise.race(attackers.map(({ closed }) => closed))).code).toBe(1006);
  expect(host.sync.status()).toMatchObject({ connections: 5, counts: { slowSenders: 1 } });
  expect(slow.socket.readyState).toBe(slow.socket.OPEN);
  anna.write('weiter');
  await until(() => workspace.rooms.load('text').getText('t').toJSON() === 'weiter');
  expect(anna.closes).toEqual([]);
});

it('SYN31: whole messages do not count, in however many parts and however many there are', async () => {
  const anna = connectOfficial(host.url, 'text', 'moderator');
  onTestFinished(() => anna.destroy());
  await anna.synced();
  for (let count = 0; count < 30; count += 1) anna.write('x'.repeat(50 * KB));
  await until(() => workspace.rooms.size('text').updates === 30);
  const client = await connect('reader');
  for (let count = 0; count < 20; count += 1) {
    // A question for who is present, in two parts.
    client.socket.send(Buffer.from([3]), { fin: false });
    client.socket.send(Buffer.alloc(0), { fin: true });
    client.socket.ping(Buffer.alloc(100));
  }
  const others = await Promise.all([1, 2, 3].map(() => connect('editor')));
  for (const other of others) await sendHalf(other, 320);
  for (const other of others) other.destroy();
  await until(() => host.sync.status().connections === 2);
  // Whoever has gone takes what he had sent along.
  const late = await connect('editor2');
  await sendHalf(late, 390);
  await connect('reader');
  expect(host.sync.status()).toMatchObject({ connections: 4, counts: { slowSenders: 0 } });
});
