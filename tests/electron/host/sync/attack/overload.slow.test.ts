import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, onTestFinished } from 'vitest';
import { Doc, encodeStateAsUpdate, XmlElement, type XmlFragment } from 'yjs';
import type { SyncLimits } from '../../../../../electron/host/sync/sync-limits.ts';
import type { Workspace } from '../../../../../electron/host/workspace/workspace.ts';
import { made, opened } from '../../../../support/filled-workspace.ts';
import { connectOfficial, type OfficialClient } from '../official-client.ts';
import { connectRaw, isStep1, message, update, type MessagePart, type RawClient } from '../raw-client.ts';
import { startHost, until, type SyncHost } from '../sync-host.ts';

let folder = '';
let workspace: Workspace;
let host: SyncHost;
const start = async (limits: Partial<SyncLimits>): Promise<void> => {
  host = await startHost(workspace, { limits: { closeWithin: 200, ...limits } });
};
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'overload-'));
  workspace = made(join(folder, 'a.leitbild'));
});
afterEach(async () => {
  await host.close();
  workspace.close();
  rmSync(folder, { recursive: true, force: true });
});

async function raw(token: string): Promise<RawClient> {
  const client = await connectRaw(host.url, 'text', token);
  onTestFinished(() => client.destroy());
  await client.next(isStep1);
  return client;
}
async function honest(): Promise<OfficialClient> {
  const client = connectOfficial(host.url, 'text', 'moderator');
  onTestFinished(() => client.destroy());
  await client.synced();
  return client;
}
const stored = (): string => workspace.rooms.load('text').getText('t').toJSON();

/** Insertions by one client, all at the beginning of a text and none beside another. */
const pile = (client: number, amount: number): Uint8Array =>
  update(
    message(1, amount, client, 0, ...Array.from({ length: amount }, () => [4, 1, 'pile', 'x']).flat(), 0),
  );

/** Elements of one client, each in the one before, from a clock on. */
function nest(from: number, amount: number): Uint8Array {
  const parts: MessagePart[] = [1, amount, 5, from];
  for (let clock = from; clock < from + amount; clock += 1)
    parts.push(7, ...(clock === 0 ? [1, 'nest'] : [0, 5, clock - 1]), 3, 'a');
  return update(message(...parts, 0));
}

it('ATK5: an update that keeps Yjs busy is given up, its sender runs out of time, and the others go on', async () => {
  await start({ applyWithin: 1000, workBurst: 900, workPerSecond: 1 });
  const anna = await honest();
  anna.write('da');
  await until(() => stored() === 'da');
  const helper = await raw('editor2');
  helper.send(pile(5, 20_000));
  await until(() => workspace.rooms.size('text').tailBytes > 100_000);
  const attacker = await raw('editor');
  attacker.send(pile(12, 20_000));
  expect((await attacker.closed).reason).toBe('message-invalid');
  anna.write(' und weiter');
  await until(() => stored() === 'da und weiter');
  const second = await raw('editor');
  second.send(pile(14, 20_000));
  expect((await second.closed).reason).toBe('rate-limited');
  expect(workspace.rooms.load('text').getText('pile').length).toBe(20_000);
  expect(anna.closes).toEqual([]);
});

it('ATK6: shared types that are nested too deeply are refused, in one message or in many, and the room can be read', async () => {
  await start({});
  const anna = await honest();
  const attacker = await raw('editor');
  attacker.send(nest(0, 60));
  await until(() => workspace.rooms.load('text').getXmlFragment('nest').length === 1);
  attacker.send(nest(60, 60));
  expect((await attacker.closed).reason).toBe('too-large');
  const again = await raw('editor2');
  // The same by standing beside what is deep already, and backwards by two clients.
  again.send(update(message(1, 1, 6, 0, 7, 0, 5, 59, 3, 'a', 0)));
  again.send(update(message(1, 2, 6, 1, 7, 0, 6, 0, 3, 'a', 7, 0, 6, 1, 3, 'a', 0)));
  again.send(update(message(1, 1, 6, 3, [0x87], 6, 2, 3, 'a', 0)));
  const chain: MessagePart[] = [2, 40, 9, 0];
  for (let clock = 0; clock < 40; clock += 1) chain.push(7, 0, 8, clock, 3, 'a');
  chain.push(40, 8, 0, 7, 0, 6, 3, 3, 'a');
  for (let clock = 1; clock < 40; clock += 1) chain.push(7, 0, 9, clock - 1, 3, 'a');
  again.send(update(message(...chain, 0)));
  expect((await again.closed).reason).toBe('too-large');
  anna.write('weiter');
  await until(() => stored() === 'weiter');
  await host.close();
  workspace.close();
  workspace = opened(join(folder, 'a.leitbild'));
  await start({});
  expect(stored()).toBe('weiter');
  expect(host.sync.status().counts.reloads).toBe(0);
});

it('ATK6: a text as deep as the schema allows, and deeper, is taken', async () => {
  await start({});
  const editor = await raw('editor');
  const doc = new Doc();
  let parent: XmlFragment = doc.getXmlFragment('x');
  for (let depth = 0; depth < 60; depth += 1) {
    const element = new XmlElement('a');
    parent.insert(0, [element, new XmlElement('b')]);
    parent = element;
  }
  editor.send(update(encodeStateAsUpdate(doc)));
  const written = (room: Doc): string => room.getXmlFragment('x').toJSON();
  await until(() => written(workspace.rooms.load('text')) !== '');
  expect(written(workspace.rooms.load('text'))).toBe(written(doc));
});

it('ATK8: a room holds only so many structs and clients, however short they are, and what is merged counts once', async () => {
  await start({ maxRoomStructs: 2000, maxRoomClients: 50 });
  const anna = await honest();
  anna.write('x'.repeat(20_000));
  for (let letter = 0; letter < 3000; letter += 1) anna.write('y');
  await until(() => stored().length === 23_000);
  const attacker = await raw('editor');
  attacker.send(pile(5, 1500));
  await until(() => workspace.rooms.load('text').getText('pile').length === 1500);
  attacker.send(pile(6, 1500));
  expect((await attacker.closed).reason).toBe('too-large');
  const second = await raw('editor2');
  const many = Array.from({ length: 60 }, (_, index) => [1, 100 + index, 0, 4, 1, 'many', 'x']).flat();
  second.send(update(message(60, ...many, 0)));
  expect((await second.closed).reason).toBe('too-large');
  anna.write('!');
  await until(() => stored().endsWith('!'));
});
