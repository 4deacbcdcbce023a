import { mkdtempSync, renameSync, rmSync } from 'node:fs';
import { once } from 'node:events';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { applyUpdate, Doc, encodeStateVector } from 'yjs';
import { hostCertificate } from '../../../../electron/host/listeners/certificate.ts';
import { initialPhase, writePhase } from '../../../../shared/rooms/phase-room.ts';
import { connectOfficial } from '../sync/official-client.ts';
import { until } from '../sync/sync-host.ts';
import { startReplicaHost, type ReplicaHost } from './replica-host.ts';

let folder = '';
let upper: ReplicaHost;
let lower: ReplicaHost;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'replica-'));
  upper = await startReplicaHost(folder, 'upper');
  lower = await startReplicaHost(folder, 'lower');
});
afterEach(async () => {
  await lower.close();
  await upper.close();
  rmSync(folder, { recursive: true, force: true });
});

const inStep = (): Promise<void> =>
  until(() => {
    const status = lower.status('text');
    return status?.state === 'in-step' && status.pendingUpdates === 0;
  });
const lock = (): void =>
  upper.host.sync.edit('process', (doc) => writePhase(doc, { ...initialPhase, text: 'locked' }));
const unlock = (): void => upper.host.sync.edit('process', (doc) => writePhase(doc, initialPhase));
const vectorOf = ({ workspace }: ReplicaHost): string =>
  Buffer.from(encodeStateVector(workspace.rooms.load('text'))).toString('hex');

describe('catching up', () => {
  it('RPL1: what both wrote while they were apart is in both files afterwards', async () => {
    upper.write('oben ');
    lower.write('unten ');
    lower.follow(upper.host.url, 'editor');
    await inStep();
    expect(lower.text()).toBe(upper.text());
    expect([...upper.text().split(' ')].sort()).toEqual(['', 'oben', 'unten']);
    lower.leave();
    for (let day = 0; day < 50; day += 1) {
      upper.write(`o${String(day)} `);
      lower.write(`u${String(day)} `);
    }
    upper.host.sync.edit('text', (doc) => doc.getText('t').delete(0, 3));
    lower.follow(upper.host.url, 'editor');
    await inStep();
    expect(lower.text()).toBe(upper.text());
    expect(vectorOf(lower)).toBe(vectorOf(upper));
    expect(lower.status('text')).toMatchObject({ pendingUpdates: 0, lastInStepAt: '2019-04-01T10:00:00Z' });
  });

  it('RPL1: while connected, what one writes reaches the other, also by clients of either', async () => {
    lower.follow(upper.host.url, 'editor');
    await inStep();
    const [above, below] = [
      connectOfficial(upper.host.url, 'text', 'moderator'),
      connectOfficial(lower.host.url, 'text', 'moderator'),
    ];
    await Promise.all([above.synced(), below.synced()]);
    above.write('Leit');
    await until(() => below.text === 'Leit');
    below.write('bild');
    await until(() => above.text === 'Leitbild');
    below.doc.getText('t').delete(0, 4);
    await until(() => above.text === 'bild');
    await inStep();
    expect(upper.text()).toBe('bild');
    above.destroy();
    below.destroy();
  });

  it('RPL2: only what the other lacks is sent', async () => {
    upper.write('x'.repeat(200_000));
    lower.follow(upper.host.url, 'editor');
    await inStep();
    lower.leave();
    lower.write('neu');
    const before = upper.workspace.rooms.size('text');
    lower.follow(upper.host.url, 'editor');
    await inStep();
    const after = upper.workspace.rooms.size('text');
    expect(after.tailBytes - before.tailBytes).toBeLessThan(100);
    expect(upper.text().endsWith('neu')).toBe(true);
  });

  it('RPL3: 10,000 changes made offline arrive within seconds, in messages that the other host takes', async () => {
    for (let index = 0; index < 10_000; index += 100) {
      lower.host.sync.edit('text', (doc) => {
        for (let edit = index; edit < index + 100; edit += 1)
          doc.getText('t').insert((edit * 7919) % (doc.getText('t').length + 1), `${String(edit)} `);
      });
    }
    const [started, edits] = [performance.now(), lower.text()];
    lower.follow(upper.host.url, 'editor');
    await inStep();
    expect(upper.text()).toBe(edits);
    expect(performance.now() - started).toBeLessThan(5000);
    expect(upper.host.sync.status().counts.gaps).toBe(0);
  });
});

