import { createHash, X509Certificate } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { request } from 'node:https';
import { connect } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { TLSSocket } from 'node:tls';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { hostCertificate } from '../../../../electron/host/listeners/certificate.ts';
import { networkAddresses } from '../../../../electron/host/listeners/network-addresses.ts';
import { valueOf } from '../../../support/filled-workspace.ts';
import { startHost, type TestHost } from '../../../support/live-host.ts';
import { closed, rawRequest, sendRaw } from '../../../support/raw-http.ts';

const portOf = ({ url }: TestHost): number => Number(new URL(url).port);
const upgrade = { connection: 'Upgrade', upgrade: 'websocket', 'sec-websocket-version': '13' };
const key = { 'sec-websocket-key': Buffer.alloc(16, 7).toString('base64') };

describe('the loopback listener', () => {
  it('NET1: listens on 127.0.0.1 alone, and the network only while shared', async () => {
    const host = await startHost();
    const port = portOf(host);
    for (const address of networkAddresses()) {
      const socket = connect(port, address);
      const [error] = (await once(socket, 'error')) as [NodeJS.ErrnoException];
      expect(error.code).toBe('ECONNREFUSED');
    }
    expect(host.sharing.status()).toMatchObject({ state: 'off' });
    expect(host.sharing.joinBase()).toBeNull();
    const shared = valueOf(await host.sharing.start({ port: 0, tls: false }));
    expect(shared).toMatchObject({ state: 'on', fingerprint: null });
    const open = host.sharing.listener?.port ?? 0;
    for (const address of networkAddresses()) {
      expect((await fetch(`http://${address}:${String(open)}/healthz`)).status).toBe(200);
    }
    expect(await host.sharing.start({ port: 0, tls: true })).toMatchObject({
      error: { code: 'sharing-already' },
    });
    valueOf(await host.sharing.stop());
    await expect(fetch(`http://127.0.0.1:${String(open)}/healthz`)).rejects.toThrow();
    expect(host.workspace.audit.list().map(({ action }) => action)).toEqual(
      expect.arrayContaining(['sharing-started', 'sharing-stopped']),
    );
  });

  it.each([
    ['attacker.example', undefined],
    ['attacker.example:PORT', undefined],
    ['127.0.0.1.attacker.example:PORT', undefined],
    ['127.0.0.1', undefined],
    ['127.0.0.1:1', undefined],
    ['', undefined],
    ['127.0.0.1:PORT', 'http://attacker.example'],
    ['127.0.0.1:PORT', 'null'],
    ['127.0.0.1:PORT', 'https://127.0.0.1:PORT'],
    ['127.0.0.1:PORT', 'http://localhost:PORT'],
    ['attacker.example:PORT', 'http://attacker.example:PORT'],
  ])(
    'NET2: refuses Host %j with Origin %j, for requests and upgrades, even with the secret',
    async (host, origin) => {
      const running = await startHost();
      const port = portOf(running);
      const fill = (text: string): string => text.replace('PORT', String(port));
      const headers = {
        host: fill(host),
        ...(origin !== undefined && { origin: fill(origin) }),
        authorization: `Bearer ${running.secret}`,
      };
      const answer = await rawRequest(port, 'GET /api/invitations.list', headers);
      expect(answer.status).toBe(403);
      expect(JSON.parse(answer.body)).toEqual({ ok: false, error: { code: 'origin-refused', details: {} } });
      for (const path of ['/rooms/text', '/events']) {
        const socket = await rawRequest(port, `GET ${path}`, {
          ...headers,
          ...upgrade,
          ...key,
          'sec-websocket-protocol': `leitbild, ${running.secret}`,
        });
        expect(socket.status).toBe(403);
      }
    },
  );

  it('NET3: its own pages and programs without a page are let in', async () => {
    const host = await startHost();
    const port = portOf(host);
    for (const name of ['127.0.0.1', 'localhost', '[::1]']) {
      const own = `${name}:${String(port)}`;
      for (const origin of [{}, { origin: `http://${own}` }]) {
        const { status } = await rawRequest(port, 'GET /healthz', { host: own, ...origin });
        expect(status).toBe(200);
      }
    }
  });

  it('NET4: two Host headers are refused', async () => {
    const port = portOf(await startHost());
    const own = `host: 127.0.0.1:${String(port)}\r\n`;
    const { status } = await sendRaw(
      port,
      `GET /healthz HTTP/1.1\r\n${own}host: attacker.example\r\nconnection: close\r\n\r\n`,
    );
    expect([400, 403]).toContain(status);
  });

  it('NET14: behind a proxy, connects are counted by the address that the proxy has seen', async () => {
    const sync = { connectBurst: 2, connectsPerSecond: 0.001, closeWithin: 10 };
    const host = await startHost({ publicOrigin: 'https://leitbild.example.org', limits: { sync } });
    const connect = async (forwarded: string): Promise<number> => {
      const headers = { host: 'leitbild.example.org', 'x-forwarded-for': forwarded, ...upgrade, ...key };
      const answer = await rawRequest(portOf(host), 'GET /rooms/text', {
        ...headers,
        'sec-websocket-protocol': `leitbild, ${'A'.repeat(43)}`,
      });
      return answer.status;
    };
    expect([await connect('198.51.100.7'), await connect('198.51.100.7')]).toEqual([101, 101]);
    expect(await connect('198.51.100.7')).toBe(429);
    // What the guest itself claims stands before what the proxy adds.
    expect(await connect('203.0.113.1, 198.51.100.7')).toBe(429);
    expect(await connect('198.51.100.7, 203.0.113.1')).toBe(101);
  });

  it('NET5: behind a proxy, the public name is let in, but never with the secret', async () => {
    const host = await startHost({ publicOrigin: 'https://leitbild.example.org' });
    const { token } = host.invite('reader');
    const ask = (bearer: string, headers: Record<string, string>) =>
      rawRequest(portOf(host), 'GET /api/phase.get', { authorization: `Bearer ${bearer}`, ...headers });
    const proxied = { host: 'leitbild.example.org', 'x-forwarded-for': '198.51.100.7' };
    expect((await ask(token, { ...proxied, origin: 'https://leitbild.example.org' })).status).toBe(200);
    expect((await ask(token, { ...proxied, origin: 'http://leitbild.example.org' })).status).toBe(403);
    expect((await ask(host.secret, proxied)).status).toBe(401);
    expect((await ask(host.secret, { 'x-forwarded-for': '127.0.0.1' })).status).toBe(401);
    const events = await rawRequest(portOf(host), 'GET /rooms/contacts', {
      ...proxied,
      ...upgrade,
      ...key,
      'sec-websocket-protocol': `leitbild, ${host.secret}`,
    });
    expect(events.status).toBe(401);
    expect(host.sharing.joinBase()).toEqual({ base: 'https://leitbild.example.org', fingerprint: null });
  });
});

