import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Doc, encodeStateVector } from 'yjs';
import type { Role } from '../../../../../shared/rights/rights.ts';
import { initialPhase } from '../../../../../shared/rooms/phase-room.ts';
import { startCopiedHost, startKilledHost, type CrashingHost } from './crashing-host.ts';
import { contains, createAuditor, createRestlessEditor, type Dice } from './restless-editor.ts';

const SEED = Number(process.env['LEITBILD_SEED'] ?? 20191105);
const ROUNDS = Number(process.env['LEITBILD_ROUNDS'] ?? 200);
/** One round in so many kills a process of its own, which takes far longer. */
const KILL_ONE_IN = 10;
const STEPS = 24;
const editorRoles: readonly Role[] = ['editor', 'moderator', 'reader'];

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'siege-'));
  // The official provider warns of each refusal.
  vi.spyOn(console, 'warn').mockReturnValue();
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true, force: true });
});

/** Lehmer's generator, stirred by a seed. */
function diceOf(seed: number): Dice {
  let state = 1 + ((seed * 7919) % 2147483646);
  return (below) => {
    state = (state * 48271) % 2147483647;
    return Math.floor((state / 2147483647) * below);
  };
}

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

async function within(ms: number, condition: () => boolean): Promise<boolean> {
  const end = performance.now() + ms;
  while (!condition()) {
    if (performance.now() > end) return false;
    await turn();
  }
  return true;
}

const sameState = (one: Doc, other: Doc): boolean => contains(one, other) && contains(other, one);

/** One life of a room: everybody edits, leaves, comes back; roles and phases change; the host crashes. */
async function playRound(
  host: CrashingHost,
  dice: Dice,
  name: string,
): Promise<{ crashes: number; received: number }> {
  const received = new Doc();
  const names = ['anna', 'ben', 'chris'];
  const editors = names.map((token) => createRestlessEditor(host.url, token, received));
  let auditor = await createAuditor(host.url, 'audit');
  let crashes = 0;
  const confirmed: Doc[] = [];
  const inspect = (file: Doc): void => {
    crashes += 1;
    confirmed.push(auditor.confirmed());
    expect(contains(file, received), `${name}: what somebody had received is in the file`).toBe(true);
    for (const doc of confirmed)
      expect(contains(file, doc), `${name}: what was confirmed is in the file`).toBe(true);
  };
  try {
    for (let step = 0; step < STEPS; step += 1) {
      const who = dice(names.length);
      const editor = editors[who];
      const token = names[who];
      if (editor === undefined || token === undefined) throw new Error('nobody');
      const choice = dice(24);
      if (choice < 12) editor.edit(dice);
      else if (choice < 15) auditor.write(dice);
      else if (choice < 17) editor.client.provider.disconnect();
      else if (choice < 20) editor.client.provider.connect();
      else if (choice === 20) host.setRole(token, editorRoles[dice(3)] ?? 'reader');
      else if (choice === 21) {
        host.setPhase({ ...initialPhase, text: 'locked' });
        const before = host.stored();
        editor.edit(dice);
        for (let turns = dice(30); turns > 0; turns -= 1) await turn();
        const after = host.stored();
        if (before !== null && after !== null)
          expect(sameState(before, after), `${name}: nothing reaches a locked text`).toBe(true);
        host.setPhase(initialPhase);
      } else if (choice === 22 || step === STEPS - 1) {
        await host.crash(inspect);
        auditor.destroy();
        auditor = await createAuditor(host.url, 'audit');
      }
      for (let turns = dice(60); turns > 0; turns -= 1) await turn();
    }
    for (const editor of editors) editor.client.provider.connect();
    const converged = await within(10_000, () => {
      const [first, ...others] = editors.map(({ client }) => client);
      if (first === undefined || !first.provider.synced) return false;
      const vector = Buffer.from(encodeStateVector(first.doc));
      return others.every(
        ({ provider, doc, text }) =>
          provider.synced && text === first.text && vector.equals(encodeStateVector(doc)),
      );
    });
    const states = editors.map(({ client }) => `${String(client.provider.synced)} ${client.text}`);
    expect(converged, `${name}: everybody has the same text: ${states.join(' | ')}`).toBe(true);
    await host.crash((file) => {
      inspect(file);
      for (const { client } of editors)
        expect(contains(file, client.doc), `${name}: the file has all of it`).toBe(true);
    });
    return { crashes, received: received.getText('t').length };
  } finally {
    auditor.destroy();
    for (const editor of editors) editor.destroy();
  }
}

it('ATK1: clients converge through crashes, lost connections, locks and changes of roles, and what was confirmed or seen is on disk', async () => {
  process.stdout.write(`seed ${String(SEED)}, ${String(ROUNDS)} rounds\n`);
  let crashes = 0;
  let received = 0;
  let kills = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const place = mkdtempSync(join(folder, 'r-'));
    const dice = diceOf(SEED + round);
    const isKilled = round % KILL_ONE_IN === KILL_ONE_IN - 1;
    const roles = {
      anna: 'moderator',
      ben: 'editor',
      chris: editorRoles[dice(3)] ?? 'reader',
      audit: 'editor',
    } as const;
    const host = await (isKilled ? startKilledHost : startCopiedHost)(place, roles);
    try {
      const result = await playRound(host, dice, `seed ${String(SEED)}, round ${String(round)}`);
      crashes += result.crashes;
      received += result.received;
      if (isKilled) kills += result.crashes;
    } finally {
      await host.close();
    }
    rmSync(place, { recursive: true, force: true });
  }
  process.stdout.write(
    `${String(crashes)} crashes, ${String(kills)} of them by kill -9; ${String(received)} letters received\n`,
  );
  expect(crashes).toBeGreaterThanOrEqual(ROUNDS);
  expect(received).toBeGreaterThan(ROUNDS);
}, 600_000);