describe('rights', () => {
  it('RPL4: a room that may only be read is mirrored, and what somebody writes in it here is not sent', async () => {
    upper.write('fest');
    lower.follow(upper.host.url, 'reader');
    await inStep();
    expect(lower.text()).toBe('fest');
    lower.write(' locker');
    await until(() => lower.status('text')?.setAside !== null && lower.status('text')?.state === 'in-step');
    expect(upper.text()).toBe('fest');
    expect(lower.text()).toBe('fest');
    expect(upper.host.log.filter((line) => line.includes('room-locked'))).toEqual([]);
    upper.write('er');
    await until(() => lower.text() === 'fester');
  });

  it('RPL4: a deletion in a room that may only be read is found, also when it was made offline', async () => {
    upper.write('fest');
    lower.follow(upper.host.url, 'reader');
    await inStep();
    lower.leave();
    lower.host.sync.edit('text', (doc) => doc.getText('t').delete(0, 1));
    lower.follow(upper.host.url, 'reader');
    await until(() => lower.refused.length === 1);
    await inStep();
    expect(lower.text()).toBe('fest');
  });

  it('RPL5: what may never be written is kept aside, the room put back, and everybody in it sent away', async () => {
    upper.write('gemeinsam');
    lower.follow(upper.host.url, 'reader');
    await inStep();
    lower.leave();
    lower.write(' allein');
    const window = connectOfficial(lower.host.url, 'text', 'moderator');
    await window.synced();
    lower.follow(upper.host.url, 'reader');
    expect(await window.ended()).toEqual({ code: 4405, reason: 'room-locked' });
    await inStep();
    expect(lower.history.some(({ state, reason }) => state === 'refused' && reason === 'room-locked')).toBe(
      true,
    );
    expect(lower.status('text')?.setAside).toEqual({
      ...{ id: 1, at: '2019-04-01T10:00:00Z', reason: 'room-locked' },
    });
    expect(lower.workspace.audit.list().at(-1)).toMatchObject({ action: 'changes-refused', subject: '1' });
    expect([upper.text(), lower.text()]).toEqual(['gemeinsam', 'gemeinsam']);
    const kept = new Doc();
    for (const copy of lower.refused) applyUpdate(kept, copy.state);
    expect(lower.refused).toHaveLength(1);
    expect(kept.getText('t').toJSON()).toBe('gemeinsam allein');
    expect(lower.workspace.verify().ok).toBe(true);
    window.destroy();
  });

  it('RPL14: what was written offline and meets a lock waits for the phase, while the room is mirrored', async () => {
    upper.write('gemeinsam');
    lower.follow(upper.host.url, 'editor');
    await inStep();
    lower.leave();
    lower.write(' allein');
    lower.host.sync.edit('text', (doc) => doc.getText('t').delete(0, 1));
    const window = connectOfficial(lower.host.url, 'text', 'moderator');
    await window.synced();
    lock();
    lower.follow(upper.host.url, 'editor');
    await until(() => lower.status('text')?.state === 'waiting');
    expect(lower.status('text')).toMatchObject({ reason: 'room-locked', lastInStepAt: null });
    upper.write('!');
    await until(() => window.text === 'emeinsam!' + ' allein' || window.text === 'emeinsam allein!');
    expect(lower.status('text')?.state).toBe('waiting');
    expect(upper.text()).toBe('gemeinsam!');
    unlock();
    await inStep();
    expect(upper.text()).toBe(lower.text());
    expect(upper.text()).toMatch(/^emeinsam(! allein| allein!)$/);
    expect([lower.refused, upper.host.log.filter((line) => line.includes('room-locked'))]).toEqual([[], []]);
    window.destroy();
  });

  it('RPL14: it waits over any number of locks and restarts, and is counted', async () => {
    lower.follow(upper.host.url, 'editor');
    await inStep();
    lock();
    await until(() => lower.host.sync.status().phase.text === 'locked');
    lower.write('eins ');
    await until(() => lower.status('text')?.state === 'waiting');
    lower.write('zwei ');
    expect(lower.status('text')?.pendingUpdates).toBe(2);
    lower.leave();
    lower.follow(upper.host.url, 'editor', { pendingIn: (room) => (room === 'text' ? 2 : 0) });
    expect(lower.status('text')?.pendingUpdates).toBe(2);
    await until(() => lower.status('text')?.state === 'waiting');
    unlock();
    await inStep();
    lock();
    await until(() => lower.host.sync.status().phase.text === 'locked');
    lower.write('drei');
    await until(() => lower.status('text')?.state === 'waiting');
    unlock();
    await inStep();
    expect([upper.text(), lower.refused]).toEqual(['eins zwei drei', []]);
  });

  it('RPL14: a write that crosses a lock is refused by the other host, tried again, and taken once it is open', async () => {
    lower.follow(upper.host.url, 'editor', { rooms: () => ['text'] });
    await inStep();
    lock();
    lower.write('zu früh');
    await until(() => lower.history.filter(({ reason }) => reason === 'room-locked').length > 4);
    expect([upper.text(), lower.text(), lower.refused]).toEqual(['', 'zu früh', []]);
    unlock();
    await inStep();
    expect(upper.text()).toBe('zu früh');
  });

  it('RPL16: what is too large for the other host is kept aside, and the room goes on', async () => {
    await upper.close();
    upper = await startReplicaHost(folder, 'upper2', { limits: { maxPayload: 50_000 } });
    lower.follow(upper.host.url, 'editor');
    await inStep();
    lower.write('x'.repeat(100_000));
    await until(() => lower.refused.length === 1);
    await inStep();
    expect(lower.status('text')?.setAside).toMatchObject({ id: 1, reason: 'too-large' });
    expect(lower.text()).toBe('');
    lower.write('klein');
    await until(() => upper.text() === 'klein');
  });

  it('RPL6: a room that is opened later is mirrored from then on', async () => {
    upper.write('Stimme', 'voices');
    lower.follow(upper.host.url, 'delegate');
    await inStep();
    expect(lower.status('voices')).toBeUndefined();
    upper.host.sync.edit('process', (doc) => writePhase(doc, { ...initialPhase, voices: 'everyone' }));
    await until(() => lower.status('voices')?.state === 'in-step');
    expect(lower.text('voices')).toBe('Stimme');
    upper.host.sync.edit('process', (doc) => writePhase(doc, initialPhase));
    await until(() => lower.status('voices')?.state === 'refused');
    upper.write('n', 'voices');
    upper.host.sync.edit('process', (doc) => writePhase(doc, { ...initialPhase, voices: 'everyone' }));
    await until(() => lower.text('voices') === 'Stimmen');
  });

  it.each(['revoked', 'token-expired'] as const)(
    'RPL7: %s ends it for good, with its reason',
    async (reason) => {
      lower.follow(upper.host.url, 'editor');
      await inStep();
      upper.host.sync.revoke('e', reason);
      await until(
        () => lower.status('text')?.state === 'refused' && lower.status('process')?.state === 'refused',
      );
      expect(lower.status('text')?.reason).toBe(reason);
      lower.write('hier geht es weiter');
      await new Promise((resolve) => setImmediate(resolve));
      expect(upper.host.sync.status().connections).toBe(0);
      expect(lower.status('text')?.pendingUpdates).toBe(1);
    },
  );

  it.each(['message-invalid', 'revoked'] as const)(
    'RPL17: what was ended for good by %s is tried again when somebody asks, and not before',
    async (reason) => {
      const replica = lower.follow(upper.host.url, 'editor');
      await inStep();
      upper.host.sync.revoke('e', reason);
      await until(() => replica.status().every(({ state }) => state === 'refused'));
      lower.write('von unten');
      upper.write('von oben ');
      replica.retry();
      // Asking twice is asking once.
      replica.retry();
      await until(() => replica.status().every((one) => one.state === 'in-step' && one.reason === null));
      await inStep();
      expect(lower.text()).toContain('von unten');
      expect(upper.text()).toBe(lower.text());
      expect(upper.host.sync.status().connections).toBe(replica.status().length);
      expect(lower.refused).toEqual([]);
    },
  );

  it('RPL7: an unknown token is refused at the beginning', async () => {
    lower.follow(upper.host.url, 'editor', {
      upstream: {
        url: upper.host.url,
        token: 'nobody',
        fingerprint: null,
        principal: { id: 'x', role: 'editor', institution: null },
      },
    });
    await until(() => lower.status('text')?.state === 'refused');
    expect(lower.status('text')?.reason).toBe('token-unknown');
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
      upper.host.sync.handleUpgrade(request, stream, head);
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const upstream = {
      url: `wss://127.0.0.1:${String(port)}/rooms`,
      token: 'editor',
      principal: { id: 'e', role: 'editor' as const, institution: null },
    };
    lower.follow('', 'editor', { upstream: { ...upstream, fingerprint: '0'.repeat(64) } });
    await until(() => lower.status('process')?.reason === 'certificate-unexpected');
    expect(lower.status('process')?.state).toBe('offline');
    expect(upgrades).toBe(0);
    lower.leave();
    upper.write('sicher');
    lower.follow('', 'editor', { upstream: { ...upstream, fingerprint } });
    await inStep();
    expect(lower.text()).toBe('sicher');
    lower.leave();
    server.close();
  });
});

