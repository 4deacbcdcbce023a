import { expect, it } from 'vitest';
import { createApiClient } from '../../../../shared/api/client.ts';
import { httpTransport } from '../../../../electron/host/replica/http-transport.ts';
import { createWorkBudget } from '../../../../electron/host/api/work-budget.ts';
import { startHost } from '../../../support/live-host.ts';

it('who overdraws waits until he has earned it back; others are not concerned, and what fails counts too', () => {
  let clock = 0;
  const budget = createWorkBudget(() => clock, { perSecond: 100, burst: 1_000 });
  const work = (milliseconds: number) => () => {
    clock += milliseconds;
    return milliseconds;
  };
  expect(budget.spend('a', work(600))).toBe(600);
  expect(budget.spend('a', work(900))).toBe(900);
  expect(budget.spend('a', work(1))).toBeNull();
  expect(budget.spend('b', work(1))).toBe(1);
  clock += 4_000;
  expect(budget.spend('a', work(1))).toBeNull();
  clock += 1_000;
  expect(budget.spend('a', work(1))).toBe(1);
  clock += 3_600_000;
  const failing = (): never => {
    clock += 2_000;
    throw new Error('x');
  };
  expect(() => budget.spend('a', failing)).toThrow('x');
  expect(budget.spend('a', work(1))).toBeNull();
});

it('a reader who asks for comparisons without end does not keep the host from anybody else', async () => {
  // Each look at the clock lets it go on, as if each call took a second of the host.
  let milliseconds = 0;
  let slow = false;
  const host = await startHost({ monotonic: () => (milliseconds += slow ? 1_000 : 0) });
  const as = (token: string) => createApiClient(httpTransport(host.url, token));
  const [reader, delegate] = [as(host.invite('reader').token), as(host.invite('reader').token)];
  slow = true;
  const answers: string[] = [];
  for (let count = 0; count < 20; count += 1) {
    const answer = await reader('editions.compare', { from: '2014', to: 'draft' });
    answers.push(answer.ok ? 'ok' : answer.error.code);
  }
  expect(answers.slice(0, 2)).toEqual(['ok', 'ok']);
  expect(answers.slice(-8)).toContain('rate-limited');
  slow = false;
  expect(await delegate('workspace.overview', {})).toMatchObject({ ok: true });
  expect(await as(host.secret)('workspace.overview', {})).toMatchObject({ ok: true });
});
