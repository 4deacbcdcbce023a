import { renameSync } from 'node:fs';
import { once } from 'node:events';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { hostCertificate } from '../../../../electron/host/listeners/certificate.ts';
import { connectOfficial } from '../sync/official-client.ts';
import { until } from '../sync/sync-host.ts';
import { startReplicaHost } from './replica-host.ts';
import { hostPair } from './host-pair.ts';

const { at, inStep, vectorOf } = hostPair();

describe('catching up', () => {
  it('RPL1: what both wrote while they were apart is in both files afterwards', async () => {
    at.upper.write('oben ');
    at.lower.write('unten ');
    at.lower.follow(at.upper.host.url, 'editor');
    await inStep();
    expect(at.lower.text()).toBe(at.upper.text());
    expect([...at.upper.text().split(' ')].sort()).toEqual(['', 'oben', 'unten']);
    at.lower.leave();
    for (let day = 0; day < 50; day += 1) {
      at.upper.write(`o${String(day)} `);
      at.lower.write(`u${String(day)} `);
    }
    at.upper.host.sync.edit('text', (doc) => doc.getText('t').delete(0, 3));
    at.lower.follow(at.upper.host.url, 'editor');
    await inStep();
    expect(at.lower.text()).toBe(at.upper.text());
    expect(vectorOf(at.lower)).toBe(vectorOf(at.upper));
    expect(at.lower.status('text')).toMatchObject({
      pendingUpdates: 0,
      lastInStepAt: '2019-04-01T10:00:00Z',
    });
  });

  it('RPL1: while connected, what one writes reaches the other, also by clients of either', async () => {
    at.lower.follow(at.upper.host.url, 'editor');
    await inStep();
    const [above, below] = [
      connectOfficial(at.upper.host.url, 'text', 'moderator'),
      connectOfficial(at.lower.host.url, 'text', 'moderator'),
    ];
    await Promise.all([above.synced(), below.synced()]);
    above.write('Leit');
    await until(() => below.text === 'Leit');
    below.write('bild');
    await until(() => above.text === 'Leitbild');
    below.doc.getText('t').delete(0, 4);
    await until(() => above.text === 'bild');
    await inStep();
    expect(at.upper.text()).toBe('bild');
    above.destroy();
    below.destroy();
  });

  it('RPL2: only what the other lacks is sent', async () => {
    at.upper.write('x'.repeat(200_000));
    at.lower.follow(at.upper.host.url, 'editor');
    await inStep();
    at.lower.leave();
    at.lower.write('neu');
    const before = at.upper.workspace.rooms.size('text');
    at.lower.follow(at.upper.host.url, 'editor');
    await inStep();
    const after = at.upper.workspace.rooms.size('text');
    expect(after.tailBytes - before.tailBytes).toBeLessThan(100);
    expect(at.upper.text().endsWith('neu')).toBe(true);
  });

  it('RPL3: 10,000 changes made offline arrive within seconds, in messages that the other host takes', async () => {
    for (let index = 0; index < 10_000; index += 100) {
      at.lower.host.sync.edit('text', (doc) => {
        for (let edit = index; edit < index + 100; edit += 1)
          doc.getText('t').insert((edit * 7919) % (doc.getText('t').length + 1), `${String(edit)} `);
      });
    }
    const [started, edits] = [performance.now(), at.lower.text()];
    at.lower.follow(at.upper.host.url, 'editor');
    await inStep();
    expect(at.upper.text()).toBe(edits);
    expect(performance.now() - started).toBeLessThan(5000);
    expect(at.upper.host.sync.status().counts.gaps).toBe(0);
  });
});

