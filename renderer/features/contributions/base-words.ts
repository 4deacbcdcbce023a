import { quoteOfNode } from '../../../shared/contributions/make-anchor.ts';
import type { Anchor } from '../../../shared/contributions/anchor.ts';
import { resolveAnchor } from '../../../shared/contributions/resolve-anchor.ts';
import type { TextFlow } from '../../../shared/text/text-flow.ts';

/**
 * The words that a proposal about a place begins with: those that were quoted; of a whole node all that it holds today,
 * with a line feed between blocks. Empty for the whole document, and where the node is gone.
 */
export function baseWordsOf(flow: TextFlow | null, anchor: Anchor): string {
  if (anchor.on === 'passage') return anchor.quote;
  if (anchor.on === 'document' || flow === null) return '';
  const resolution = resolveAnchor(flow, anchor);
  return resolution.state === 'in-place' || resolution.state === 'changed'
    ? quoteOfNode(flow, resolution.place.nodeId)
    : anchor.quote;
}
