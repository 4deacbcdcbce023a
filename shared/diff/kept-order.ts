import type { NodeId } from '../ids/ids.ts';
import type { DocumentUnit } from './document-units.ts';

/**
 * The units that kept their place among their siblings: for each parent the largest set of children whose order is
 * the same in both documents (longest increasing subsequence). Whatever stayed under its parent and is not in the
 * set has been moved. New and dropped siblings move nothing.
 */
export function keptOrder(
  earlier: readonly DocumentUnit[],
  later: readonly DocumentUnit[],
): ReadonlySet<NodeId> {
  const earlierById = new Map(earlier.map((unit) => [unit.id, unit]));
  const siblings = new Map<NodeId | null, { readonly id: NodeId; readonly formerIndex: number }[]>();
  for (const unit of later) {
    const former = earlierById.get(unit.id);
    if (former?.parent !== unit.parent) continue;
    const row = siblings.get(unit.parent) ?? [];
    row.push({ id: unit.id, formerIndex: former.index });
    siblings.set(unit.parent, row);
  }
  const kept = new Set<NodeId>();
  for (const row of siblings.values()) {
    for (const index of longestIncreasing(row.map(({ formerIndex }) => formerIndex))) {
      const sibling = row[index];
      if (sibling) kept.add(sibling.id);
    }
  }
  return kept;
}

/**
 * Indices of a longest strictly increasing subsequence, ascending; patience sorting, O(n log n).
 * Of several longest ones it gives the one that ends lowest.
 */
export function longestIncreasing(values: readonly number[]): readonly number[] {
  const previous: number[] = [];
  const ends: number[] = [];
  values.forEach((value, index) => {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((values[ends[middle] ?? 0] ?? 0) < value) low = middle + 1;
      else high = middle;
    }
    previous[index] = low > 0 ? (ends[low - 1] ?? -1) : -1;
    ends[low] = index;
  });
  const indices: number[] = [];
  for (let at = ends.at(-1) ?? -1; at >= 0; at = previous[at] ?? -1) indices.unshift(at);
  return indices;
}