describe('TLS', () => {
  it('RPL12: only the host with the certificate of the join link is sent the token', async () => {
    const found = await hostCertificate(null, new Date().toISOString());
    if (!found.ok) throw new Error(found.error.code);
    const { certificate, key, fingerprint } = found.value;
    const server = createServer({ cert: certificate, key });
    let upgrades = 0;
    server.on('upgrade', (request, stream, head) => {
      upgrades += 1;
      at.upper.host.sync.handleUpgrade(request, stream, head);
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const upstream = {
      url: `wss://127.0.0.1:${String(port)}/rooms`,
      token: 'editor',
      principal: { id: 'e', role: 'editor' as const, institution: null },
    };
    at.lower.follow('', 'editor', { upstream: { ...upstream, fingerprint: '0'.repeat(64) } });
    await until(() => at.lower.status('process')?.reason === 'certificate-unexpected');
    expect(at.lower.status('process')?.state).toBe('offline');
    expect(upgrades).toBe(0);
    at.lower.leave();
    at.upper.write('sicher');
    at.lower.follow('', 'editor', { upstream: { ...upstream, fingerprint } });
    await inStep();
    expect(at.lower.text()).toBe('sicher');
    at.lower.leave();
    server.close();
  });
});

describe('interruptions', () => {
  it('RPL15: a host that has too much to do is tried again', async () => {
    await at.upper.close();
    at.upper = await startReplicaHost(at.folder, 'upper2', { limits: { maxConnectionsPerPrincipal: 1 } });
    const other = connectOfficial(at.upper.host.url, 'text', 'editor');
    await other.synced();
    at.lower.follow(at.upper.host.url, 'editor', { rooms: () => ['text'] });
    await until(() => at.lower.history.filter(({ reason }) => reason === 'rate-limited').length > 2);
    expect(at.lower.status('text')?.state).not.toBe('refused');
    at.lower.write('kommt an');
    other.destroy();
    await inStep();
    expect(at.upper.text()).toBe('kommt an');
  });

  it('RPL13: where our file takes no writes, nothing counts as received, and it is fetched when it does again', async () => {
    await at.lower.close();
    at.lower = await startReplicaHost(at.folder, 'lower2', { limits: { probeAfter: 20, probeAtMost: 20 } });
    at.lower.follow(at.upper.host.url, 'editor');
    await inStep();
    const { path } = at.lower.workspace;
    renameSync(path, `${path}.away`);
    at.upper.write('kommt an');
    await until(() => at.lower.status('text')?.reason === 'storage-failed');
    expect(at.lower.host.sync.status().storageFailure).not.toBeNull();
    expect(at.lower.text()).toBe('');
    renameSync(`${path}.away`, path);
    await until(() => at.lower.text() === 'kommt an');
    await inStep();
    expect(at.lower.refused).toEqual([]);
  });

  it('RPL8: it comes back by itself when the other host does, and nobody loses anything', async () => {
    at.lower.follow(at.upper.host.url, 'editor');
    await inStep();
    const { port } = at.upper.host;
    const { workspace } = at.upper;
    await at.upper.host.close();
    await until(() => at.lower.status('text')?.state === 'offline');
    at.lower.write('a');
    at.lower.write('b');
    expect(at.lower.status('text')?.pendingUpdates).toBe(2);
    at.upper = await startReplicaHost(at.folder, 'upper', { port, workspace });
    await inStep();
    expect(at.upper.text()).toBe('ab');
  });

  it('RPL8: a room that left the memory meanwhile is brought along', async () => {
    await at.lower.close();
    at.lower = await startReplicaHost(at.folder, 'lower2', { limits: { unloadAfter: 1 } });
    at.lower.follow(at.upper.host.url, 'editor');
    await inStep();
    for (const word of ['eins ', 'zwei ', 'drei ']) {
      at.lower.write(word);
      await until(() => at.upper.text().endsWith(word));
      await until(() => at.lower.host.sync.status().rooms.length === 0);
      at.upper.write('und ');
      await until(() => at.lower.text() === at.upper.text());
      await until(() => at.lower.host.sync.status().rooms.length === 0);
    }
    expect(at.upper.text()).toBe('eins und zwei und drei und ');
  });
});
