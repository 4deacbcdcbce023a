import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import Database from 'better-sqlite3';
import { expect, it, onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import { Doc } from 'yjs';
import { freezeAside, verifyAside } from '../../../../electron/host/aside/work-aside.ts';
import { httpTransport } from '../../../../electron/host/replica/http-transport.ts';
import { createApiClient } from '../../../../shared/api/client.ts';
import { fixedPorts, frozenEdition, made, opened, valueOf } from '../../../support/filled-workspace.ts';
import { startHost } from '../../../support/live-host.ts';
import { temporaryFolder } from '../../../support/run-cli.ts';

const copies = (): readonly string[] =>
  readdirSync(tmpdir()).filter((name) => name.startsWith(`leitbild-aside-${String(process.pid)}-`));

it('JOB10: while a large file is proven and an edition frozen, people go on writing', async () => {
  const host = await startHost();
  for (let index = 0; index < 12; index += 1) {
    const previous = host.workspace.editions.list().at(-1)?.hash ?? null;
    valueOf(host.workspace.editions.insert(frozenEdition(`g${String(index)}`, previous, 2000)));
  }
  const begun = performance.now();
  const report = valueOf(host.workspace.verify());
  const blocked = performance.now() - begun;
  const connect = async (): Promise<WebsocketProvider> => {
    const provider = new WebsocketProvider(`${host.url.replace('http', 'ws')}/rooms`, 'text', new Doc(), {
      protocols: ['leitbild', host.invite('editor').token],
      WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
      disableBc: true,
    });
    onTestFinished(() => provider.destroy());
    await new Promise((resolve) => provider.once('sync', resolve));
    return provider;
  };
  const [writer, reader] = [await connect(), await connect()];
  let word = 0;
  /** How many words go from one to the other until the work is done, and how long the slowest takes. */
  const during = async (work: Promise<unknown>): Promise<{ words: number; slowest: number }> => {
    let done = false;
    void work.finally(() => (done = true));
    let [words, slowest] = [0, 0];
    while (!done) {
      const sentAt = performance.now();
      const arrived = new Promise((resolve) => reader.doc.once('update', resolve));
      writer.doc.getMap('header').set('subtitle', `Wort ${String((word += 1))}`);
      await arrived;
      slowest = Math.max(slowest, performance.now() - sentAt);
      words += 1;
    }
    return { words, slowest };
  };
  const api = createApiClient(httpTransport(host.url, host.secret));
  const verifying = api('workspace.verify', {});
  const proven = await during(verifying);
  expect(valueOf(await verifying)).toMatchObject({ assets: report.assets });
  expect(proven.words, `verify blocks for ${blocked.toFixed()} ms`).toBeGreaterThan(10);
  const freezing = api('editions.freeze', { label: '2020', adoption: null });
  const frozen = await during(freezing);
  expect(valueOf(await freezing)).toMatchObject({ label: '2020' });
  expect(frozen.words).toBeGreaterThan(10);
  expect(valueOf(await verifyAside(host.workspace)).editions.at(-1)?.label).toBe('2020');
  expect(copies()).toEqual([]);
}, 60_000);

it('JOB10: damage is told under the name of the file, and what was frozen meanwhile is not overrun', async () => {
  const path = `${temporaryFolder()}/a.leitbild`;
  const workspace = made(path);
  valueOf(workspace.editions.insert(frozenEdition('2008')));
  expect(await freezeAside(workspace, { label: '2020', adoption: null }, fixedPorts())).toMatchObject({
    error: { code: 'text-empty', details: { path } },
  });
  workspace.close();
  const raw = new Database(path);
  raw.exec('DROP TRIGGER editions_no_update');
  raw.exec("UPDATE editions SET content = x'7b7d'");
  raw.exec(
    "CREATE TRIGGER editions_no_update BEFORE UPDATE ON editions \n    BEGIN SELECT RAISE(ABORT, 'editions: rows are only ever added'); END",
  );
  raw.close();
  const damaged = opened(path);
  const direct = damaged.verify();
  expect(direct).toMatchObject({ error: { code: 'edition-changed' } });
  expect(await verifyAside(damaged)).toEqual(direct);
  damaged.close();
  expect(copies()).toEqual([]);
});
