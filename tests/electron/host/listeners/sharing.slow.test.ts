import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { sharingSubject } from '../../../../electron/host/listeners/last-sharing.ts';
import type { SharingDoor } from '../../../../electron/host/listeners/sharing.ts';
import { certificatePathOf } from '../../../../electron/host/listeners/defaults.ts';
import type { LiveHost, LiveHostOptions } from '../../../../electron/host/live-host.ts';
import { valueOf } from '../../../support/filled-workspace.ts';
import { connectClient } from '../../../support/host-client.ts';
import { startAgain, startHost } from '../../../support/live-host.ts';

const portOf = (host: LiveHost): number => host.sharing.listener?.port ?? 0;

/** Somebody else listens there until the test is over. */
async function take(port: number): Promise<void> {
  const server = createServer().listen({ port, host: '0.0.0.0', exclusive: true });
  onTestFinished(() => void server.close());
  await once(server, 'listening');
}

it('NET16: the next sharing is where the last one was, also by a new host on the file', async () => {
  const host = await startHost();
  expect(host.sharing.status()).toEqual({ state: 'off', last: null, lost: false });
  expect(valueOf(await host.sharing.start({ port: null, tls: false }))).toMatchObject({ moved: false });
  const port = portOf(host);
  valueOf(await host.sharing.stop());
  expect(host.sharing.status()).toEqual({ state: 'off', last: { port, tls: false }, lost: false });
  expect(valueOf(await host.sharing.start({ port: null, tls: false }))).toMatchObject({ moved: false });
  expect(portOf(host)).toBe(port);
  await host.close();
  const next = await startAgain(host);
  expect(next.sharing.status()).toEqual({ state: 'off', last: { port, tls: false }, lost: false });
  expect(valueOf(await next.sharing.start({ port: null, tls: false }))).toMatchObject({ moved: false });
  expect(portOf(next)).toBe(port);
});

it('NET16: where that port is taken it is another, and that is told; a port that was asked for wins', async () => {
  const host = await startHost();
  valueOf(await host.sharing.start({ port: null, tls: false }));
  const first = portOf(host);
  valueOf(await host.sharing.stop());
  await take(first);
  expect(await host.sharing.start({ port: first, tls: false })).toMatchObject({
    error: { code: 'listener-failed' },
  });
  expect(valueOf(await host.sharing.start({ port: null, tls: false }))).toMatchObject({ moved: true });
  const second = portOf(host);
  expect(second).not.toBe(first);
  expect(host.sharing.status()).toMatchObject({ state: 'on', moved: true });
  valueOf(await host.sharing.stop());
  expect(valueOf(await host.sharing.start({ port: null, tls: false }))).toMatchObject({ moved: false });
  expect(portOf(host)).toBe(second);
  valueOf(await host.sharing.stop());
  // The scheme stands in the link too.
  expect(valueOf(await host.sharing.start({ port: second, tls: true }))).toMatchObject({ moved: true });
  expect(portOf(host)).toBe(second);
});

it('NET16: a file that was shared by an earlier version remembers nothing', async () => {
  const host = await startHost();
  const at = '2019-05-01T10:00:00Z';
  host.workspace.audit.append({ at, action: 'sharing-started', subject: 'tls' });
  expect(host.sharing.status()).toMatchObject({ last: null });
  const subject = sharingSubject({ port: 4711, tls: true, address: null });
  host.workspace.audit.append({ at, action: 'sharing-started', subject });
  expect(host.sharing.status()).toMatchObject({ last: { port: 4711, tls: true } });
});

/** A host that was shared with TLS and is gone, with where it was. */
async function goneHost() {
  const doors: (SharingDoor | null)[] = [];
  const options: Partial<LiveHostOptions> = { onSharing: (door) => void doors.push(door) };
  const first = await startHost();
  await first.close();
  const host = { ...(await startAgain(first, options)), path: first.path, clock: first.clock };
  valueOf(await host.sharing.start({ port: null, tls: true }));
  const [door = null] = doors;
  if (door === null) throw new Error('not told where it is shared');
  await host.close();
  expect(doors).toEqual([door]);
  return { host, door, doors, options };
}

