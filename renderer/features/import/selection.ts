/** Which blocks are selected: all between `anchor` and `active`, or single ones. Names of blocks, in any order. */
export interface Selection {
  readonly active: string | null;
  readonly anchor: string | null;
  readonly blocks: ReadonlySet<string>;
}

export const nothingSelected: Selection = { active: null, anchor: null, blocks: new Set() };

/** One block alone. */
export function selectOne(block: string): Selection {
  return { active: block, anchor: block, blocks: new Set([block]) };
}

/** From where selecting began to this block. */
export function selectTo(selection: Selection, block: string, order: readonly string[]): Selection {
  const anchor = selection.anchor ?? block;
  const [from, to] = [order.indexOf(anchor), order.indexOf(block)].sort((a, b) => a - b) as [number, number];
  return { active: block, anchor, blocks: new Set(order.slice(from, to + 1)) };
}

/** One block more, or one less. */
export function toggle(selection: Selection, block: string): Selection {
  const blocks = new Set(selection.blocks);
  if (!blocks.delete(block)) blocks.add(block);
  return { active: block, anchor: block, blocks };
}

/** The block so many places after (or before) the active one; stays at the ends. Null where there are none. */
export function stepFrom(selection: Selection, steps: number, order: readonly string[]): string | null {
  if (order.length === 0) return null;
  const at = selection.active === null ? -1 : order.indexOf(selection.active);
  const next = at < 0 ? 0 : Math.max(0, Math.min(order.length - 1, at + steps));
  return order[next] ?? null;
}
