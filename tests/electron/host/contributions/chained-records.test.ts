import { expect, it } from 'vitest';
import { contributionId, institutionId } from '../../../../shared/ids/ids.ts';
import { statement } from '../../../support/arbitrary-contribution.ts';
import { openRound } from './open-round.ts';

const { at } = openRound();

it('CON18: a package whose records each replace the next one is examined at the cost of any other', () => {
  const chain = Array.from({ length: 600 }, (_, n) =>
    statement(`c${String(n)}`, { replaces: n === 599 ? null : contributionId(`c${String(n + 1)}`) }),
  );
  const begun = performance.now();
  const outcomes = at.desk.takeOnBehalf(institutionId('caritas'), chain, {
    ...{ by: 'package', package: 'f'.repeat(64), late: false },
  });
  expect(performance.now() - begun).toBeLessThan(6_000);
  expect(outcomes.map(({ id, outcome }) => `${id} ${outcome}`)).toEqual(chain.map(({ id }) => `${id} taken`));
});
