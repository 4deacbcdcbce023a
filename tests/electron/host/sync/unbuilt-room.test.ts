import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { applyUpdate, Doc, encodeStateAsUpdate, encodeStateVector } from 'yjs';
import type { Workspace } from '../../../../electron/host/workspace/workspace.ts';
import { closeCodes } from '../../../../shared/host/close-reasons.ts';
import { made, opened } from '../../../support/filled-workspace.ts';
import { connectOfficial, type OfficialClient } from './official-client.ts';
import {
  bodyOf,
  connectRaw,
  isStep1,
  isStep2,
  isUpdate,
  step1,
  update,
  type RawClient,
} from './raw-client.ts';
import { startHost, until, type SyncHost } from './sync-host.ts';

let folder = '';
let path = '';
let workspace: Workspace;
let host: SyncHost;
const author = new Doc();
const ends: (() => void)[] = [];

/** A file whose text is a snapshot of half a megabyte and a tail with an insertion and a deletion. */
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'unbuilt-'));
  path = join(folder, 'a.leitbild');
  const text = author.getText('t');
  if (text.length === 0) text.insert(0, 'Leitbild '.repeat(60_000));
  workspace = made(path);
  workspace.rooms.append('text', encodeStateAsUpdate(author));
  workspace.rooms.compact('text');
  const before = encodeStateVector(author);
  text.insert(9, 'und ');
  workspace.rooms.append('text', encodeStateAsUpdate(author, before));
  text.delete(0, 9);
  workspace.rooms.append('text', encodeStateAsUpdate(author, encodeStateVector(author)));
  host = await startHost(workspace);
});
afterEach(async () => {
  for (const end of ends.splice(0)) end();
  await host.close();
  workspace.close();
  rmSync(folder, { recursive: true, force: true });
});

async function raw(token: string): Promise<RawClient> {
  const client = await connectRaw(host.url, 'text', token);
  ends.push(() => client.destroy());
  return client;
}
function official(token: string, doc = new Doc()): OfficialClient {
  const client = connectOfficial(host.url, 'text', token, { doc });
  ends.push(() => client.destroy());
  return client;
}
const whole = (): string => author.getText('t').toJSON();

it('SYN30: the first in a large room is answered before the room is built, and lacks nothing with his step 2', async () => {
  const first = await raw('reader');
  first.send(step1(new Doc()));
  await first.next(isStep2);
  const mine = new Doc();
  for (const received of first.messages)
    if (isStep2(received) || isUpdate(received)) applyUpdate(mine, bodyOf(received));
  expect(mine.getText('t').toJSON()).toBe(whole());
  await first.next(isStep1);
  expect(first.messages.findIndex(isStep1)).toBeGreaterThan(first.messages.findIndex(isStep2));
  const second = await raw('reader');
  await second.next(isStep1);
  expect(second.messages.filter(isStep1)).toHaveLength(1);
});

it('SYN30: who says nothing is asked what he has all the same', async () => {
  const silent = await raw('reader');
  const asked = bodyOf(await silent.next(isStep1));
  expect(Buffer.from(asked)).toEqual(Buffer.from(encodeStateVector(author)));
});

it('SYN30: offline work of those who come at once reaches everybody', async () => {
  const offline = new Doc();
  applyUpdate(offline, encodeStateAsUpdate(author));
  offline.getText('t').insert(0, 'Unterwegs: ');
  const [ben, anna] = [official('moderator'), official('editor', offline)];
  await until(() => ben.text.startsWith('Unterwegs: ') && ben.text.length === whole().length + 11);
  expect(ben.text).toBe(anna.text);
  expect(workspace.rooms.load('text').getText('t').toJSON()).toBe(anna.text);
});

it('SYN30: a word that comes before any question is judged against the whole room', async () => {
  const doc = new Doc();
  applyUpdate(doc, encodeStateAsUpdate(author));
  const before = encodeStateVector(doc);
  doc.getText('t').insert(0, 'Zuerst ');
  const [editor, reader, witness] = [await raw('editor'), await raw('reader'), await raw('moderator')];
  reader.send(update(encodeStateAsUpdate(doc, before)));
  expect(await reader.closed).toEqual({ code: closeCodes['room-locked'], reason: 'room-locked' });
  editor.send(update(encodeStateAsUpdate(doc, before)));
  await witness.next(isUpdate);
  expect(workspace.rooms.load('text').getText('t').toJSON()).toBe(doc.getText('t').toJSON());
});

it('SYN30: a damaged snapshot is sent to nobody', async () => {
  await host.close();
  workspace.rooms.compact('text');
  workspace.close();
  const bytes = readFileSync(path);
  const damage = (at: number): void => {
    if (at < 0) return;
    bytes[at] = 0x6c;
    damage(bytes.indexOf('Leitbild Leitbild', at + 1000));
  };
  damage(bytes.indexOf('Leitbild Leitbild'));
  writeFileSync(path, bytes);
  workspace = opened(path);
  host = await startHost(workspace);
  const client = await raw('reader');
  client.send(step1(new Doc()));
  expect(await client.closed).toEqual({ code: closeCodes['storage-failed'], reason: 'storage-failed' });
  expect(client.messages.some((received) => isStep2(received) || isUpdate(received))).toBe(false);
});
