import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as decoding from 'lib0/decoding';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { decodeStateVector, Doc, encodeStateAsUpdate } from 'yjs';
import type { Workspace } from '../../../../electron/host/workspace/workspace.ts';
import { AppFailure } from '../../../../shared/errors/errors.ts';
import { closeCodes } from '../../../../shared/host/close-reasons.ts';
import { made } from '../../../support/filled-workspace.ts';
import { canMount, mountSmallDisk, type SmallDisk } from '../../../support/small-disk.ts';
import { connectOfficial, type OfficialClient } from './official-client.ts';
import {
  awareness,
  connectRaw,
  isDurable,
  isStep1,
  isStep2,
  isUpdate,
  message,
  statesIn,
  step1,
  step2,
  update,
  type RawClient,
} from './raw-client.ts';
import { startHost, until, type SyncHost } from './sync-host.ts';

let folder = '';
let workspace: Workspace;
let host: SyncHost;
let disk: SmallDisk | null = null;
const ends: (() => void)[] = [];
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sync-'));
  workspace = made(join(folder, 'a.leitbild'));
  host = await startHost(workspace, {
    limits: { unloadAfter: 1, provePresenceEvery: 0, probeAfter: 5, probeAtMost: 20 },
  });
});
afterEach(async () => {
  for (const end of ends.splice(0)) end();
  await host.close();
  workspace.close();
  rmSync(folder, { recursive: true, force: true });
  disk?.unmount();
  disk = null;
});

async function raw(token: string, room = 'text'): Promise<RawClient> {
  const client = await connectRaw(host.url, room, token);
  ends.push(() => client.destroy());
  return client;
}
async function official(token: string, doc?: Doc): Promise<OfficialClient> {
  const client = connectOfficial(host.url, 'text', token, doc === undefined ? {} : { doc });
  ends.push(() => client.destroy());
  await client.synced();
  return client;
}
const stored = (): string => workspace.rooms.load('text').getText('t').toJSON();
const storageFailed = { code: closeCodes['storage-failed'], reason: 'storage-failed' };

/** What a `durable` message says. */
function durable(received: Uint8Array): { messages: number; clocks: ReadonlyMap<number, number> } {
  const decoder = decoding.createDecoder(received);
  decoding.readVarUint(decoder);
  const messages = decoding.readVarUint(decoder);
  return { messages, clocks: decodeStateVector(decoding.readVarUint8Array(decoder)) };
}

