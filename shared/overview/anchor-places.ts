import type { Anchor } from '../contributions/anchor.ts';
import { nodeWordsIn } from '../contributions/positions.ts';
import { nodeOfResolution, resolveAnchor } from '../contributions/resolve-anchor.ts';
import type { NodeId } from '../ids/ids.ts';
import type { TextFlow } from '../text/text-flow.ts';
import type { Places } from '../weighing/places.ts';

/** What many contributions are about is asked of this, once for each. */
export interface AnchorPlaces {
  /** The node that an anchor points at today, or that held its words, as `resolveAnchor` finds it. */
  nodeOf(anchor: Anchor): NodeId | 'document' | 'gone';
  /** The action field or chapter of that node; `null` where it stands in none, `gone` where it is gone. */
  fieldOf(anchor: Anchor): NodeId | 'document' | 'gone' | null;
}

/** Finds the places of anchors in the text of today; words that nobody changed are hashed once for each node. */
export function anchorPlacesIn(flow: TextFlow, places: Places): AnchorPlaces {
  const words = nodeWordsIn(flow);
  const nodeOf: AnchorPlaces['nodeOf'] = (anchor) => {
    if (anchor.on === 'document') return 'document';
    const { nodeId, textHash } = anchor;
    const isThere =
      anchor.on === 'node'
        ? flow.spans.has(nodeId)
        : words.isAsRead({ anchor: { on: 'node', nodeId, textHash, quote: '' } });
    if (isThere) return nodeId;
    return nodeOfResolution(resolveAnchor(flow, anchor)) ?? 'gone';
  };
  return {
    nodeOf,
    fieldOf(anchor) {
      const node = nodeOf(anchor);
      return node === 'document' || node === 'gone' ? node : (places.placeOf(node)?.field ?? null);
    },
  };
}
