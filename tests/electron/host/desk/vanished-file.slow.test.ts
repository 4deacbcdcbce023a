import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { WebSocket } from 'ws';
import { certificatePathOf } from '../../../../electron/host/listeners/defaults.ts';
import { httpTransport } from '../../../../electron/host/replica/http-transport.ts';
import { createApiClient } from '../../../../shared/api/client.ts';
import type { OpenedWorkspace } from '../../../../shared/api/desk-contract.ts';
import { readEvent, type HostEvent } from '../../../../shared/api/events.ts';
import { writeHeader } from '../../../../shared/rooms/text-room.ts';
import { startDesk, type TestDesk } from '../../../support/desk.ts';
import { opened, valueOf } from '../../../support/filled-workspace.ts';
import { connectOfficial, type OfficialClient } from '../sync/official-client.ts';

/** A window on a new file: its text room by the official provider, its events, its calls. */
async function windowOn(desk: TestDesk, path: string) {
  const file: OpenedWorkspace = valueOf(
    await desk.api('desk.create', { path, profile: 'standard', title: 'Vorher', municipality: '' }),
  );
  const client: OfficialClient = connectOfficial(
    `${file.url.replace('http', 'ws')}/rooms`,
    'text',
    file.secret,
  );
  onTestFinished(() => client.destroy());
  await client.synced();
  const events = new WebSocket(`${file.url.replace('http', 'ws')}/events`, ['leitbild', file.secret]);
  await once(events, 'open');
  const heard = (type: HostEvent['type']): Promise<HostEvent> =>
    new Promise((resolve) => {
      events.on('message', (data: Buffer) => {
        const event = readEvent(JSON.parse(data.toString('utf8')));
        if (event?.type === type) resolve(event);
      });
    });
  const title = (text: string): void =>
    writeHeader(client.doc, { title: text, subtitle: '', municipality: '' });
  return { file, client, heard, title, api: createApiClient(httpTransport(file.url, file.secret)) };
}

function titleIn(path: string): string {
  const workspace = opened(path);
  const title = workspace.rooms.load('text').getMap('header').get('title');
  expect(workspace.verify()).toMatchObject({ ok: true });
  workspace.close();
  return String(title);
}

/** Settles once a file is open. */
async function opening(desk: TestDesk, path: string): Promise<OpenedWorkspace> {
  for (;;) {
    const found = desk.workspaces.list().find((one) => one.path === path);
    if (found !== undefined) return found;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

test('DSK4: a deleted file is told at once; saved again under its name it goes on, with what could not be stored', async () => {
  const desk = await startDesk();
  const path = join(desk.documents, 'a.leitbild');
  const { file, client, heard, title, api } = await windowOn(desk, path);
  const failed = heard('storage-failed');
  for (const name of readdirSync(desk.documents)) rmSync(join(desk.documents, name));
  expect(await failed).toEqual({ type: 'storage-failed', code: 'workspace-missing' });
  expect(await api('host.status', {})).toMatchObject({
    value: { storage: 'failed', storageFailure: 'workspace-missing' },
  });
  title('Nach dem Löschen geschrieben');

  const back = new Promise<void>((resolve) => {
    client.provider.on('sync', (synced: boolean) => {
      if (synced && existsSync(path)) resolve();
    });
  });
  expect(await api('workspace.saveCopy', { path: null, goOnThere: true })).toEqual({
    ok: true,
    value: { path, goesOn: true },
  });
  await back;
  expect(desk.workspaces.list()).toMatchObject([{ path, url: file.url, secret: file.secret }]);
  await desk.close();
  expect(titleIn(path)).toBe('Nach dem Löschen geschrieben');
});

test('DSK4: a file that another was put in the place of is left alone; the work goes on beside it', async () => {
  const desk = await startDesk();
  const path = join(desk.documents, 'a.leitbild');
  const { client, heard, title, api } = await windowOn(desk, path);
  title('Gesichert');
  const failed = heard('storage-failed');
  const other = join(desk.folder, 'fremd');
  writeFileSync(other, 'etwas anderes');
  renameSync(other, path);
  expect(await failed).toMatchObject({ code: 'workspace-missing' });
  title('Danach');
  expect(await api('workspace.saveCopy', { path, goOnThere: false })).toMatchObject({
    error: { code: 'workspace-exists' },
  });
  expect(
    await api('workspace.saveCopy', { path: join(desk.documents, 'b.doc'), goOnThere: false }),
  ).toMatchObject({
    error: { code: 'argument-invalid' },
  });
  const beside = join(desk.documents, 'a 2.leitbild');
  const back = new Promise<void>((resolve) => {
    client.provider.on('sync', (synced: boolean) => {
      if (synced && desk.workspaces.has(beside)) resolve();
    });
  });
  expect(await api('workspace.saveCopy', { path: null, goOnThere: true })).toMatchObject({
    value: { path: beside },
  });
  await back;
  await desk.close();
  expect(titleIn(beside)).toBe('Danach');
  expect(() => opened(path)).toThrow('workspace-foreign');
});

test.each([false, true])(
  'NET17: guests of a shared file go on in the copy under the address that they have (TLS: %s)',
  async (tls) => {
    const desk = await startDesk();
    const path = join(desk.documents, 'a.leitbild');
    const { file, api } = await windowOn(desk, path);
    const shared = valueOf(await api('sharing.start', { port: null, tls }));
    for (const name of readdirSync(desk.documents)) rmSync(join(desk.documents, name));
    const target = join(desk.documents, 'gerettet.leitbild');
    valueOf(await api('workspace.saveCopy', { path: target, goOnThere: true }));
    const moved = await opening(desk, target);
    expect(moved.url).toBe(file.url);
    expect(valueOf(await api('sharing.status', {}))).toEqual(shared);
    valueOf(await api('sharing.stop', {}));
  },
);

test('NET17: where sharing cannot go on in the copy, its window is told', async () => {
  const desk = await startDesk();
  const { api } = await windowOn(desk, join(desk.documents, 'a.leitbild'));
  valueOf(await api('sharing.start', { port: null, tls: true }));
  const target = join(desk.documents, 'b.leitbild');
  // What lies there is not overwritten, so the certificate that guests have seen has no place.
  writeFileSync(certificatePathOf(target), 'etwas anderes');
  valueOf(await api('workspace.saveCopy', { path: target, goOnThere: true }));
  await opening(desk, target);
  expect(valueOf(await api('sharing.status', {}))).toMatchObject({ state: 'off', lost: true });
  expect(readFileSync(certificatePathOf(target), 'utf8')).toBe('etwas anderes');
});

test('a copy of a sound file holds all that is stored, opens by itself, and the file goes on', async () => {
  const desk = await startDesk();
  const path = join(desk.documents, 'a.leitbild');
  const { file, api } = await windowOn(desk, path);
  const copy = join(desk.documents, 'kopie.leitbild');
  expect(await api('workspace.saveCopy', { path: copy, goOnThere: false })).toMatchObject({
    value: { path: copy, goesOn: false },
  });
  expect(titleIn(copy)).toBe('Vorher');
  expect(desk.workspaces.list()).toMatchObject([{ path, url: file.url }]);
  expect(readdirSync(desk.documents).filter((name) => name.startsWith('kopie'))).toEqual(['kopie.leitbild']);
});
