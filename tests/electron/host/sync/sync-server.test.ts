import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Workspace } from '../../../../electron/host/workspace/workspace.ts';
import { initialPhase, writePhase } from '../../../../shared/rooms/phase-room.ts';
import { made } from '../../../support/filled-workspace.ts';
import { connectOfficial, type OfficialClient } from './official-client.ts';
import { startHost, until, type SyncHost } from './sync-host.ts';

let folder = '';
let workspace: Workspace;
let host: SyncHost;
let clients: OfficialClient[] = [];
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sync-'));
  workspace = made(join(folder, 'a.leitbild'));
  host = await startHost(workspace, { limits: { unloadAfter: 20 } });
});
afterEach(async () => {
  for (const client of clients) client.destroy();
  clients = [];
  await host.close();
  workspace.close();
  rmSync(folder, { recursive: true, force: true });
});

function client(token: string, room = 'text'): OfficialClient {
  const made = connectOfficial(host.url, room, token);
  clients.push(made);
  return made;
}

describe('official providers', () => {
  it('SYN1: two writers and a reader edit together, and the file holds it', async () => {
    const [anna, ben, reader] = [client('moderator'), client('editor'), client('reader')];
    await Promise.all([anna.synced(), ben.synced(), reader.synced()]);
    anna.write('Leit');
    await until(() => ben.text === 'Leit');
    ben.write('bild');
    await until(() => anna.text === 'Leitbild' && reader.text === 'Leitbild');
    expect(workspace.rooms.load('text').getText('t').toJSON()).toBe('Leitbild');
  });

  it('SYN2: a lock in mid-session refuses the writer who goes on, and nothing of it reaches file or others', async () => {
    const [anna, ben] = [client('moderator'), client('editor')];
    await Promise.all([anna.synced(), ben.synced()]);
    anna.write('fest');
    await until(() => ben.text === 'fest');
    host.sync.edit('process', (doc) => writePhase(doc, { ...initialPhase, text: 'locked' }));
    ben.write(' locker');
    expect(await ben.ended()).toEqual({ code: 4405, reason: 'room-locked' });
    expect(anna.text).toBe('fest');
    expect(workspace.rooms.load('text').getText('t').toJSON()).toBe('fest');
  });
});
