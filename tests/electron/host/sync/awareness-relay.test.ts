import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { createAwarenessRelay } from '../../../../electron/host/sync/awareness-relay.ts';
import { loadRoom, type Member } from '../../../../electron/host/sync/live-room.ts';
import { defaultSyncLimits } from '../../../../electron/host/sync/sync-limits.ts';
import { roles, type Role } from '../../../../shared/rights/rights.ts';
import { made } from '../../../support/filled-workspace.ts';
import { message } from './raw-client.ts';

it('SYN24: presence is sent together, and the more there is of it, the rarer, with nothing but the last state lost', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'presence-'));
  const workspace = made(join(folder, 'a.leitbild'));
  let sent: { bytes: number; last: Buffer } = { bytes: 0, last: Buffer.of() };
  let told: () => void = () => undefined;
  const members = Array.from({ length: 40 }, (_, index): Member => ({
    principal: { id: `p${String(index)}`, role: 'reader', institution: null },
    right: () => 'read',
    send(frame) {
      sent = { bytes: sent.bytes + frame.length, last: frame };
      told();
    },
    close: () => undefined,
    acknowledge: () => undefined,
  }));
  const owners = { show: () => true, mayWrite: () => false, write: () => undefined };
  const now = (): number => performance.now();
  const room = loadRoom({ workspace, limits: defaultSyncLimits, owners, now }, 'text');
  for (const member of members) room.enter(member);
  const relay = createAwarenessRelay({ rooms: [room], expiresAfter: 30_000 });
  onTestFinished(() => {
    relay.close();
    room.destroy();
    workspace.close();
    rmSync(folder, { recursive: true, force: true });
  });
  /** Everybody shows a caret; returns once that is told. */
  const everybodyMoves = async (clock: number): Promise<void> => {
    const isTold = new Promise<void>((resolve) => (told = resolve));
    for (const [index, member] of members.entries()) {
      const state = JSON.stringify({ clock, padding: 'x'.repeat(1900) });
      room.awareness.receive(member, message(1, index, clock, state));
    }
    relay.schedule(room);
    await isTold;
  };
  await everybodyMoves(1);
  const { bytes } = sent;
  expect(bytes).toBeGreaterThan(3_000_000);
  const begun = performance.now();
  const second = everybodyMoves(2);
  const third = everybodyMoves(3);
  await Promise.race([second, third]);
  // 8 MB/s, and some play for timers.
  expect(performance.now() - begun).toBeGreaterThan(bytes / 8000 - 20);
  expect(sent.last.includes('"clock":3')).toBe(true);
  expect(sent.last.includes('"clock":2')).toBe(false);
});

it('nobody but moderation says what the projector shows to the whole room', () => {
  const folder = mkdtempSync(join(tmpdir(), 'presence-'));
  const workspace = made(join(folder, 'a.leitbild'));
  const member = (role: Role): Member => ({
    principal: { id: role, role, institution: null },
    right: () => 'read',
    send: () => undefined,
    close: () => undefined,
    acknowledge: () => undefined,
  });
  const owners = { show: () => true, mayWrite: () => false, write: () => undefined };
  const room = loadRoom({ workspace, limits: defaultSyncLimits, owners, now: () => 0 }, 'text');
  onTestFinished(() => {
    room.destroy();
    workspace.close();
    rmSync(folder, { recursive: true, force: true });
  });
  // As large as can be, so that no moderator could ever say something later.
  const projector = { nodeId: 'k1', at: Number.MAX_VALUE };
  for (const [client, role] of roles.entries()) {
    const state = JSON.stringify({ user: { name: role }, projector });
    room.awareness.receive(member(role), message(1, client, 1, state));
  }
  expect(room.awareness.states().map(({ state }) => state)).toEqual(
    roles.map((role) => ({ user: { name: role }, ...(role === 'moderator' && { projector }) })),
  );
  expect(room.awareness.everybody()?.toString('latin1').split('projector')).toHaveLength(2);
});
