import { expect, it } from 'vitest';
import type { Contribution } from '../../../shared/contributions/contribution.ts';
import { standingOf } from '../../../shared/contributions/standing.ts';
import { contributionId } from '../../../shared/ids/ids.ts';
import { statement, withdrawal } from '../../support/arbitrary-contribution.ts';

const correction = (id: string, of: string) => statement(id, { replaces: contributionId(of) });

function standing(...records: readonly Contribution[]) {
  return standingOf(records.map((record) => ({ record, receipt: { receivedAt: '2019-05-01T12:00:00Z' } })));
}

const chains = (...records: readonly Contribution[]): readonly string[] =>
  standing(...records).statements.map(({ record, corrected }) =>
    [...corrected.map((earlier) => earlier.record.id), record.id].join(' '),
  );

it('CON19: what is neither withdrawn nor replaced stands, with all that it was said in the place of', () => {
  expect(
    chains(statement('c1'), correction('c2', 'c1'), statement('c3'), correction('c4', 'c2'), statement('c5')),
  ).toEqual(['c3', 'c1 c2 c4', 'c5']);
  expect(chains(statement('c1'), statement('c2'), withdrawal('w1', 'c1'))).toEqual(['c2']);
});

it('CON19: two corrections made at once both stand', () => {
  const all = standing(statement('c1'), correction('c2', 'c1'), correction('c3', 'c1'));
  expect(all.statements.map(({ record }) => record.id)).toEqual(['c2', 'c3']);
  expect(all.replacementsOf(contributionId('c1')).map(({ record }) => record.id)).toEqual(['c2', 'c3']);
  expect(all.replacementsOf(contributionId('c2'))).toEqual([]);
});

it('CON19: withdrawing a correction does not bring back what it had replaced', () => {
  const all = standing(statement('c1'), correction('c2', 'c1'), withdrawal('w1', 'c2'));
  expect(all.statements).toEqual([]);
  expect([all.stands(contributionId('c1')), all.stands(contributionId('c2'))]).toEqual([false, false]);
  expect(all.withdrawalOf(contributionId('c2'))?.record.id).toBe('w1');
  expect(all.stands(contributionId('c9'))).toBe(false);
});

it('CON19: a circle of corrections, which no host takes, ends', () => {
  expect(chains(correction('c1', 'c2'), correction('c2', 'c1'), correction('c3', 'c1'))).toEqual([
    'c2 c1 c3',
  ]);
});
