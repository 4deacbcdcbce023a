import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { LiveHostOptions } from '../../../../electron/host/live-host.ts';
import { windowLimits } from '../../../../electron/host/api/window-services.ts';
import type { InvitationId } from '../../../../shared/ids/ids.ts';
import { pictureBytes, valueOf } from '../../../support/filled-workspace.ts';
import { connectClient, type HostClient } from '../../../support/host-client.ts';
import { startHost, type TestHost } from '../../../support/live-host.ts';

const MINUTE = 60_000;
const uploads = {
  ...windowLimits.uploads,
  ...{ fileBytes: 10_000, allBytes: 32_000, bytesPerPrincipal: 25_000, perPrincipal: 3 },
};

/** A host whose temporary files lie in a folder of its own. */
async function startWithSpool(options: Partial<LiveHostOptions> = {}): Promise<TestHost & { spool: string }> {
  const spool = mkdtempSync(join(tmpdir(), 'spool-test-'));
  onTestFinished(() => rmSync(spool, { recursive: true, force: true }));
  const host = await startHost({ temporaryFolder: spool, limits: { window: { uploads } }, ...options });
  return { ...host, spool };
}

async function joinAs(
  host: TestHost,
  role: Parameters<TestHost['invite']>[0],
): Promise<HostClient & { readonly id: InvitationId }> {
  const { id, token } = host.invite(role);
  const client = await connectClient(host, token);
  onTestFinished(() => client.close());
  return { ...client, id };
}

function filesIn(folder: string): readonly string[] {
  // By what the folder says: a file that is being removed can no longer be asked itself.
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name, parentPath }) => relative(folder, join(parentPath, name)));
}

async function codeOf(answer: Response): Promise<unknown> {
  const body = (await answer.json()) as { error?: { code: string } };
  return [answer.status, body.error?.code];
}

/** Exports the edition of 2008 and gives the id of its download. */
async function exported(client: HostClient): Promise<string> {
  const source = { kind: 'edition', label: '2008' } as const;
  const { job } = valueOf(await client.call('export.start', { source, format: 'json' }));
  const result = valueOf(await client.ended(job));
  if (result.kind !== 'file') throw new Error('an export gives a file');
  return result.download;
}

