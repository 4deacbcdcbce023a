import { expect, it } from 'vitest';
import {
  chooseAnswer,
  chooseRecord,
  chosenOf,
  countToTake,
  type Choice,
} from '../../../../renderer/features/packages/choice.ts';
import type { Contribution } from '../../../../shared/contributions/contribution.ts';
import { contributionId, sha256, type ContributionId } from '../../../../shared/ids/ids.ts';
import type { MergeLine, MergeOutcome } from '../../../../shared/packages/merge-report.ts';
import { statement, withdrawal } from '../../../support/arbitrary-contribution.ts';

const answer = sha256('a'.repeat(64));
const line = (record: Contribution, outcome: MergeOutcome = 'new'): MergeLine => ({
  ...{ record, outcome, reason: null, late: false, place: null },
});
const lines = [
  line(statement('c0'), 'duplicate'),
  line(statement('c1')),
  line(statement('c2', { replaces: contributionId('c1') })),
  line(withdrawal('w1', 'c2')),
  line(statement('c3')),
  line(withdrawal('w0', 'c0')),
];
const change = (choice: Choice, id: string, isChosen: boolean): Choice =>
  chooseRecord(choice, answer, lines, { id: contributionId(id), isChosen });
const told = (choice: Choice): 'all' | readonly ContributionId[] => {
  const chosen = chosenOf(choice, answer);
  return chosen === 'all' ? chosen : [...chosen].sort();
};

it('PKG7: all that is new is chosen until one record is left out, and again when it is put back', () => {
  expect(told(new Map())).toBe('all');
  const without = change(new Map(), 'c3', false);
  expect(told(without)).toEqual(['c1', 'c2', 'w0', 'w1']);
  expect(told(change(without, 'c3', true))).toBe('all');
});

it('PKG7: what replaces or withdraws a record is left out with it, and brings it when it is chosen', () => {
  const without = change(new Map(), 'c1', false);
  expect(told(without)).toEqual(['c3', 'w0']);
  expect(told(change(without, 'w1', true))).toBe('all');
  expect(told(change(without, 'c1', true))).toEqual(['c1', 'c3', 'w0']);
  // What was taken before needs not be chosen.
  expect(told(change(chooseAnswer(new Map(), answer, false), 'w0', true))).toEqual(['w0']);
});

it('PKG7: an answer is chosen and left out as a whole', () => {
  const none = chooseAnswer(new Map(), answer, false);
  expect(told(none)).toEqual([]);
  expect(told(chooseAnswer(none, answer, true))).toBe('all');
});

it('PKG7: what came late is counted only where it is to be taken, too', () => {
  const counts = { new: 5, duplicate: 1, conflict: 0, foreign: 0, refused: 0 };
  const count = (choice: Choice, late: readonly string[], takeLate: boolean): number =>
    countToTake(choice, { answer, counts, late: late.map(contributionId) }, takeLate);
  expect(count(new Map(), ['c3', 'w1'], false)).toBe(3);
  expect(count(new Map(), ['c3', 'w1'], true)).toBe(5);
  expect(count(new Map(), ['c1', 'c2', 'c3', 'w0', 'w1'], false)).toBe(0);
  const without = change(new Map(), 'c1', false);
  expect([count(without, ['c3'], false), count(without, ['c3'], true)]).toEqual([1, 2]);
});
