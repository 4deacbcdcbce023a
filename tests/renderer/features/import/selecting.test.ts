import { expect, test } from 'vitest';
import { withChanges } from '../../../../renderer/features/import/change-list.ts';
import {
  nothingSelected,
  selectOne,
  selectTo,
  stepFrom,
  toggle,
} from '../../../../renderer/features/import/selection.ts';

const order = ['b1', 'b2', 'b3', 'b4'];

test('blocks are selected from where it began, in both directions, and one by one', () => {
  const range = selectTo(selectOne('b3'), 'b1', order);
  expect([...range.blocks].sort()).toEqual(['b1', 'b2', 'b3']);
  expect([...selectTo(range, 'b4', order).blocks].sort()).toEqual(['b3', 'b4']);
  expect([...toggle(range, 'b2').blocks].sort()).toEqual(['b1', 'b3']);
  expect([...toggle(toggle(nothingSelected, 'b2'), 'b2').blocks]).toEqual([]);
});

test('steps stay at the ends and begin at the first block', () => {
  expect(stepFrom(nothingSelected, 1, order)).toBe('b1');
  expect(stepFrom(selectOne('b2'), 1, order)).toBe('b3');
  expect(stepFrom(selectOne('b1'), -1, order)).toBe('b1');
  expect(stepFrom(selectOne('b2'), Infinity, order)).toBe('b4');
  expect(stepFrom(nothingSelected, 1, [])).toBeNull();
});

test('of corrections of one block the last one counts', () => {
  const first = { block: 'b1', kind: 'chapter' } as const;
  const other = { block: 'b2', kind: 'leftOut' } as const;
  const again = { block: 'b1', kind: 'goal', goalKind: 'teilziel' } as const;
  expect(withChanges([first, other], [again])).toEqual([other, again]);
});
