import { once } from 'node:events';
import { rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import { httpTransport } from '../../../electron/host/replica/http-transport.ts';
import { createApiClient } from '../../../shared/api/client.ts';
import { opened } from '../../support/filled-workspace.ts';
import { startHost } from '../../support/live-host.ts';
import { canMount, mountSmallDisk } from '../../support/small-disk.ts';

it.skipIf(!canMount())(
  'API20: while the disk is full, calls that write fail with their code, all are told, and it recovers by itself',
  async () => {
    const disk = mountSmallDisk(4096);
    onTestFinished(() => disk.unmount());
    const host = await startHost({ limits: { sync: { probeAfter: 20, probeAtMost: 40 } } }, disk.folder);
    const api = createApiClient(httpTransport(host.url, host.secret));
    const reader = host.invite('reader');
    const events = new WebSocket(`${host.url.replace('http', 'ws')}/events`, ['leitbild', reader.token]);
    await once(events, 'open');
    const before = host.invitations.list();
    const told = once(events, 'message');

    const { bavail, bsize } = statfsSync(disk.folder);
    writeFileSync(join(disk.folder, 'ballast'), Buffer.alloc(bavail * bsize));
    const phase = { text: 'locked', contributions: 'closed', voices: 'moderation' } as const;
    expect(await api('phase.set', phase)).toMatchObject({ error: { code: 'disk-full' } });
    const late = await api('invitations.create', {
      role: 'reader',
      institution: null,
      expiresAt: '2028-01-01T00:00:00Z',
    });
    expect(late).toMatchObject({ error: { code: 'disk-full', details: { path: 'a.leitbild' } } });
    expect(host.invitations.list()).toEqual(before);
    expect(await api('phase.get', {})).toMatchObject({ value: { text: 'open' } });
    host.clock.milliseconds += 120_000;
    const asReader = createApiClient(httpTransport(host.url, reader.token));
    expect(await asReader('phase.get', {})).toMatchObject({ ok: true });
    expect(await api('host.status', {})).toMatchObject({ value: { storage: 'failed' } });
    expect((await fetch(`${host.url}/healthz`)).status).toBe(503);
    expect(String((await told)[0])).toBe('{"type":"storage-failed","code":"disk-full"}');

    const recovered = once(events, 'message');
    rmSync(join(disk.folder, 'ballast'));
    expect(String((await recovered)[0])).toBe('{"type":"storage-recovered"}');
    expect((await fetch(`${host.url}/healthz`)).status).toBe(200);
    const changed = once(events, 'message');
    expect(await api('phase.set', phase)).toEqual({ ok: true, value: phase });
    expect(String((await changed)[0])).toContain('phase-changed');
    expect(await host.close()).toMatchObject({ ok: true });
    const workspace = opened(host.path);
    expect(workspace.verify()).toMatchObject({ ok: true });
    workspace.close();
  },
);
