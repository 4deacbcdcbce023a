import type { RowGroup } from '../../../shared/weighing/group-rows.ts';
import type { WeighingRow } from '../../../shared/weighing/weighing-rows.ts';

/** One line of the table: the heading of a group, or a contribution. */
export type TableLine =
  | { readonly kind: 'group'; readonly key: string; readonly group: RowGroup }
  | { readonly kind: 'row'; readonly key: string; readonly row: WeighingRow };

/** Groups as the lines of one long table, each heading above its rows. */
export function tableLines(groups: readonly RowGroup[]): readonly TableLine[] {
  return groups.flatMap((group): TableLine[] => [
    { kind: 'group', key: `group ${group.place?.id ?? group.about}`, group },
    ...group.rows.map((row): TableLine => ({ kind: 'row', key: row.id, row })),
  ]);
}

/** Where the keyboard goes from a line: the next contribution in that direction, or the outermost; -1 for none. */
export function lineFrom(
  lines: readonly TableLine[],
  from: number,
  move: 'up' | 'down' | 'first' | 'last',
): number {
  const isRow = (line: TableLine): boolean => line.kind === 'row';
  switch (move) {
    case 'first':
      return lines.findIndex(isRow);
    case 'last':
      return lines.findLastIndex(isRow);
    case 'down': {
      const next = lines.findIndex((line, index) => index > from && isRow(line));
      return next < 0 ? from : next;
    }
    case 'up': {
      const before = lines.findLastIndex((line, index) => index < from && isRow(line));
      return before < 0 ? from : before;
    }
  }
}
