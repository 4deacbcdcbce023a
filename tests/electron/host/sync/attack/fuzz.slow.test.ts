import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { encodeStateVector } from 'yjs';
import type { Workspace } from '../../../../../electron/host/workspace/workspace.ts';
import { made } from '../../../../support/filled-workspace.ts';
import { connectOfficial } from '../official-client.ts';
import { startHost, until, type SyncHost } from '../sync-host.ts';
import { badPaths, badProtocols, brokenFrame, clientFrame, createFrameMaker } from './bad-frames.ts';
import { contains, type Dice } from './restless-editor.ts';

const SEED = Number(process.env['LEITBILD_SEED'] ?? 20080617);
const FRAMES = Number(process.env['LEITBILD_FRAMES'] ?? 100_000);
const ATTACKERS = 32;
const HEAP_LIMIT = 80 << 20;
const rooms = ['text', 'text', 'process', 'contacts', 'voices', 'contributions/verein-1'] as const;
const tokens = ['editor', 'editor2', 'reader', 'delegate', 'delegate2'] as const;

let folder = '';
let workspace: Workspace;
let host: SyncHost;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'fuzz-'));
  workspace = made(join(folder, 'a.leitbild'));
  const rate = { messagesPerSecond: 1e6, messageBurst: 1e6, connectsPerSecond: 1e6, connectBurst: 1e6 };
  host = await startHost(workspace, { limits: { ...rate, closeWithin: 500 } });
});
afterEach(async () => {
  await host.close();
  workspace.close();
  rmSync(folder, { recursive: true, force: true });
});

function diceOf(seed: number): Dice {
  let state = 1 + ((seed * 7919) % 2147483646);
  return (below) => {
    state = (state * 48271) % 2147483647;
    return Math.floor((state / 2147483647) * below);
  };
}

function heapAfterCollection(): number {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  collect();
  collect();
  return process.memoryUsage().heapUsed;
}

/** Says all of it at once and waits until the host has hung up. */
function assault(path: string, protocols: string, frames: readonly Buffer[]): Promise<void> {
  return new Promise((resolve) => {
    const socket = connect(host.port, '127.0.0.1');
    socket.on('error', () => undefined);
    socket.on('close', () => resolve());
    socket.on('end', () => socket.end());
    socket.resume();
    const lines = [
      `GET ${path} HTTP/1.1`,
      'Host: 127.0.0.1',
      'Upgrade: websocket',
      'Connection: Upgrade',
      'Sec-WebSocket-Version: 13',
      'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
      `Sec-WebSocket-Protocol: ${protocols}`,
    ];
    socket.write(Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`), ...frames]));
  });
}

it('ATK2: bad frames by the hundred thousand neither stop the host nor cost it memory, nor an honest pair a letter', async () => {
  process.stdout.write(`seed ${String(SEED)}, ${String(FRAMES)} frames\n`);
  const unhandled: unknown[] = [];
  const note = (reason: unknown): void => void unhandled.push(reason);
  process.on('unhandledRejection', note);
  const dice = diceOf(SEED);
  const pairs = (['text', 'process'] as const).map((room) =>
    [0, 1].map(() => connectOfficial(host.url, room, 'moderator')),
  );
  const honest = pairs.flat();
  await Promise.all(honest.map((client) => client.synced()));
  const victims = honest.map(({ doc }) => doc.clientID);
  const maker = createFrameMaker(dice, victims);
  const close = clientFrame(Uint8Array.of(3, 232), 8);
  let sent = 0;
  let written = 0;

  const attackOnce = async (): Promise<void> => {
    const room = rooms[dice(rooms.length)] ?? 'text';
    const token = tokens[dice(tokens.length)] ?? 'reader';
    const mayWrite = room === 'text' && token.startsWith('editor');
    const frames = Array.from({ length: dice(9) }, () =>
      clientFrame(mayWrite && dice(8) === 0 ? maker.honest() : maker.harmless()),
    );
    frames.push(dice(30) === 0 ? brokenFrame(dice) : clientFrame(maker.bad()));
    // Frames after a refused one are not read, so each assault has one of these, at its end.
    sent += frames.length;
    const path = dice(40) === 0 ? (badPaths[dice(badPaths.length)] ?? '/') : `/rooms/${room}`;
    const protocols = dice(40) === 0 ? (badProtocols[dice(badProtocols.length)] ?? '') : `leitbild, ${token}`;
    await assault(path, protocols, [...frames, close]);
    if (dice(12) === 0) {
      const writer = honest[dice(honest.length)];
      written += 1;
      const numbers = writer?.doc.getArray<number>('honest');
      numbers?.insert(dice(numbers.length + 1), [written]);
    }
  };
  async function attackUntil(frames: number): Promise<void> {
    const limit = Math.min(frames, FRAMES);
    await Promise.all(
      Array.from({ length: ATTACKERS }, async () => {
        while (sent < limit) await attackOnce();
      }),
    );
  }

  const begun = performance.now();
  await attackUntil(FRAMES / 10);
  const before = heapAfterCollection();
  await attackUntil(FRAMES);
  const after = heapAfterCollection();
  const seconds = (performance.now() - begun) / 1000;
  process.stdout.write(
    `${seconds.toFixed(1)} s, ${String(written)} honest edits, heap ${(before / 2 ** 20).toFixed(0)} → ${(after / 2 ** 20).toFixed(0)} MiB; closed ${JSON.stringify([...host.sync.status().counts.closed])}\n`,
  );

  for (const [first, second] of pairs) {
    if (first === undefined || second === undefined) throw new Error('no pair');
    await until(() => Buffer.from(encodeStateVector(first.doc)).equals(encodeStateVector(second.doc)));
    const file = workspace.rooms.load(first.provider.roomname === 'text' ? 'text' : 'process');
    expect(contains(file, first.doc) && contains(first.doc, file)).toBe(true);
    expect(contains(second.doc, file)).toBe(true);
    expect(first.closes).toEqual([]);
  }
  const all = pairs.flatMap(([one]) => one?.doc.getArray<number>('honest').toArray() ?? []);
  expect(all.toSorted((a, b) => a - b)).toEqual(Array.from({ length: written }, (_, index) => index + 1));
  expect(workspace.rooms.load('process').share.has('junk')).toBe(false);
  for (const room of ['contacts', 'voices'] as const)
    expect(workspace.rooms.size(room)).toMatchObject({ updates: 0 });
  expect(after - before).toBeLessThan(HEAP_LIMIT);
  expect(host.log.filter((line) => line.startsWith('message not handled'))).toEqual([]);
  expect(host.sync.status().counts.reloads).toBe(0);
  expect(unhandled).toEqual([]);
  expect(workspace.verify()).toMatchObject({ ok: true });
  for (const client of honest) client.destroy();
  await until(() => host.sync.status().connections === 0);
  process.off('unhandledRejection', note);
}, 400_000);
