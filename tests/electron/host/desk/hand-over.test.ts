import { request } from 'node:http';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startDesk } from '../../../support/desk.ts';
import { valueOf } from '../../../support/filled-workspace.ts';

test('a document of the start screen reaches the host of the file that was made for it, and nobody else sends one', async () => {
  const desk = await startDesk();
  const path = join(desk.documents, 'Übernahme.leitbild');
  valueOf(await desk.api('desk.create', { profile: 'standard', title: 'Neu', municipality: '', path }));
  const send = async (to: string, secret: string, method = 'POST') => {
    const answer = await fetch(`${desk.url}/hand-over?${new URLSearchParams({ path: to }).toString()}`, {
      method,
      headers: { authorization: `Bearer ${secret}` },
      ...(method === 'POST' && { body: '1 Miteinander\n\nLeitziel\n\nWir leben zusammen.\n' }),
    });
    return (await answer.json()) as { ok: boolean; value: { upload: string }; error?: { code: string } };
  };
  const sent = await send(path, desk.secret);
  expect(sent).toMatchObject({ ok: true, value: { bytes: 45 } });

  expect(await send(path, 'x'.repeat(43))).toMatchObject({ error: { code: 'token-unknown' } });
  expect(await send(join(desk.documents, 'fehlt.leitbild'), desk.secret)).toMatchObject({
    error: { code: 'workspace-missing' },
  });
  expect(await send(path, desk.secret, 'GET')).toMatchObject({ error: { code: 'method-not-allowed' } });
});

test('no address that a page of another site may ask for ends the desk', async () => {
  const desk = await startDesk();
  const { port } = new URL(desk.url);
  // As `fetch('http://127.0.0.1:<port>//', { mode: 'no-cors' })` sends it: without Origin, and with our own Host.
  const ask = (target: string): Promise<number> =>
    new Promise((resolve, reject) => {
      const asked = request({ host: '127.0.0.1', port, path: target }, (answer) => {
        answer.resume().once('end', () => resolve(answer.statusCode ?? 0));
      });
      asked.once('error', reject).end();
    });
  const targets = ['//', '//[', '///', '/\\', '//%', '//:0/hand-over', 'http://[/', '*', '/hand-over/x'];
  for (const target of targets) expect([target, await ask(target)]).toEqual([target, 404]);
  expect(await ask('/')).toBe(200);
});
