import type { Node } from '@tiptap/pm/model';
import { isNodeId, type NodeId } from '../ids/ids.ts';
import type { TextChange } from './decision.ts';
import { findNode, type StruckNode } from './strike-node.ts';
import { nodeWords } from './text-blocks.ts';

/**
 * What edits of these nodes have changed: the words before and after, each of the outermost of them, and what was taken
 * out as whole nodes. A node that is gone is told as the outermost one that went with it. What reads as before is left out.
 */
export function changesBetween(
  before: Node,
  after: Node,
  nodes: readonly NodeId[],
  struck: readonly (StruckNode | null)[],
): readonly TextChange[] {
  const told = outermost(
    before,
    nodes.map((id) => lastGone(before, after, id)),
  );
  const gone = struck.filter((one) => one !== null);
  return told.flatMap((id) => {
    const was = findNode(before, id)?.node;
    const is = findNode(after, id)?.node;
    if (!was) return [];
    const within = gone.filter(({ node }) => isWithin(was, idOfJson(node)));
    const change = { node: id, before: nodeWords(was), after: is ? nodeWords(is) : '' };
    if (change.before === change.after && within.length === 0) return [];
    return [within.length > 0 ? { ...change, struck: within } : change];
  });
}

/** The outermost node around one, itself included, that is gone; the node itself where it is there. */
function lastGone(before: Node, after: Node, id: NodeId): NodeId {
  let last = id;
  const found = findNode(before, id);
  if (!found || findNode(after, id)) return id;
  const place = before.resolve(found.from);
  for (let depth = place.depth; depth > 0; depth -= 1) {
    const above: unknown = place.node(depth).attrs['id'];
    if (!isNodeId(above)) continue;
    if (findNode(after, above)) break;
    last = above;
  }
  return last;
}

/** Each once, without those that stand in another of them, in document order. */
function outermost(doc: Node, nodes: readonly NodeId[]): readonly NodeId[] {
  const wanted = new Set<unknown>(nodes);
  const found: NodeId[] = [];
  doc.descendants((node) => {
    const id: unknown = node.attrs['id'];
    if (!isNodeId(id) || !wanted.has(id)) return true;
    found.push(id);
    return false;
  });
  return found;
}

function isWithin(node: Node, id: unknown): boolean {
  if (node.attrs['id'] === id) return true;
  let found = false;
  node.descendants((child) => {
    found ||= child.attrs['id'] === id;
    return !found;
  });
  return found;
}

function idOfJson(node: string): unknown {
  return (JSON.parse(node) as { readonly attrs?: { readonly id?: unknown } }).attrs?.id;
}