describe('on disk', () => {
  it('SYN12: what anybody receives is on disk by then', async () => {
    const [anna, ben] = [await official('editor'), await official('moderator')];
    const seen: boolean[] = [];
    ben.doc.on('update', () => void seen.push(stored().includes(ben.text)));
    for (const word of ['a', 'b', 'c', 'd']) {
      anna.write(word);
      await until(() => ben.text.endsWith(word));
    }
    expect(seen.length).toBeGreaterThan(0);
    expect(seen).not.toContain(false);
  });

  it('SYN12: the updates of one turn are one commit', async () => {
    const writers = await Promise.all(Array.from({ length: 20 }, () => raw('editor')));
    const witness = await raw('moderator');
    await Promise.all([...writers, witness].map((client) => client.next(isStep1)));
    const before = host.sync.status().commits;
    for (const writer of writers) {
      const doc = new Doc();
      doc.getText('t').insert(0, 'x');
      writer.send(update(encodeStateAsUpdate(doc)));
    }
    await until(() => witness.messages.filter(isUpdate).length === 20);
    expect(host.sync.status().commits - before).toBeLessThan(20);
    expect(stored()).toBe('x'.repeat(20));
  });

  it('SYN13: who asks is told what is durable, deletions included; nobody else is', async () => {
    const [asker, other] = [await raw('editor'), await raw('editor2')];
    asker.send(message(100));
    expect(durable(await asker.next(isDurable))).toEqual({ messages: 0, clocks: new Map() });
    const doc = new Doc();
    doc.getText('t').insert(0, 'abc');
    asker.send(step2(encodeStateAsUpdate(doc)));
    const first = await asker.next((m) => isDurable(m) && durable(m).messages === 1);
    expect(durable(first).clocks).toEqual(new Map([[doc.clientID, 3]]));
    let deletion = new Uint8Array();
    doc.on('update', (bytes: Uint8Array) => {
      deletion = Uint8Array.from(bytes);
    });
    doc.getText('t').delete(0, 1);
    asker.send(update(deletion));
    asker.send(update(deletion));
    await asker.next((m) => isDurable(m) && durable(m).messages === 3);
    expect(stored()).toBe('bc');
    expect(workspace.rooms.size('text').updates).toBe(2);
    await until(() => other.messages.filter(isUpdate).length === 2);
    expect(other.messages.some(isDurable)).toBe(false);
  });

  it('SYN14: an empty room is unloaded, folded, and complete for the next one', async () => {
    const anna = await official('editor');
    for (let n = 0; n < 80; n += 1) anna.write(String(n % 10));
    await until(() => stored() === anna.text);
    anna.destroy();
    await until(() => host.sync.status().rooms.length === 0);
    expect(workspace.rooms.size('text').updates).toBe(0);
    const ben = await official('reader');
    expect(ben.text).toBe(anna.text);
  });

  it('SYN15: the host edits a live room; what throws changes nothing', async () => {
    const ben = await official('reader');
    expect(host.sync.edit('text', (doc) => (doc.getText('t').insert(0, 'Host'), 5))).toBe(5);
    expect(stored()).toBe('Host');
    await until(() => ben.text === 'Host');
    expect(() =>
      host.sync.edit('text', (doc) => {
        doc.getText('t').insert(0, 'halb');
        throw new Error('stop');
      }),
    ).toThrow('stop');
    expect(stored()).toBe('Host');
    const fresh = await official('reader');
    expect(fresh.text).toBe('Host');
  });

  it('SYN15: several rooms and what is kept with them are one commit; where keeping fails, nothing is there', async () => {
    const ben = await official('reader');
    const names = ['text', 'contacts'] as const;
    const write = (docOf: (room: (typeof names)[number]) => Doc): void =>
      names.forEach((name) => docOf(name).getText('t').insert(0, 'Host'));
    const { commits } = host.sync.status();
    host.sync.editTogether(names, write, () => workspace.setProfile({ ...workspace.profile, name: 'Neu' }));
    expect(host.sync.status().commits).toBe(commits + 1);
    expect([stored(), workspace.profile.name]).toEqual(['Host', 'Neu']);
    await until(() => ben.text === 'Host');
    expect(() =>
      host.sync.editTogether(names, write, () => {
        workspace.setProfile({ ...workspace.profile, name: 'Halb' });
        throw new AppFailure({ code: 'disk-full', details: { path: 'a.leitbild' } });
      }),
    ).toThrow(AppFailure);
    expect([stored(), workspace.profile.name]).toEqual(['Host', 'Neu']);
    expect(workspace.rooms.load('contacts').getText('t').toJSON()).toBe('Host');
    await until(() => host.sync.status().storageFailure === null);
    const fresh = await official('reader');
    expect(fresh.text).toBe('Host');
  });
});

describe('a slow reader', () => {
  it('SYN16: is cut off once too much waits for it, and the others go on', async () => {
    await host.close();
    host = await startHost(workspace, { limits: { maxBacklog: 200_000 } });
    const [slow, anna, ben] = [await raw('reader'), await official('editor'), await official('moderator')];
    slow.socket.pause();
    for (let n = 0; host.sync.status().counts.slowReaders === 0; n += 1) {
      anna.write('x'.repeat(100_000));
      await until(() => ben.text.length === (n + 1) * 100_000);
    }
    slow.socket.resume();
    expect((await slow.closed).code).toBe(1006);
    expect(ben.text).toBe(anna.text);
  });

  it('SYN16: gets one full state, however large, and what is said beside it', async () => {
    await host.close();
    host = await startHost(workspace, { limits: { maxBacklog: 200_000 } });
    host.sync.edit('text', (doc) => doc.getText('t').insert(0, 'x'.repeat(12_000_000)));
    const [reader, witness] = [await raw('reader'), await raw('moderator')];
    reader.socket.pause();
    reader.send(step1(new Doc()));
    reader.send(message([100]));
    reader.send(awareness([7, 1, {}]));
    const { counts } = host.sync.status();
    const isHeard = (): boolean =>
      witness.messages.some((said) => said[0] === 1 && statesIn(said).some(([id]) => id === 7));
    await until(() => isHeard() || counts.slowReaders + counts.closed.size > 0);
    host.sync.edit('text', (doc) => doc.getText('t').insert(0, 'y'));
    reader.socket.resume();
    const all = Promise.all([reader.next(isStep2), reader.next(isDurable), reader.next(isUpdate)]);
    expect(await Promise.race([all, reader.closed])).toHaveLength(3);
    expect([counts.slowReaders, ...counts.closed]).toEqual([0]);
  });
});

