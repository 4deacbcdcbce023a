import { describe, expect, it } from 'vitest';
import { applyUpdate, Doc } from 'yjs';
import { initialPhase, writePhase } from '../../../../shared/rooms/phase-room.ts';
import { connectOfficial } from '../sync/official-client.ts';
import { until } from '../sync/sync-host.ts';
import { startReplicaHost } from './replica-host.ts';
import { hostPair } from './host-pair.ts';

const { at, inStep, lock, unlock } = hostPair();

describe('rights', () => {
  it('RPL4: a room that may only be read is mirrored, and what somebody writes in it here is not sent', async () => {
    at.upper.write('fest');
    at.lower.follow(at.upper.host.url, 'reader');
    await inStep();
    expect(at.lower.text()).toBe('fest');
    at.lower.write(' locker');
    await until(
      () => at.lower.status('text')?.setAside !== null && at.lower.status('text')?.state === 'in-step',
    );
    expect(at.upper.text()).toBe('fest');
    expect(at.lower.text()).toBe('fest');
    expect(at.upper.host.log.filter((line) => line.includes('room-locked'))).toEqual([]);
    at.upper.write('er');
    await until(() => at.lower.text() === 'fester');
  });

  it('RPL4: a deletion in a room that may only be read is found, also when it was made offline', async () => {
    at.upper.write('fest');
    at.lower.follow(at.upper.host.url, 'reader');
    await inStep();
    at.lower.leave();
    at.lower.host.sync.edit('text', (doc) => doc.getText('t').delete(0, 1));
    at.lower.follow(at.upper.host.url, 'reader');
    await until(() => at.lower.refused.length === 1);
    await inStep();
    expect(at.lower.text()).toBe('fest');
  });

  it('RPL5: what may never be written is kept aside, the room put back, and everybody in it sent away', async () => {
    at.upper.write('gemeinsam');
    at.lower.follow(at.upper.host.url, 'reader');
    await inStep();
    at.lower.leave();
    at.lower.write(' allein');
    const window = connectOfficial(at.lower.host.url, 'text', 'moderator');
    await window.synced();
    at.lower.follow(at.upper.host.url, 'reader');
    expect(await window.ended()).toEqual({ code: 4405, reason: 'room-locked' });
    await inStep();
    expect(
      at.lower.history.some(({ state, reason }) => state === 'refused' && reason === 'room-locked'),
    ).toBe(true);
    expect(at.lower.status('text')?.setAside).toEqual({
      ...{ id: 1, at: '2019-04-01T10:00:00Z', reason: 'room-locked' },
    });
    expect(at.lower.workspace.audit.list().at(-1)).toMatchObject({ action: 'changes-refused', subject: '1' });
    expect([at.upper.text(), at.lower.text()]).toEqual(['gemeinsam', 'gemeinsam']);
    const kept = new Doc();
    for (const copy of at.lower.refused) applyUpdate(kept, copy.state);
    expect(at.lower.refused).toHaveLength(1);
    expect(kept.getText('t').toJSON()).toBe('gemeinsam allein');
    expect(at.lower.workspace.verify().ok).toBe(true);
    window.destroy();
  });

  it('RPL14: what was written offline and meets a lock waits for the phase, while the room is mirrored', async () => {
    at.upper.write('gemeinsam');
    at.lower.follow(at.upper.host.url, 'editor');
    await inStep();
    at.lower.leave();
    at.lower.write(' allein');
    at.lower.host.sync.edit('text', (doc) => doc.getText('t').delete(0, 1));
    const window = connectOfficial(at.lower.host.url, 'text', 'moderator');
    await window.synced();
    lock();
    at.lower.follow(at.upper.host.url, 'editor');
    await until(() => at.lower.status('text')?.state === 'waiting');
    expect(at.lower.status('text')).toMatchObject({ reason: 'room-locked', lastInStepAt: null });
    at.upper.write('!');
    await until(() => window.text === 'emeinsam!' + ' allein' || window.text === 'emeinsam allein!');
    expect(at.lower.status('text')?.state).toBe('waiting');
    expect(at.upper.text()).toBe('gemeinsam!');
    unlock();
    await inStep();
    expect(at.upper.text()).toBe(at.lower.text());
    expect(at.upper.text()).toMatch(/^emeinsam(! allein| allein!)$/);
    expect([at.lower.refused, at.upper.host.log.filter((line) => line.includes('room-locked'))]).toEqual([
      [],
      [],
    ]);
    window.destroy();
  });

  it('RPL14: it waits over any number of locks and restarts, and is counted', async () => {
    at.lower.follow(at.upper.host.url, 'editor');
    await inStep();
    lock();
    await until(() => at.lower.host.sync.status().phase.text === 'locked');
    at.lower.write('eins ');
    await until(() => at.lower.status('text')?.state === 'waiting');
    at.lower.write('zwei ');
    expect(at.lower.status('text')?.pendingUpdates).toBe(2);
    at.lower.leave();
    at.lower.follow(at.upper.host.url, 'editor', { pendingIn: (room) => (room === 'text' ? 2 : 0) });
    expect(at.lower.status('text')?.pendingUpdates).toBe(2);
    await until(() => at.lower.status('text')?.state === 'waiting');
    unlock();
    await inStep();
    lock();
    await until(() => at.lower.host.sync.status().phase.text === 'locked');
    at.lower.write('drei');
    await until(() => at.lower.status('text')?.state === 'waiting');
    unlock();
    await inStep();
    expect([at.upper.text(), at.lower.refused]).toEqual(['eins zwei drei', []]);
  });

  it('RPL14: a write that crosses a lock is refused by the other host, tried again, and taken once it is open', async () => {
    at.lower.follow(at.upper.host.url, 'editor', { rooms: () => ['text'] });
    await inStep();
    lock();
    at.lower.write('zu früh');
    await until(() => at.lower.history.filter(({ reason }) => reason === 'room-locked').length > 4);
    expect([at.upper.text(), at.lower.text(), at.lower.refused]).toEqual(['', 'zu früh', []]);
    unlock();
    await inStep();
    expect(at.upper.text()).toBe('zu früh');
  });

  it('RPL16: what is too large for the other host is kept aside, and the room goes on', async () => {
    await at.upper.close();
    at.upper = await startReplicaHost(at.folder, 'upper2', { limits: { maxPayload: 50_000 } });
    at.lower.follow(at.upper.host.url, 'editor');
    await inStep();
    at.lower.write('x'.repeat(100_000));
    await until(() => at.lower.refused.length === 1);
    await inStep();
    expect(at.lower.status('text')?.setAside).toMatchObject({ id: 1, reason: 'too-large' });
    expect(at.lower.text()).toBe('');
    at.lower.write('klein');
    await until(() => at.upper.text() === 'klein');
  });

  it('RPL6: a room that is opened later is mirrored from then on', async () => {
    at.upper.write('Stimme', 'voices');
    at.lower.follow(at.upper.host.url, 'delegate');
    await inStep();
    expect(at.lower.status('voices')).toBeUndefined();
    at.upper.host.sync.edit('process', (doc) => writePhase(doc, { ...initialPhase, voices: 'everyone' }));
    await until(() => at.lower.status('voices')?.state === 'in-step');
    expect(at.lower.text('voices')).toBe('Stimme');
    at.upper.host.sync.edit('process', (doc) => writePhase(doc, initialPhase));
    await until(() => at.lower.status('voices')?.state === 'refused');
    at.upper.write('n', 'voices');
    at.upper.host.sync.edit('process', (doc) => writePhase(doc, { ...initialPhase, voices: 'everyone' }));
    await until(() => at.lower.text('voices') === 'Stimmen');
  });

  it.each(['revoked', 'token-expired'] as const)(
    'RPL7: %s ends it for good, with its reason',
    async (reason) => {
      at.lower.follow(at.upper.host.url, 'editor');
      await inStep();
      at.upper.host.sync.revoke('e', reason);
      await until(
        () => at.lower.status('text')?.state === 'refused' && at.lower.status('process')?.state === 'refused',
      );
      expect(at.lower.status('text')?.reason).toBe(reason);
      at.lower.write('hier geht es weiter');
      await new Promise((resolve) => setImmediate(resolve));
      expect(at.upper.host.sync.status().connections).toBe(0);
      expect(at.lower.status('text')?.pendingUpdates).toBe(1);
    },
  );

  it.each(['message-invalid', 'revoked'] as const)(
    'RPL17: what was ended for good by %s is tried again when somebody asks, and not before',
    async (reason) => {
      const replica = at.lower.follow(at.upper.host.url, 'editor');
      await inStep();
      at.upper.host.sync.revoke('e', reason);
      await until(() => replica.status().every(({ state }) => state === 'refused'));
      at.lower.write('von unten');
      at.upper.write('von oben ');
      replica.retry();
      // Asking twice is asking once.
      replica.retry();
      await until(() => replica.status().every((one) => one.state === 'in-step' && one.reason === null));
      await inStep();
      expect(at.lower.text()).toContain('von unten');
      expect(at.upper.text()).toBe(at.lower.text());
      expect(at.upper.host.sync.status().connections).toBe(replica.status().length);
      expect(at.lower.refused).toEqual([]);
    },
  );

  it('RPL7: an unknown token is refused at the beginning', async () => {
    at.lower.follow(at.upper.host.url, 'editor', {
      upstream: {
        url: at.upper.host.url,
        token: 'nobody',
        fingerprint: null,
        principal: { id: 'x', role: 'editor', institution: null },
      },
    });
    await until(() => at.lower.status('text')?.state === 'refused');
    expect(at.lower.status('text')?.reason).toBe('token-unknown');
  });
});