describe('uploads', () => {
  it('TRF1: moderation alone sends files; nothing of what others send is stored', async () => {
    const host = await startWithSpool();
    for (const role of ['editor', 'delegate', 'reader'] as const) {
      const client = await joinAs(host, role);
      const answer = await client.fetch('/uploads', { method: 'POST', body: 'Leitbild' });
      expect(await codeOf(answer)).toEqual([403, 'call-not-allowed']);
    }
    const moderator = await joinAs(host, 'moderator');
    const bare = await moderator.fetch('/uploads', { method: 'POST', body: 'x', bare: true });
    expect(await codeOf(bare)).toEqual([401, 'token-missing']);
    expect(await codeOf(await moderator.fetch('/uploads'))).toEqual([405, 'method-not-allowed']);
    expect(filesIn(host.spool)).toEqual([]);
    expect(valueOf(await moderator.upload('Leitbild'))).toMatchObject({ bytes: 8 });
    const [path = ''] = filesIn(host.spool);
    expect(statSync(join(host.spool, path)).mode & 0o777).toBe(0o600);
    expect(statSync(join(host.spool, path, '..')).mode & 0o777).toBe(0o700);
  });

  it('TRF2: what is too large, too many or broken off is refused and leaves nothing behind', async () => {
    const host = await startWithSpool();
    const client = await joinAs(host, 'moderator');
    const large = await client.fetch('/uploads', { method: 'POST', body: Buffer.alloc(10_001) });
    expect(await codeOf(large)).toEqual([413, 'request-too-large']);
    const chunked = new ReadableStream<Uint8Array>({
      pull(controller) {
        controller.enqueue(new Uint8Array(4_000));
      },
    });
    const endless = client.fetch('/uploads', { method: 'POST', body: chunked, duplex: 'half' });
    // The host answers and hangs up; which of both the client sees first is up to the network.
    const told = await endless.then(codeOf, () => 'cut off');
    expect(['cut off', JSON.stringify([413, 'request-too-large'])]).toContain(
      typeof told === 'string' ? told : JSON.stringify(told),
    );
    expect(filesIn(host.spool)).toEqual([]);
    for (let count = 0; count < 2; count += 1) valueOf(await client.upload(Buffer.alloc(10_000)));
    expect(await client.upload(Buffer.alloc(9_000))).toMatchObject({ error: { code: 'transfers-full' } });
    valueOf(await client.upload(Buffer.alloc(1_000)));
    expect(await client.upload('x')).toMatchObject({ error: { code: 'transfers-full' } });
    expect(filesIn(host.spool)).toHaveLength(3);
  });

  it('TRF7: one moderator cannot take all the room from the others, nor can all together take more than there is', async () => {
    const host = await startWithSpool();
    const [one, two] = [await joinAs(host, 'moderator'), await joinAs(host, 'moderator')];
    const full = { error: { code: 'transfers-full' } };
    // At once, so that what is on its way counts too.
    const atOnce = await Promise.all([1, 2, 3].map(() => one.upload(Buffer.alloc(10_000))));
    const taken = atOnce.filter(({ ok }) => ok).length;
    expect(taken).toBeLessThanOrEqual(2);
    for (let count = taken; count < 2; count += 1) valueOf(await one.upload(Buffer.alloc(10_000)));
    expect(await one.upload(Buffer.alloc(6_000))).toMatchObject(full);
    valueOf(await two.upload(Buffer.alloc(10_000)));
    expect(await two.upload(Buffer.alloc(3_000))).toMatchObject(full);
    valueOf(await two.upload(Buffer.alloc(2_000)));
    expect(filesIn(host.spool)).toHaveLength(4);
  });

  it('TRF2: a connection that breaks off in the middle leaves nothing behind', async () => {
    const host = await startWithSpool();
    const { token } = host.invite('moderator');
    const { port } = new URL(host.url);
    const socket = connect(Number(port), '127.0.0.1');
    socket.write(
      `POST /uploads HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\nauthorization: Bearer ${token}\r\ncontent-length: 5000\r\n\r\n${'x'.repeat(4_000)}`,
    );
    const isThere = (): boolean => filesIn(host.spool).length > 0;
    while (!isThere()) await new Promise((resolve) => setImmediate(resolve));
    socket.destroy();
    while (isThere()) await new Promise((resolve) => setImmediate(resolve));
    expect(host.logged.join('\n')).not.toContain('unexpected');
  });

  it('TRF3: uploads and results go when they expire, when their owner may no longer be here, and at the end', async () => {
    const host = await startWithSpool();
    const [one, two] = [await joinAs(host, 'moderator'), await joinAs(host, 'moderator')];
    const { upload } = valueOf(await one.upload('eins'));
    valueOf(await two.upload('zwei'));
    const download = await exported(two);
    const name = { name: 'a.txt' };
    expect(await two.call('import.plan', { upload, ...name })).toMatchObject({
      error: { code: 'upload-unknown' },
    });
    host.clock.milliseconds += 11 * MINUTE;
    host.look();
    expect(await codeOf(await two.fetch(`/downloads/${download}`))).toEqual([404, 'download-unknown']);
    const again = await exported(two);
    const before = filesIn(host.spool).length;
    valueOf(await one.call('invitations.revoke', { invitation: two.id }));
    while (filesIn(host.spool).length > before - 2) await new Promise((resolve) => setImmediate(resolve));
    expect(await codeOf(await two.fetch(`/downloads/${again}`))).toEqual([401, 'token-revoked']);
    host.clock.milliseconds += 31 * MINUTE;
    expect(await one.call('import.plan', { upload, ...name })).toMatchObject({
      error: { code: 'upload-unknown' },
    });
    valueOf(await one.upload('drei'));
    valueOf(await host.close());
    expect(filesIn(host.spool)).toEqual([]);
  });

  it('TRF3: what a killed host has left is removed by the next, and nothing else', async () => {
    const spool = mkdtempSync(join(tmpdir(), 'spool-test-'));
    onTestFinished(() => rmSync(spool, { recursive: true, force: true }));
    // No process has this number on Linux, where the highest is 2^22.
    for (const name of [
      'leitbild-spool-99999999-dead',
      `leitbild-spool-${String(process.pid)}-own`,
      'other',
    ]) {
      mkdirSync(join(spool, name));
    }
    const host = await startHost({ temporaryFolder: spool });
    const client = await joinAs(host, 'moderator');
    valueOf(await client.upload('x'));
    expect(existsSync(join(spool, 'leitbild-spool-99999999-dead'))).toBe(false);
    expect(existsSync(join(spool, `leitbild-spool-${String(process.pid)}-own`))).toBe(true);
    expect(existsSync(join(spool, 'other'))).toBe(true);
  });
});