describe('limits', () => {
  it('NET6: a taken port is told', async () => {
    const first = await startHost();
    await first.sharing.start({ port: 0, tls: false });
    const second = await startHost();
    expect(await second.sharing.start({ port: first.sharing.listener?.port ?? 0, tls: false })).toMatchObject(
      { error: { code: 'listener-failed', details: { reason: 'EADDRINUSE' } } },
    );
    expect(second.sharing.status()).toMatchObject({ state: 'off' });
  });

  it('NET7: too long a head, too many connections, and who sends nothing are ended', async () => {
    const limits = { headerBytes: 4096, connections: 2, headersTimeout: 200, closeTimeout: 100 };
    const host = await startHost({ limits: { listener: limits } });
    const port = portOf(host);
    expect((await rawRequest(port, 'GET /healthz', { filler: 'x'.repeat(5000) })).status).toBe(431);
    expect((await sendRaw(port, 'no http at all\r\n\r\n')).status).toBe(400);
    const slow = [connect(port, '127.0.0.1'), connect(port, '127.0.0.1')];
    for (const socket of slow) socket.on('error', () => socket.destroy());
    await Promise.all(slow.map((socket) => once(socket, 'connect')));
    expect((await sendRaw(port, 'GET /healthz HTTP/1.1\r\n\r\n')).status).toBe(0);
    for (const socket of slow) socket.resume().write('GET /healthz HTTP/1.1\r\n');
    await Promise.all(slow.map(closed));
    expect((await rawRequest(port, 'GET /healthz')).status).toBe(200);
  });

  it('NET15: one address on the network cannot take all connections', async () => {
    const host = await startHost({ limits: { listener: { connections: 20, connectionsPerAddress: 5 } } });
    valueOf(await host.sharing.start({ port: 0, tls: false }));
    const port = host.sharing.listener?.port ?? 0;
    const open = Array.from({ length: 12 }, () =>
      connect({ port, host: '127.0.0.1', localAddress: '127.0.0.2' }),
    );
    for (const socket of open) socket.on('error', () => socket.destroy());
    let turnedAway = 0;
    await new Promise<void>((resolve) => {
      for (const socket of open)
        socket.resume().once('close', () => {
          turnedAway += 1;
          if (turnedAway === 7) resolve();
        });
    });
    expect(host.sharing.listener?.refused.read()).toMatchObject({ 'too-many-connections': 7 });
    expect((await fetch(`http://127.0.0.1:${String(port)}/healthz`)).status).toBe(200);
    for (const socket of open) socket.destroy();
    expect((await fetch(`http://127.0.0.1:${String(port)}/healthz`)).status).toBe(200);
  });

  it('NET8: every answer carries the security headers and says nothing of the program', async () => {
    const port = portOf(await startHost());
    for (const line of ['GET /healthz', 'GET /', 'GET /api/phase.get', 'OPTIONS *', 'TRACE /']) {
      const { head } = await rawRequest(port, line);
      expect(head).toContain("content-security-policy: default-src 'none'");
      expect(head).toContain('x-content-type-options: nosniff');
      expect(head).toContain('referrer-policy: no-referrer');
      expect(head).toContain('cache-control: no-store');
      expect(head).not.toMatch(/access-control|x-powered-by|^server:/im);
    }
  });

  it.each(['/', '/rooms', '/eventsx', '/../etc/passwd', '//events', '/api/phase.get'])(
    'NET9: an upgrade to %s is answered with 404',
    async (path) => {
      const { status } = await rawRequest(portOf(await startHost()), `GET ${path}`, { ...upgrade, ...key });
      expect(status).toBe(404);
    },
  );
});

