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
