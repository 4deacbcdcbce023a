import { describe, expect, it } from 'vitest';
import {
  keyOfTarget,
  nextOpen,
  rowsOf,
  targetOf,
} from '../../../../renderer/features/weighing/desk-target.ts';
import { lineFrom, tableLines } from '../../../../renderer/features/weighing/table-lines.ts';
import { contributionId } from '../../../../shared/ids/ids.ts';
import { groupRows } from '../../../../shared/weighing/group-rows.ts';
import { rowsAbout } from './rows-about.ts';

const ids = (rows: readonly { readonly id: string }[]): readonly string[] => rows.map(({ id }) => id);

describe('where rows are weighed', () => {
  it('puts rows about one goal together, those about the whole document and those whose place is gone apart', () => {
    const { rows } = rowsAbout(['g1', 'document', 'g1', 'gone', 'g2']);
    expect(rows.map((row) => keyOfTarget(targetOf(row)))).toEqual([
      'place g1',
      'document',
      'place g1',
      'gone',
      'place g2',
    ]);
    for (const row of rows) expect(rowsOf(targetOf(row), rows)).toContain(row);
    expect(ids(rowsOf({ kind: 'document' }, rows))).toEqual(['c1']);
    expect(ids(rowsOf({ kind: 'chosen', ids: [contributionId('c4'), contributionId('c0')] }, rows))).toEqual([
      'c0',
      'c4',
    ]);
  });

  it('goes on to the next open one, round the end, to what waits for an answer last, and to none at the end', () => {
    const { rows } = rowsAbout(['g1', 'g1', 'g2', 'g2'], { c1: 'rejected', c2: 'proposed' });
    const after = (id: string) => nextOpen(rows, new Set([contributionId(id)]))?.id ?? null;
    expect(after('c0')).toBe('c3');
    expect(after('c3')).toBe('c0');
    const { rows: waiting } = rowsAbout(['g1', 'g1'], { c0: 'proposed', c1: 'rejected' });
    expect(nextOpen(waiting, new Set([contributionId('c1')]))?.id).toBe('c0');
    expect(nextOpen(waiting, new Set([contributionId('c0')]))).toBe(null);
    expect(nextOpen([], new Set())).toBe(null);
  });
});

describe('the lines of the table', () => {
  it('are headings with their rows, and the keyboard goes from row to row past the headings', () => {
    const { rows } = rowsAbout(['g2', 'g1', 'g1']);
    const lines = tableLines(groupRows(rows));
    expect(lines.map(({ key }) => key)).toEqual(['group g1', 'c1', 'c2', 'group g2', 'c0']);
    expect(lineFrom(lines, 2, 'down')).toBe(4);
    expect(lineFrom(lines, 4, 'up')).toBe(2);
    expect(lineFrom(lines, 1, 'up')).toBe(1);
    expect(lineFrom(lines, 4, 'down')).toBe(4);
    expect(lineFrom(lines, 2, 'first')).toBe(1);
    expect(lineFrom(lines, 2, 'last')).toBe(4);
    expect(lineFrom([], -1, 'first')).toBe(-1);
  });
});