it('NET17: a host that takes the place of one that crashed is shared as that was; any other is not', async () => {
  const { host, door, options } = await goneHost();
  const fresh = await startAgain(host);
  expect(fresh.sharing.status()).toMatchObject({ state: 'off', lost: false });
  await fresh.close();
  const next = await startAgain(host, { ...options, resumeSharing: door });
  expect(next.sharing.status()).toMatchObject({ state: 'on', fingerprint: door.fingerprint, moved: false });
  expect(portOf(next)).toBe(door.port);
});

it.each(['port', 'certificate'] as const)(
  'NET17: without the former %s nothing is shared, and moderation is told until it decides',
  async (missing) => {
    const { host, door, doors, options } = await goneHost();
    if (missing === 'port') await take(door.port);
    else rmSync(certificatePathOf(host.path));
    const next = await startAgain(host, { ...options, resumeSharing: door });
    expect(next.sharing.status()).toMatchObject({ state: 'off', lost: true, last: { port: door.port } });
    // Still wanted, if it crashes once more.
    expect(doors).toEqual([door]);
    valueOf(await next.sharing.stop());
    expect(next.sharing.status()).toMatchObject({ state: 'off', lost: false });
    expect(doors.at(-1)).toBeNull();
    const again = valueOf(await next.sharing.start({ port: null, tls: true }));
    expect(again).toMatchObject({ state: 'on', moved: missing === 'port' });
  },
);

/** A machine whose addresses a test sets, with a host that is shared on it and what its moderation hears. */
async function movingHost() {
  const machine = { addresses: ['192.168.1.20', '10.0.0.3'] as readonly string[] };
  const addresses = (): readonly string[] => machine.addresses;
  const host = await startHost({ addresses });
  const client = await connectClient(host, host.invite('moderator').token);
  onTestFinished(() => client.close());
  valueOf(await host.sharing.start({ port: null, tls: false }));
  const urlOn = (address: string): string => `http://${address}:${String(portOf(host))}`;
  return { host, client, machine, addresses, urlOn };
}

it('NET19: a machine that has another address tells that links lead nowhere, and makes new ones for where it is', async () => {
  const { host, client, machine, urlOn } = await movingHost();
  expect(host.sharing.joinBase()).toMatchObject({ base: urlOn('192.168.1.20') });
  host.look();
  // The network is away for a moment, or one more has come: links still lead here.
  for (const addresses of [[], ['10.0.0.3', '192.168.1.20']]) {
    machine.addresses = addresses;
    host.look();
  }
  expect(host.sharing.status()).toMatchObject({ state: 'on', moved: false });
  machine.addresses = ['192.168.1.77'];
  host.look();
  host.look();
  while (client.events.length < 2) await new Promise((resolve) => setImmediate(resolve));
  expect(client.events.map(({ type }) => type)).toEqual(['sharing-started', 'sharing-moved']);
  expect(client.events[1]).toEqual({ type: 'sharing-moved', url: urlOn('192.168.1.77') });
  expect(host.sharing.status()).toMatchObject({ state: 'on', urls: [urlOn('192.168.1.77')], moved: true });
  expect(host.sharing.joinBase()).toMatchObject({ base: urlOn('192.168.1.77') });
  const moves = host.workspace.audit.list().filter(({ action }) => action === 'sharing-moved');
  expect(moves).toHaveLength(1);
});

it('NET19: at the next start it is told too, unless the last address was the same', async () => {
  const { host, machine, addresses } = await movingHost();
  const started = async (on: readonly string[]) => {
    valueOf(await host.sharing.stop());
    machine.addresses = on;
    return valueOf(await host.sharing.start({ port: null, tls: false }));
  };
  expect(await started(['10.0.0.3', '192.168.1.20'])).toMatchObject({ moved: false });
  expect(await started(['192.168.1.20'])).toMatchObject({ moved: true });
  const port = portOf(host);
  await host.close();
  machine.addresses = ['192.168.1.99'];
  const next = await startAgain(host, { addresses, resumeSharing: { port, fingerprint: null } });
  expect(next.sharing.status()).toMatchObject({ state: 'on', moved: true });
});

it('NET19: behind a proxy links say its name, and it is nobody else to whom the address matters', async () => {
  const machine = { addresses: ['192.168.1.20'] };
  const host = await startHost({
    addresses: () => machine.addresses,
    publicOrigin: 'https://leitbild.example.org',
  });
  valueOf(await host.sharing.start({ port: null, tls: false }));
  machine.addresses = ['192.168.1.77'];
  host.look();
  expect(host.sharing.status()).toMatchObject({ state: 'on', moved: false });
});
