import { createID, getItem, getState, Item, type AbstractType, type Doc } from 'yjs';
import { MessageTooLarge } from './byte-reader.ts';
import type { Placement } from './scan-update.ts';

/**
 * How deep shared types may be nested. A text needs about 20. Yjs deletes and reads by recursion, and tells every
 * ancestor of each change, so that deep nesting overflows its stack or fills the memory.
 */
const MAX_NESTING = 64;

interface Placed {
  readonly placement: Placement;
  /** How many shared types it stands in, once that is known. */
  depth: number | undefined;
}

/**
 * Refuses an update that nests shared types too deeply in a room. It must be without gaps and circles. Each struct is
 * looked at twice at most. Throws `MessageTooLarge`.
 */
export function proveNesting(placements: readonly Placement[], doc: Doc): void {
  const byClient = new Map<number, Placed[]>();
  for (const placement of placements) {
    const own = byClient.get(placement.client);
    if (own === undefined) byClient.set(placement.client, [{ placement, depth: undefined }]);
    else own.push({ placement, depth: undefined });
  }
  const placedAt = (client: number, clock: number): Placed | undefined => {
    const own = byClient.get(client);
    if (own === undefined || clock < getState(doc.store, client)) return undefined;
    let [low, high] = [0, own.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((own[middle]?.placement.clock ?? 0) <= clock) low = middle;
      else high = middle - 1;
    }
    return own[low];
  };
  for (const placed of [...byClient.values()].flat()) {
    const path: Placed[] = [];
    for (let head: Placed | undefined = placed; head?.depth === undefined;) {
      if (head === undefined) break;
      path.push(head);
      const { at }: Placement = head.placement;
      head = at === null ? undefined : placedAt(at.client, at.clock);
    }
    for (let head = path.pop(); head !== undefined; head = path.pop()) {
      const { at } = head.placement;
      const beside = at && (placedAt(at.client, at.clock)?.depth ?? depthIn(doc, at.client, at.clock));
      head.depth = beside === null ? 0 : beside + (at?.isParent === true ? 1 : 0);
      if (head.depth > MAX_NESTING) throw new MessageTooLarge('shared types are nested too deeply');
    }
  }
}

/** In how many shared types stands what a room has at a clock. */
function depthIn(doc: Doc, client: number, clock: number): number {
  if (clock >= getState(doc.store, client)) return 0;
  let depth = 0;
  let item: unknown = getItem(doc.store, createID(client, clock));
  // What is below a type that was deleted is no item any more, and counts for nothing.
  while (item instanceof Item && depth <= MAX_NESTING) {
    const parent: AbstractType<unknown> | null = item.parent as AbstractType<unknown> | null;
    item = parent?._item;
    if (item instanceof Item) depth += 1;
  }
  return depth;
}