describe('TLS', () => {
  it('NET10: the link carries the fingerprint of the certificate that the listener shows', async () => {
    const host = await startHost();
    const shared = valueOf(await host.sharing.start({ port: 0, tls: true }));
    const port = host.sharing.listener?.port ?? 0;
    const seen = await new Promise<{ readonly status: number; readonly fingerprint: string }>(
      (resolve, reject) => {
        const asked = request(
          { host: '127.0.0.1', port, path: '/healthz', rejectUnauthorized: false, agent: false },
          (response) => {
            response.resume();
            const { socket } = response;
            if (!(socket instanceof TLSSocket)) throw new Error('no TLS');
            const { raw } = socket.getPeerCertificate();
            const fingerprint = createHash('sha256').update(raw).digest('hex');
            resolve({ status: response.statusCode ?? 0, fingerprint });
          },
        );
        asked.on('error', reject).end();
      },
    );
    expect(seen.status).toBe(200);
    expect(shared).toMatchObject({ state: 'on', fingerprint: seen.fingerprint });
    expect(host.sharing.joinBase()).toMatchObject({ fingerprint: seen.fingerprint });
    expect(host.sharing.joinBase()?.base).toMatch(/^https:\/\//);
    expect((await sendRaw(port, 'GET /healthz HTTP/1.1\r\n\r\n')).status).toBe(0);
  });

  it('NET11: a kept certificate stays the same, is private, is renewed in time, and nothing else is overwritten', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'certificate-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const path = join(folder, 'a.tls.pem');
    const first = valueOf(await hostCertificate(path, '2026-01-01T00:00:00Z'));
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(valueOf(await hostCertificate(path, '2027-06-01T00:00:00Z'))).toEqual(first);
    const renewed = valueOf(await hostCertificate(path, '2028-06-01T00:00:00Z'));
    expect(renewed.fingerprint).not.toBe(first.fingerprint);
    const { validFrom, subjectAltName } = new X509Certificate(renewed.certificate);
    expect(Date.parse(validFrom)).toBe(Date.parse('2028-05-30T00:00:00Z'));
    expect(subjectAltName).toContain('127.0.0.1');
    const foreign = join(folder, 'notes.txt');
    for (const text of ['not a certificate', `${first.certificate}\n${renewed.key}\n`]) {
      writeFileSync(foreign, text);
      expect(await hostCertificate(foreign, '2026-01-01T00:00:00Z')).toMatchObject({
        error: { code: 'file-unreadable' },
      });
      expect(readFileSync(foreign, 'utf8')).toBe(text);
    }
  });
});
