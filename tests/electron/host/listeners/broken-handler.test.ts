import { connect } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { openListener, type ListenerOptions } from '../../../../electron/host/listeners/http-listener.ts';
import { listenerLimits } from '../../../../electron/host/listeners/limits.ts';
import { valueOf } from '../../../support/filled-workspace.ts';
import { closed, rawRequest } from '../../../support/raw-http.ts';

/** A listener whose handlers are given, and what it has logged. */
async function listen(handlers: Partial<Pick<ListenerOptions, 'onRequest' | 'onUpgrade'>>) {
  const logged: string[] = [];
  const log = (fields: object): void => void logged.push(JSON.stringify(fields));
  const listener = valueOf(
    await openListener({
      ...{ name: 'loopback', address: '127.0.0.1', port: 0, certificate: null, limits: listenerLimits },
      logger: { info: log, warn: log, error: log },
      gateFor: () => () => true,
      onRequest: (_request, response) => Promise.resolve(void response.end('sound')),
      onUpgrade: (_request, socket) => void socket.destroy(),
      ...handlers,
    }),
  );
  onTestFinished(() => listener.close());
  return { port: listener.port, logged };
}

const SECRET = 'Wohnraum für alle';

it('NET18: a handler that throws costs its own request alone, and what it says is not logged', async () => {
  const { port, logged } = await listen({
    onRequest: async ({ url }, response) => {
      if (url === '/at-once') throw new TypeError(SECRET);
      await new Promise((resolve) => setImmediate(resolve));
      if (url === '/later') throw new RangeError(SECRET);
      if (url === '/half') {
        response.writeHead(200, { 'content-length': 100 });
        await new Promise((resolve) => response.write('half', resolve));
        throw new Error(SECRET);
      }
      response.end('sound');
    },
  });
  for (const path of ['/at-once', '/later']) {
    const { status, head, body } = await rawRequest(port, `GET ${path}`);
    expect(status).toBe(500);
    expect(head).toContain('x-content-type-options: nosniff');
    expect(JSON.parse(body)).toEqual({ ok: false, error: { code: 'host-failed', details: {} } });
  }
  // What has begun cannot be taken back: it is cut off, so that nobody takes it for whole.
  expect(await rawRequest(port, 'GET /half')).toMatchObject({ status: 200, body: 'half' });
  expect(await rawRequest(port, 'GET /')).toMatchObject({ status: 200, body: 'sound' });
  expect(logged).toHaveLength(3);
  expect(logged.join('\n')).toMatch(/TypeError[^]*RangeError[^]*"Error"/);
  expect(logged.join('\n')).not.toContain(SECRET);
});

it('NET18: an upgrade whose handler throws is cut off, and nothing else', async () => {
  const { port, logged } = await listen({
    onUpgrade() {
      throw new TypeError(SECRET);
    },
  });
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => socket.destroy()).resume();
  socket.write('GET /rooms/text HTTP/1.1\r\nhost: x\r\nconnection: Upgrade\r\nupgrade: websocket\r\n\r\n');
  await closed(socket);
  expect((await rawRequest(port, 'GET /')).status).toBe(200);
  expect(logged.join('\n')).toContain('TypeError');
  expect(logged.join('\n')).not.toContain(SECRET);
});
