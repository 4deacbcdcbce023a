import fc from 'fast-check';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { made, opened } from '../../../support/filled-workspace.ts';
import { until } from '../sync/sync-host.ts';
import { startReplicaHost, type ReplicaHost } from './replica-host.ts';

const SEED = 20140101;
const script = new URL('host-process.ts', import.meta.url).pathname;
let folder = '';
let stop: (() => Promise<unknown>)[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'replica-kill-'));
});
afterEach(async () => {
  for (const end of stop.reverse()) await end();
  stop = [];
  rmSync(folder, { recursive: true, force: true });
});

function run(...parameters: readonly string[]): ChildProcess & { readonly stdout: NodeJS.ReadableStream } {
  return spawn(process.execPath, [script, ...parameters], { stdio: ['ignore', 'pipe', 'inherit'] });
}
async function kill(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}
const inStep = (follower: ReplicaHost): Promise<void> =>
  until(() => {
    const status = follower.status('text');
    return status?.state === 'in-step' && status.pendingUpdates === 0;
  });
const words = (text: string): readonly string[] =>
  text
    .split(' ')
    .filter((word) => word !== '')
    .sort();

it('RPL9: the other host is killed again and again while we write; nothing is lost or doubled', async () => {
  const path = join(folder, 'upper.leitbild');
  made(path).close();
  const lower = await startReplicaHost(folder, 'lower');
  stop.push(() => lower.close());
  let port = 0;
  let written = 0;
  for (const moment of fc.sample(fc.integer({ min: 1, max: 60 }), { seed: SEED, numRuns: 8 })) {
    const upper = run(path, String(port));
    for await (const line of createInterface({ input: upper.stdout })) {
      port = Number(line.replace('port ', ''));
      break;
    }
    if (lower.replica === null) lower.follow(`ws://127.0.0.1:${String(port)}/rooms`, 'editor');
    await until(() => lower.status('text')?.state === 'in-step');
    for (let turn = 0; turn < moment; turn += 1) {
      lower.write(`${String(written)} `);
      written += 1;
      if (turn % 3 === 0) await new Promise((resolve) => setImmediate(resolve));
    }
    await kill(upper);
    await until(() => lower.status('text')?.state !== 'in-step');
  }
  lower.leave();
  const upper = await startReplicaHost(folder, 'upper', { workspace: opened(path) });
  stop.push(() => upper.close());
  lower.follow(upper.host.url, 'editor');
  await inStep(lower);
  const all = Array.from({ length: written }, (_, index) => String(index)).sort();
  expect(words(upper.text()), `seed ${String(SEED)}`).toEqual(all);
  expect(lower.text()).toBe(upper.text());
});

it('RPL9: we are killed again and again while both write; both go on where they were', async () => {
  const path = join(folder, 'lower.leitbild');
  made(path).close();
  const upper = await startReplicaHost(folder, 'upper');
  stop.push(() => upper.close());
  const confirmed: string[] = [];
  for (const [round, moment] of fc
    .sample(fc.integer({ min: 1, max: 150 }), { seed: SEED, numRuns: 8 })
    .entries()) {
    const lower = run(path, upper.host.url, `r${String(round)}-`);
    let lines = 0;
    for await (const line of createInterface({ input: lower.stdout })) {
      if (line.startsWith('wrote ')) confirmed.push(line.slice(6));
      lines += 1;
      if (lines % 10 === 0) {
        const word = `u${String(round)}-${String(lines)}`;
        upper.write(`${word} `);
        confirmed.push(word);
      }
      if (lines === moment) lower.kill('SIGKILL');
    }
    if (lower.exitCode === null && lower.signalCode === null) await once(lower, 'exit');
  }
  const lower = await startReplicaHost(folder, 'lower', { workspace: opened(path) });
  stop.push(() => lower.close());
  lower.follow(upper.host.url, 'editor');
  await inStep(lower);
  expect(lower.text()).toBe(upper.text());
  const found = words(upper.text());
  expect(new Set(found).size).toBe(found.length);
  for (const word of confirmed) expect(found, `seed ${String(SEED)}`).toContain(word);
  expect(lower.workspace.verify().ok).toBe(true);
});
