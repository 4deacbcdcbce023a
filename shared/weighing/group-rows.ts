import type { Place } from './places.ts';
import type { WeighingRow } from './weighing-rows.ts';

/** Rows about one goal or part; about the whole document; or about places that are no longer there. */
export interface RowGroup {
  readonly about: 'document' | 'place' | 'gone';
  readonly place: Place | null;
  readonly rows: readonly WeighingRow[];
}

/** Groups rows by goal in document order: what concerns the whole document first, what is gone last; none is empty. */
export function groupRows(rows: readonly WeighingRow[]): readonly RowGroup[] {
  const whole: WeighingRow[] = [];
  const gone: WeighingRow[] = [];
  const groups = new Map<Place, WeighingRow[]>();
  for (const row of rows) {
    const { place } = row;
    if (place) {
      const group = groups.get(place);
      if (group) group.push(row);
      else groups.set(place, [row]);
    } else (row.resolution.state === 'document' ? whole : gone).push(row);
  }
  const placed = [...groups].sort(([one], [other]) => one.order - other.order);
  return [
    { about: 'document' as const, place: null, rows: whole },
    ...placed.map(([place, own]) => ({ about: 'place' as const, place, rows: own })),
    { about: 'gone' as const, place: null, rows: gone },
  ].filter((group) => group.rows.length > 0);
}
