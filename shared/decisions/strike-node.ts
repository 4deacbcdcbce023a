import type { Node } from '@tiptap/pm/model';
import type { Transform } from '@tiptap/pm/transform';
import { isNodeId, type NodeId } from '../ids/ids.ts';
import { leitbildSchema } from '../schema/leitbild-schema.ts';

/** A node that was taken out of the text, with what is needed to put it back. */
export interface StruckNode {
  /** The node it stood in; `null` for the document itself. */
  readonly under: NodeId | null;
  /** The nearest node with an id before it there; `null` where it was the first. */
  readonly behind: NodeId | null;
  /** The node as JSON. */
  readonly node: string;
}

/** What goes with the last thing in it; anything else stays, though it be empty. */
const CARRIERS: ReadonlySet<string> = new Set(['goal', 'subpoint', 'listItem', 'bulletList', 'orderedList']);

/** The type of what would be struck, and where it stands. */
export interface StrikeTarget {
  readonly node: Node;
  readonly from: number;
}

/**
 * What has to go so that the node at a position goes: the node itself, or the goal, subpoint or list whose only content
 * it is. `null` where what it stands in needs it.
 */
export function strikeTargetAt(doc: Node, at: number): StrikeTarget | null {
  const node = doc.nodeAt(at);
  if (!node) return null;
  const place = doc.resolve(at);
  const { parent } = place;
  const index = place.index();
  if (parent.canReplace(index, index + 1)) return { node, from: at };
  if (parent.childCount > 1 || !CARRIERS.has(parent.type.name)) return null;
  return strikeTargetAt(doc, place.before());
}

/** Takes a node out. `null` where its place could not be told again, as that of a list's item cannot. */
export function strikeNode(tr: Transform, { node, from }: StrikeTarget): StruckNode | null {
  const place = tr.doc.resolve(from);
  const { parent } = place;
  const under: unknown = parent.attrs['id'] ?? null;
  let behind: NodeId | null = null;
  for (let index = place.index() - 1; index >= 0 && behind === null; index -= 1) {
    const id: unknown = parent.child(index).attrs['id'];
    if (isNodeId(id)) behind = id;
  }
  tr.delete(from, from + node.nodeSize);
  const isRoot = parent.type === leitbildSchema.topNodeType;
  const isTold = isNodeId(node.attrs['id']) && (isRoot || isNodeId(under));
  if (!node.isBlock || !isTold) return null;
  return { under: isNodeId(under) ? under : null, behind, node: JSON.stringify(node.toJSON()) };
}

/**
 * Puts a struck node back behind its neighbour, else at the first place where what it stood in can hold it. False, and
 * nothing is done, where that is gone or one of its ids is there.
 */
export function putBack(tr: Transform, struck: StruckNode): boolean {
  const node = leitbildSchema.nodeFromJSON(JSON.parse(struck.node));
  const ids = new Set(idsIn(node));
  const taken = idsIn(tr.doc);
  if (taken.some((id) => ids.has(id))) return false;
  const parent = struck.under === null ? { node: tr.doc, from: -1 } : findNode(tr.doc, struck.under);
  if (!parent) return false;
  const { childCount } = parent.node;
  const neighbour = childIndexOf(parent.node, struck.behind);
  const places = Array.from({ length: childCount + 1 }, (_, index) => index);
  const fits = (index: number): boolean => parent.node.canReplaceWith(index, index, node.type, node.marks);
  const index = fits(neighbour + 1) ? neighbour + 1 : places.find(fits);
  if (index === undefined) return false;
  let at = parent.from + 1;
  for (let before = 0; before < index; before += 1) at += parent.node.child(before).nodeSize;
  tr.insert(at, node);
  return true;
}

/** The node with an id, and the position before it; `undefined` where there is none. */
export function findNode(doc: Node, id: NodeId): StrikeTarget | undefined {
  let found: StrikeTarget | undefined;
  doc.descendants((node, from) => {
    if (found === undefined && node.attrs['id'] === id) found = { node, from };
    return found === undefined;
  });
  return found;
}

function childIndexOf(parent: Node, id: NodeId | null): number {
  if (id === null) return -1;
  for (let index = 0; index < parent.childCount; index += 1) {
    if (parent.child(index).attrs['id'] === id) return index;
  }
  return -1;
}

function idsIn(node: Node): readonly NodeId[] {
  const ids: unknown[] = [node.attrs['id']];
  node.descendants((child) => void ids.push(child.attrs['id']));
  return ids.filter(isNodeId);
}
