import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { afterEach, beforeEach, expect, it, onTestFinished } from 'vitest';
import { encodeStateVector, type Text } from 'yjs';
import type { Workspace } from '../../../../../electron/host/workspace/workspace.ts';
import { made, opened } from '../../../../support/filled-workspace.ts';
import { connectOfficial, type OfficialClient } from '../official-client.ts';
import { startHost, until, type SyncHost } from '../sync-host.ts';
import type { Dice } from './restless-editor.ts';

const SEED = Number(process.env['LEITBILD_SEED'] ?? 2008);
const ROUNDS = 12;

let folder = '';
let workspace: Workspace;
let host: SyncHost;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'format-'));
  workspace = made(join(folder, 'a.leitbild'));
  host = await startHost(workspace, { limits: { closeWithin: 200 } });
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

/** Formats, takes formats away, deletes and inserts at random places. */
function restyle(text: Text, dice: Dice): void {
  const from = dice(text.length);
  const length = Math.min(text.length - from, 1 + dice(6));
  const choice = dice(10);
  if (text.length < 10 || choice === 0) text.insert(from, 'wort ');
  else if (choice <= 2) text.delete(from, length);
  else text.format(from, length, { [dice(2) === 0 ? 'bold' : 'italic']: dice(3) === 0 ? null : true });
}

it('ATK7: a reader whose Yjs tidies up formats by itself is not taken for a writer, before or after a new start', async () => {
  process.stdout.write(`seed ${String(SEED)}\n`);
  const dice = diceOf(SEED);
  const connect = (token: string): OfficialClient => {
    const client = connectOfficial(host.url, 'text', token);
    client.provider.maxBackoffTime = 20;
    onTestFinished(() => client.destroy());
    return client;
  };
  const [anna, ben, reader] = [connect('editor'), connect('editor2'), connect('reader')];
  const all = [anna, ben, reader];
  await Promise.all(all.map((client) => client.synced()));
  anna.write('Ein Text, an dem zwei zugleich etwas fett und kursiv setzen wollen.');
  const same = (): boolean => {
    const [first, ...others] = all.map(({ doc }) => Buffer.from(encodeStateVector(doc)));
    const delta = JSON.stringify(anna.doc.getText('t').toDelta());
    return (
      others.every((vector) => first?.equals(vector)) &&
      all.every(({ doc }) => JSON.stringify(doc.getText('t').toDelta()) === delta)
    );
  };
  await until(same);
  for (let round = 0; round < ROUNDS; round += 1) {
    const apart = dice(3) === 0;
    if (apart) ben.provider.disconnect();
    for (let step = 0; step < 20; step += 1) {
      const writer = dice(2) === 0 ? anna : ben;
      restyle(writer.doc.getText('t'), dice);
      if (dice(4) === 0) await new Promise((resolve) => setImmediate(resolve));
    }
    if (apart) ben.provider.connect();
    if (dice(2) === 0) {
      const { port } = host;
      await host.close();
      workspace.close();
      workspace = opened(join(folder, 'a.leitbild'));
      host = await startHost(workspace, { limits: { closeWithin: 200 }, port });
    }
    await until(() => all.every(({ provider }) => provider.synced || !provider.shouldConnect));
    expect(reader.closes.filter(({ code }) => code >= 4000)).toEqual([]);
    await until(() => same() || reader.closes.some(({ code }) => code >= 4000));
  }
  expect(all.flatMap(({ closes }) => closes).filter(({ code }) => code >= 4000)).toEqual([]);
}, 60_000);