describe('storage that fails', () => {
  it('SYN17: a file that has gone: nothing is relayed, all are sent away, and it goes on once it is back', async () => {
    const [anna, witness] = [await official('editor'), await raw('reader')];
    anna.write('vorher');
    await witness.next(isUpdate);
    renameSync(join(folder, 'a.leitbild'), join(folder, 'b.leitbild'));
    anna.write(' verloren');
    expect(await witness.closed).toEqual(storageFailed);
    await until(() => anna.closes.length > 0);
    expect(anna.closes[0]).toEqual(storageFailed);
    expect(witness.messages.filter(isUpdate)).toHaveLength(1);
    expect(host.sync.status().storageFailure).toBe('workspace-missing');
    expect(() => host.sync.edit('text', (doc) => doc.getText('t').insert(0, 'x'))).toThrow(AppFailure);
    expect(stored()).toBe('vorher');
    const reader = await official('reader');
    expect(reader.text).toBe('vorher');
    renameSync(join(folder, 'b.leitbild'), join(folder, 'a.leitbild'));
    await until(() => reader.text === 'vorher verloren');
    expect(stored()).toBe('vorher verloren');
    expect(host.sync.status().storageFailure).toBeNull();
  });

  it('SYN17: a file that went to another folder with its log and came back goes on as soon as somebody looks', async () => {
    await host.close();
    host = await startHost(workspace, {
      limits: { provePresenceEvery: 0, probeAfter: 600_000, probeAtMost: 600_000 },
    });
    const anna = await official('editor');
    anna.write('vorher');
    await until(() => stored() === 'vorher');
    const away = join(folder, 'ablage');
    mkdirSync(away);
    const parts = readdirSync(folder).filter((name) => name.startsWith('a.leitbild'));
    expect(parts).toContain('a.leitbild-wal');
    for (const name of parts) renameSync(join(folder, name), join(away, name));
    anna.write(' dazwischen');
    await until(() => anna.closes.length > 0);
    host.sync.look();
    expect(host.sync.status().storageFailure).toBe('workspace-missing');
    for (const name of parts) renameSync(join(away, name), join(folder, name));
    host.sync.look();
    expect(host.sync.status().storageFailure).toBeNull();
    await until(() => stored() === 'vorher dazwischen');
    expect(workspace.verify()).toMatchObject({ ok: true });
  });

  it.skipIf(!canMount())(
    'SYN17: a full disk: what was confirmed stays, the rest comes once there is room',
    async () => {
      await host.close();
      workspace.close();
      disk = mountSmallDisk(2048);
      workspace = made(join(disk.folder, 'a.leitbild'));
      host = await startHost(workspace, { limits: { probeAfter: 5, probeAtMost: 20 } });
      const [anna, witness] = [await official('editor'), await raw('reader')];
      anna.write('vorher');
      await witness.next(isUpdate);
      const { bavail, bsize } = statfsSync(disk.folder);
      writeFileSync(join(disk.folder, 'ballast'), Buffer.alloc(bavail * bsize));
      anna.write('x'.repeat(200_000));
      expect(await witness.closed).toEqual(storageFailed);
      expect(witness.messages.filter(isUpdate)).toHaveLength(1);
      expect(stored()).toBe('vorher');
      rmSync(join(disk.folder, 'ballast'));
      await until(() => stored() === anna.text);
      const fresh = await raw('reader');
      fresh.send(step1(new Doc()));
      await fresh.next(isStep2);
      expect(workspace.verify()).toMatchObject({ ok: true });
    },
  );
});
