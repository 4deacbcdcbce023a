import type { NodeId } from '../../../shared/ids/ids.ts';
import type { Peer } from '../../client/presence.ts';
import type { OutlineLine } from './outline-lines.ts';

/** The others by the line where they are; whoever writes below a line that is not shown stands at the one above it. */
export function peersByLine(
  peers: readonly Peer[],
  byId: ReadonlyMap<NodeId, OutlineLine>,
  isShown: (id: NodeId) => boolean,
): ReadonlyMap<NodeId, readonly Peer[]> {
  const found = new Map<NodeId, Peer[]>();
  for (const peer of peers) {
    if (peer.isSelf || peer.place === null) continue;
    let at = byId.get(peer.place);
    while (at !== undefined && !isShown(at.id)) at = at.parent === null ? undefined : byId.get(at.parent);
    if (at !== undefined) found.set(at.id, [...(found.get(at.id) ?? []), peer]);
  }
  return found;
}
