import type { NodeAnchor, PassageAnchor } from '../contributions/anchor.ts';
import type { NodeId } from '../ids/ids.ts';
import type { LeitbildDocument, LeitbildNode } from '../schema/document.ts';
import { childrenOf, isIdentified } from '../schema/walk.ts';
import type { TextFlow, TextSpan } from '../text/text-flow.ts';
import type { Round } from './round.ts';

/** By the id of each node that can be pointed at, the nearest such node around it; `null` where there is none. */
export type NodeParents = ReadonlyMap<NodeId, NodeId | null>;

/**
 * Whether a round asks about what an anchor points at: its node is open, or one around it in one of the texts is (the
 * base, the draft). What is said about the document as a whole is open only where all of it is. The texts are asked
 * for one after the other, and not at all where nothing depends on them.
 */
export function isOpenPlace(
  places: Round['places'],
  anchor: { readonly on: 'document' } | Pick<NodeAnchor | PassageAnchor, 'on' | 'nodeId'>,
  texts: readonly (() => NodeParents)[],
): boolean {
  if (places === 'all') return true;
  if (anchor.on === 'document') return false;
  const open: ReadonlySet<NodeId> = new Set(places);
  if (open.has(anchor.nodeId)) return true;
  return texts.some((parents) => {
    const around = parents();
    let node = around.get(anchor.nodeId) ?? null;
    while (node !== null && !open.has(node)) node = around.get(node) ?? null;
    return node !== null;
  });
}

const parentsOfFlows = new WeakMap<TextFlow, NodeParents>();

/** The parents in the document that a flow is of, found once for each flow; footnotes stand in it. */
export function parentsInFlow(flow: TextFlow): NodeParents {
  const known = parentsOfFlows.get(flow);
  if (known !== undefined) return known;
  const parents = new Map<NodeId, NodeId | null>();
  const around: TextSpan[] = [];
  for (const span of [...flow.spans.values()].sort(
    (one, other) => one.from - other.from || other.to - one.to,
  )) {
    for (let last = around.at(-1); last !== undefined && last.to < span.to; last = around.at(-1))
      around.pop();
    parents.set(span.id, around.at(-1)?.id ?? null);
    around.push(span);
  }
  parentsOfFlows.set(flow, parents);
  return parents;
}

/** The parents in a document; of nodes that share an id, the first counts. */
export function parentsIn(document: LeitbildDocument): NodeParents {
  const parents = new Map<NodeId, NodeId | null>();
  const visit = (node: LeitbildNode, parent: NodeId | null): void => {
    const id = isIdentified(node) ? node.attrs.id : null;
    if (id !== null && !parents.has(id)) parents.set(id, parent);
    for (const child of childrenOf(node)) visit(child, id ?? parent);
  };
  visit(document, null);
  return parents;
}
