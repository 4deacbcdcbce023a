import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createBackoff } from '../../../../electron/host/replica/backoff.ts';
import { until } from '../sync/sync-host.ts';
import { startReplicaHost, type ReplicaHost } from './replica-host.ts';
import { createSteppedTimers } from './stepped-timers.ts';

let folder = '';
let hosts: ReplicaHost[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'replica-'));
});
afterEach(async () => {
  for (const host of hosts.reverse()) await host.close();
  hosts = [];
  rmSync(folder, { recursive: true, force: true });
});

async function start(name: string, port?: number): Promise<ReplicaHost> {
  const host = await startReplicaHost(folder, name, port === undefined ? {} : { port });
  hosts.push(host);
  return host;
}

describe('coming back', () => {
  it('RPL8: waits double up to a limit, each between half and all of it, and begin anew after a success', () => {
    let random = 0;
    const backoff = createBackoff({ first: 100, atMost: 1000 }, () => random);
    expect([backoff.next(), backoff.next(), backoff.next()]).toEqual([50, 100, 200]);
    random = 0.999_999;
    expect([backoff.next(), backoff.next(), backoff.next()]).toEqual([800, 1000, 1000]);
    backoff.reset();
    expect(backoff.next()).toBe(100);
  });

  it('RPL8: attempts follow the schedule, only the process room knocks, and the first success starts the others', async () => {
    const lower = await start('lower');
    const probe = await start('probe');
    const { port, url } = probe.host;
    hosts = hosts.filter((host) => host !== probe);
    await probe.close();
    const timers = createSteppedTimers();
    lower.follow(url, 'editor', { timers, random: () => 0, backoff: { first: 1000, atMost: 60_000 } });
    const waits: (number | null)[] = [];
    for (let attempt = 0; attempt < 9; attempt += 1) {
      await until(() => lower.status('process')?.state === 'offline');
      waits.push(timers.next);
      expect(lower.status('process')?.reason).toBe('unreachable');
      expect(lower.status('text')?.state).toBe('offline');
      if (attempt < 8) timers.advance(timers.next ?? 0);
    }
    expect(waits).toEqual([500, 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000, 30_000]);
    await start('upper', port);
    timers.advance(29_999);
    expect(lower.status('process')?.state).toBe('offline');
    timers.advance(1);
    await until(() => lower.status('text')?.state === 'in-step');
    const states = (room: string) =>
      lower.history.filter((status) => status.room === room).map(({ state }) => state);
    expect(states('text')).toEqual(['connecting', 'catching-up', 'in-step']);
    expect(states('process').slice(-4)).toEqual(['offline', 'connecting', 'catching-up', 'in-step']);
  });

  it('RPL8: a host that falls silent is left', async () => {
    const [upper, lower] = [await start('upper'), await start('lower')];
    const timers = createSteppedTimers();
    lower.follow(upper.host.url, 'editor', { timers });
    await until(() => lower.status('text')?.state === 'in-step');
    timers.advance(40_000);
    await until(
      () => lower.status('text')?.state === 'offline' && lower.status('process')?.state === 'offline',
    );
  });
});
