import { randomBytes } from 'node:crypto';
import { Agent, request } from 'node:http';
import { expect, it } from 'vitest';
import { startHost } from '../../../support/live-host.ts';

const ATTEMPTS = 10_000;

it('INV15: ten thousand wrong tokens are turned away, and one who has a right one is let in meanwhile', async () => {
  const host = await startHost();
  const { token } = host.invite('reader');
  const port = Number(new URL(host.url).port);
  const agent = new Agent({ keepAlive: true, maxSockets: 20 });
  const ask = (bearer: string): Promise<number> =>
    new Promise((resolve, reject) => {
      const headers = { authorization: `Bearer ${bearer}` };
      request({ host: '127.0.0.1', port, path: '/api/phase.get', headers, agent }, (response) => {
        response.resume().once('end', () => resolve(response.statusCode ?? 0));
      })
        .on('error', reject)
        .end();
    });
  const statuses = new Map<number, number>();
  const honest: Promise<number>[] = [];
  await Promise.all(
    Array.from({ length: ATTEMPTS }, async (_, index) => {
      const forms = [randomBytes(32).toString('base64url'), token.slice(1), `${token}A`, 'x'.repeat(5000)];
      const status = await ask(forms[index % forms.length] ?? '');
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
      if (index % 1000 === 0) honest.push(ask(token));
    }),
  );
  expect(await Promise.all(honest)).toEqual(Array(10).fill(200));
  expect([...statuses.keys()].sort()).toEqual([401, 429]);
  expect(statuses.get(429)).toBeGreaterThan(ATTEMPTS / 2);
  const noted = host.workspace.audit.list().length;
  expect(noted).toBeLessThan(20);
  expect(host.logged.join('').length).toBeLessThan(10_000);
  agent.destroy();
}, 60_000);
