import type { ResolvedPos } from '@tiptap/pm/model';

/** The name of the nearest node of these types that holds a place; null where none does. */
export function nodeAround($at: ResolvedPos, ...names: readonly string[]): string | null {
  for (let depth = $at.depth; depth > 0; depth -= 1) {
    const { name } = $at.node(depth).type;
    if (names.includes(name)) return name;
  }
  return null;
}