describe('downloads', () => {
  it('TRF4: a result is for the one who asked: by token as often as wanted, by the bare link once', async () => {
    const host = await startWithSpool();
    const [reader, other] = [await joinAs(host, 'reader'), await joinAs(host, 'moderator')];
    const download = await exported(reader);
    const path = `/downloads/${download}`;
    expect(download).toMatch(/^[\w-]{43}$/);
    expect(await codeOf(await other.fetch(path))).toEqual([404, 'download-unknown']);
    for (let time = 0; time < 2; time += 1) {
      const answer = await reader.fetch(path);
      expect(Buffer.from(await answer.arrayBuffer())).toEqual(
        Buffer.from(valueOf(host.workspace.editions.canonicalBytes('2008'))),
      );
    }
    expect((await reader.fetch(path, { bare: true })).status).toBe(200);
    expect(await codeOf(await reader.fetch(path, { bare: true }))).toEqual([404, 'download-unknown']);
    expect((await reader.fetch(path)).status).toBe(200);
    for (const wrong of [
      `/downloads/${'A'.repeat(43)}`,
      '/downloads/',
      `${path}/x`,
      '/downloads/../../etc/passwd',
    ]) {
      expect((await reader.fetch(wrong)).status).toBe(404);
    }
    expect(await codeOf(await reader.fetch(path, { method: 'POST' }))).toEqual([405, 'method-not-allowed']);
  });

  it('TRF4: type and name fit, in UTF-8, and a browser is told to save it and to run nothing of it', async () => {
    const host = await startWithSpool();
    const client = await joinAs(host, 'moderator');
    const answer = await client.fetch(`/downloads/${await exported(client)}`);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'application/json',
      'content-disposition': `attachment; filename="Leitbild 2008.json"; filename*=UTF-8''Leitbild%202008.json`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
      'content-security-policy': expect.stringContaining("default-src 'none'") as string,
    });
  });

  it('TRF5: the oldest results of somebody make room for new ones', async () => {
    const host = await startWithSpool({
      limits: { window: { downloads: { ...windowLimits.downloads, perPrincipal: 2 } } },
    });
    const client = await joinAs(host, 'reader');
    const ids = [await exported(client), await exported(client), await exported(client)];
    const found = await Promise.all(ids.map(async (id) => (await client.fetch(`/downloads/${id}`)).status));
    expect(found).toEqual([404, 200, 200]);
    expect(filesIn(host.spool)).toHaveLength(2);
  });

  it('TRF7: nobody holds more results than his share: his own oldest go, also where there is room', async () => {
    const bytesPerPrincipal = 1;
    const downloads = { ...windowLimits.downloads, bytesPerPrincipal };
    const host = await startWithSpool({ limits: { window: { downloads } } });
    const [one, two] = [await joinAs(host, 'reader'), await joinAs(host, 'reader')];
    const ids = [await exported(one), await exported(one)];
    const other = await exported(two);
    const found = await Promise.all(ids.map(async (id) => (await one.fetch(`/downloads/${id}`)).status));
    expect(found).toEqual([404, 200]);
    expect((await two.fetch(`/downloads/${other}`)).status).toBe(200);
  });

  it('EXP1: everyone invited may have an edition; the draft is given out by moderation alone', async () => {
    const host = await startWithSpool();
    const draft = { source: { kind: 'draft' }, format: 'md' } as const;
    for (const role of ['editor', 'delegate', 'reader'] as const) {
      const client = await joinAs(host, role);
      expect(await client.call('export.start', draft)).toMatchObject({ error: { code: 'call-not-allowed' } });
      expect(await exported(client)).toMatch(/./);
    }
    const moderator = await joinAs(host, 'moderator');
    const { job } = valueOf(await moderator.call('export.start', draft));
    expect(valueOf(await moderator.ended(job))).toMatchObject({
      kind: 'file',
      name: 'Leitbild ENTWURF 2019-05-01.md',
      mediaType: 'text/markdown; charset=utf-8',
    });
    const source = { kind: 'edition', label: '1999' } as const;
    expect(await moderator.call('export.start', { source, format: 'pdf' })).toMatchObject({
      error: { code: 'edition-unknown' },
    });
  });
});

it('TRF6: pictures are for everyone invited, as what their bytes are, and an SVG can do nothing', async () => {
  const host = await startWithSpool();
  const svg = Buffer.from(
    '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"><rect width="8" height="8"/></svg>',
  );
  valueOf(host.workspace.assets.put({ bytes: svg, name: 'a.svg', alternativeText: 'Quadrat' }));
  const reader = await joinAs(host, 'reader');
  for (const [bytes, type] of [
    [pictureBytes, 'image/png'],
    [svg, 'image/svg+xml'],
  ] as const) {
    const path = `/assets/${createHash('sha256').update(bytes).digest('hex')}`;
    expect(await codeOf(await reader.fetch(path, { bare: true }))).toEqual([401, 'token-missing']);
    const answer = await reader.fetch(path);
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(bytes);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': type,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    });
  }
  expect(await codeOf(await reader.fetch(`/assets/${'0'.repeat(64)}`))).toEqual([404, 'asset-unknown']);
});
