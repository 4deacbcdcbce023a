import type { ContributionId, NodeId } from '../../../shared/ids/ids.ts';
import type { RowGroup } from '../../../shared/weighing/group-rows.ts';
import { isOpen, type WeighingRow } from '../../../shared/weighing/weighing-rows.ts';

/** What is weighed together: all about one place, about the whole document, about what is gone; or what was chosen. */
export type DeskTarget =
  | { readonly kind: 'place'; readonly place: NodeId }
  | { readonly kind: 'document' | 'gone' }
  | { readonly kind: 'chosen'; readonly ids: readonly ContributionId[] };

/** Where a row is weighed. */
export function targetOf({ place, resolution }: WeighingRow): DeskTarget {
  if (place !== null) return { kind: 'place', place: place.id };
  return { kind: resolution.state === 'document' ? 'document' : 'gone' };
}

/** One string for each target, the same for the same one. */
export function keyOfTarget(target: DeskTarget): string {
  if (target.kind === 'place') return `place ${target.place}`;
  return target.kind === 'chosen' ? `chosen ${target.ids.join(' ')}` : target.kind;
}

/** The rows that are weighed there, in the order in which they came. */
export function rowsOf(target: DeskTarget, rows: readonly WeighingRow[]): readonly WeighingRow[] {
  if (target.kind === 'chosen') {
    const chosen = new Set(target.ids);
    return rows.filter(({ id }) => chosen.has(id));
  }
  const key = keyOfTarget(target);
  return rows.filter((row) => keyOfTarget(targetOf(row)) === key);
}

/** Rows as they stand in the table, from top to bottom. */
export function inOrder(groups: readonly RowGroup[]): readonly WeighingRow[] {
  return groups.flatMap(({ rows }) => rows);
}

/**
 * The next row that still stands and is to be decided, after the last of those given, and from the top again. Those
 * that wait for an answer come only where nothing else is open. `null` where there is none but these.
 */
export function nextOpen(
  ordered: readonly WeighingRow[],
  after: ReadonlySet<ContributionId>,
): WeighingRow | null {
  const last = ordered.findLastIndex(({ id }) => after.has(id));
  const ring = [...ordered.slice(last + 1), ...ordered.slice(0, last + 1)];
  const todo = ring.filter((row) => isOpen(row) && row.standing === 'stands' && !after.has(row.id));
  return todo.find(({ state }) => state === 'open') ?? todo[0] ?? null;
}
