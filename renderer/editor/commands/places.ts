import type { Node, NodeType, ResolvedPos } from '@tiptap/pm/model';
import { TextSelection, type Command, type EditorState, type Transaction } from '@tiptap/pm/state';
import type { NodeId } from '../../../shared/ids/ids.ts';

/** A node and where it stands: `from` before it, `to` after it, `index` among its parent's children. */
export interface Place {
  readonly node: Node;
  readonly from: number;
  readonly to: number;
  readonly parent: Node;
  readonly index: number;
  /** Depth of the node's content; its parent's is one less. */
  readonly depth: number;
}

/** What a command does to a transaction; `false` where it does not apply, and then nothing was changed. */
export type Edit = (tr: Transaction) => boolean;

/** Makes a command of an edit. */
export function commandOf(edit: (tr: Transaction, state: EditorState) => boolean): Command {
  return (state, dispatch) => {
    const { tr } = state;
    if (!edit(tr, state)) return false;
    dispatch?.(tr.scrollIntoView());
    return true;
  };
}

/** The place of the ancestor at a depth. */
export function placeAt($pos: ResolvedPos, depth: number): Place {
  return {
    node: $pos.node(depth),
    from: $pos.before(depth),
    to: $pos.after(depth),
    parent: $pos.node(depth - 1),
    index: $pos.index(depth - 1),
    depth,
  };
}

/** The nearest ancestor of one of these types. */
export function nearest($pos: ResolvedPos, ...types: readonly string[]): Place | undefined {
  for (let depth = $pos.depth; depth > 0; depth -= 1) {
    if (types.includes($pos.node(depth).type.name)) return placeAt($pos, depth);
  }
  return undefined;
}

/** The node with an id, wherever it stands. */
export function placeOf(doc: Node, id: NodeId): Place | undefined {
  let found: Place | undefined;
  doc.descendants((node, from) => {
    if (found) return false;
    if (node.attrs['id'] !== id) return true;
    const $from = doc.resolve(from);
    found = {
      node,
      from,
      to: from + node.nodeSize,
      parent: $from.parent,
      index: $from.index(),
      depth: $from.depth + 1,
    };
    return false;
  });
  return found;
}

/** The sibling before or after a place. */
export function sibling(place: Place, step: -1 | 1): Place | undefined {
  const index = place.index + step;
  if (index < 0 || index >= place.parent.childCount) return undefined;
  const node = place.parent.child(index);
  const from = step === 1 ? place.to : place.from - node.nodeSize;
  return { ...place, node, from, to: from + node.nodeSize, index };
}

/** Whether nothing was written in a node. */
export function isBlank(node: Node): boolean {
  if (node.isTextblock) return node.content.size === 0;
  return !node.isLeaf && node.children.every(isBlank);
}

/** Puts the caret into the text at or nearest to a position. */
export function caretAt(tr: Transaction, position: number, side: -1 | 1 = 1): void {
  const $position = tr.doc.resolve(Math.max(0, Math.min(position, tr.doc.content.size)));
  tr.setSelection(TextSelection.between($position, $position, side));
}

/** Puts the caret at the end of the text before a position, or at its beginning where there is none. */
export function caretBefore(tr: Transaction, position: number): void {
  caretAt(tr, position, -1);
}

/** The type of a name; the schema is known to have it. */
export function typeIn(state: { readonly schema: EditorState['schema'] }, name: string): NodeType {
  const type = state.schema.nodes[name];
  if (!type) throw new RangeError(`the schema has no ${name}`);
  return type;
}

/** An empty goal, subpoint or list item. */
export function blankItem(type: NodeType): Node {
  return type.create(null, type.schema.nodes['paragraph']?.create());
}

/** The paragraphs of a goal or subpoint, and what stands under them. */
export function partsOf(item: Node): {
  readonly paragraphs: readonly Node[];
  readonly below: readonly Node[];
} {
  return {
    paragraphs: item.children.filter((child) => child.type.name === 'paragraph'),
    below: item.children.filter((child) => child.type.name !== 'paragraph'),
  };
}

/** Maps positions of a transaction's document as it is now through the steps that are yet to come. */
export function mapperOf(tr: Transaction): (position: number, side?: -1 | 1) => number {
  const done = tr.steps.length;
  return (position, side = 1) => tr.mapping.slice(done).map(position, side);
}
