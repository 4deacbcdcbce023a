import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { Doc } from 'yjs';
import type { Workspace } from '../../../../../electron/host/workspace/workspace.ts';
import { made } from '../../../../support/filled-workspace.ts';
import { connectOfficial } from '../official-client.ts';
import { awareness, connectRaw, isStep2, step1 } from '../raw-client.ts';
import { startHost, until, type SyncHost } from '../sync-host.ts';

let folder = '';
let workspace: Workspace;
let host: SyncHost;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'squat-'));
  workspace = made(join(folder, 'a.leitbild'));
  host = await startHost(workspace, { limits: { closeWithin: 200 } });
});
afterEach(async () => {
  await host.close();
  workspace.close();
  rmSync(folder, { recursive: true, force: true });
});

it('ATK3: a reader who takes the id of an editor that is away keeps nobody from coming back with offline work', async () => {
  const editor = connectOfficial(host.url, 'text', 'editor');
  await editor.synced();
  editor.write('vorher');
  await until(() => workspace.rooms.load('text').getText('t').toJSON() === 'vorher');
  editor.provider.disconnect();
  await until(() => host.sync.status().connections === 0);
  editor.write(' und offline');

  const squatter = await connectRaw(host.url, 'text', 'reader');
  squatter.send(awareness([editor.doc.clientID, 1e9, { name: 'forged' }]));
  squatter.send(step1(new Doc()));
  await squatter.next(isStep2);

  const closesBefore = editor.closes.length;
  editor.provider.connect();
  const stored = (): string => workspace.rooms.load('text').getText('t').toJSON();
  await until(() => stored() === 'vorher und offline' || editor.closes.length > closesBefore);
  expect(editor.closes.slice(closesBefore)).toEqual([]);
  expect(stored()).toBe('vorher und offline');

  squatter.destroy();
  editor.destroy();
});