describe('interruptions', () => {
  it('RPL15: a host that has too much to do is tried again', async () => {
    await upper.close();
    upper = await startReplicaHost(folder, 'upper2', { limits: { maxConnectionsPerPrincipal: 1 } });
    const other = connectOfficial(upper.host.url, 'text', 'editor');
    await other.synced();
    lower.follow(upper.host.url, 'editor', { rooms: () => ['text'] });
    await until(() => lower.history.filter(({ reason }) => reason === 'rate-limited').length > 2);
    expect(lower.status('text')?.state).not.toBe('refused');
    lower.write('kommt an');
    other.destroy();
    await inStep();
    expect(upper.text()).toBe('kommt an');
  });

  it('RPL13: where our file takes no writes, nothing counts as received, and it is fetched when it does again', async () => {
    await lower.close();
    lower = await startReplicaHost(folder, 'lower2', { limits: { probeAfter: 20, probeAtMost: 20 } });
    lower.follow(upper.host.url, 'editor');
    await inStep();
    const { path } = lower.workspace;
    renameSync(path, `${path}.away`);
    upper.write('kommt an');
    await until(() => lower.status('text')?.reason === 'storage-failed');
    expect(lower.host.sync.status().storageFailure).not.toBeNull();
    expect(lower.text()).toBe('');
    renameSync(`${path}.away`, path);
    await until(() => lower.text() === 'kommt an');
    await inStep();
    expect(lower.refused).toEqual([]);
  });

  it('RPL8: it comes back by itself when the other host does, and nobody loses anything', async () => {
    lower.follow(upper.host.url, 'editor');
    await inStep();
    const { port } = upper.host;
    const { workspace } = upper;
    await upper.host.close();
    await until(() => lower.status('text')?.state === 'offline');
    lower.write('a');
    lower.write('b');
    expect(lower.status('text')?.pendingUpdates).toBe(2);
    upper = await startReplicaHost(folder, 'upper', { port, workspace });
    await inStep();
    expect(upper.text()).toBe('ab');
  });

  it('RPL8: a room that left the memory meanwhile is brought along', async () => {
    await lower.close();
    lower = await startReplicaHost(folder, 'lower2', { limits: { unloadAfter: 1 } });
    lower.follow(upper.host.url, 'editor');
    await inStep();
    for (const word of ['eins ', 'zwei ', 'drei ']) {
      lower.write(word);
      await until(() => upper.text().endsWith(word));
      await until(() => lower.host.sync.status().rooms.length === 0);
      upper.write('und ');
      await until(() => lower.text() === upper.text());
      await until(() => lower.host.sync.status().rooms.length === 0);
    }
    expect(upper.text()).toBe('eins und zwei und drei und ');
  });
});
