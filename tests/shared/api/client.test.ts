import { expect, it } from 'vitest';
import { createApiClient, type ApiRequest } from '../../../shared/api/client.ts';
import { callNames, contract } from '../../../shared/api/contract.ts';
import { appError } from '../../../shared/errors/errors.ts';
import { fail, ok } from '../../../shared/errors/result.ts';

it('API12: the client sends what the contract says and takes only answers that it allows', async () => {
  const sent: ApiRequest[] = [];
  let answer: unknown;
  const client = createApiClient((request) => {
    sent.push(request);
    return Promise.resolve(ok(answer));
  });
  answer = { ok: true, value: 'herbst' };
  expect(await client('rounds.remove', { round: 'herbst' })).toEqual({ ok: true, value: 'herbst' });
  expect(await client('rounds.base', { round: 'herbst' })).toEqual({ ok: true, value: 'herbst' });
  expect(sent).toEqual([
    { method: 'POST', path: '/api/rounds.remove', query: {}, body: { round: 'herbst' } },
    { method: 'GET', path: '/api/rounds.base', query: { round: 'herbst' }, body: undefined },
  ]);
  answer = { ok: false, error: { code: 'disk-full', details: { path: 'a.leitbild' } } };
  expect(await client('rounds.remove', { round: 'herbst' })).toEqual(answer);
  for (const foreign of [
    null,
    {},
    '<html>',
    { ok: false, error: { code: 'edition-exists', details: {} } },
    { ok: false, error: { code: 'made-up', details: {} } },
  ]) {
    answer = foreign;
    expect(await client('rounds.remove', { round: 'herbst' })).toMatchObject({
      error: { code: 'answer-invalid' },
    });
  }
  const failing = createApiClient(() =>
    Promise.resolve(fail(appError('host-unreachable', { url: 'x', reason: 'y' }))),
  );
  expect(await failing('rounds.base', { round: 'herbst' })).toMatchObject({
    error: { code: 'host-unreachable' },
  });
});

it('API13: every call has callers, and what changes something is a POST', () => {
  for (const name of callNames) {
    expect(contract[name].callers.length).toBeGreaterThan(0);
    const reads =
      /\.(get|list|overview|status|contacts|source|origin|content|show|compare|at|base|lines|report|sent)$/.test(
        name,
      );
    expect([name, contract[name].method]).toEqual([name, reads ? 'GET' : 'POST']);
  }
});
