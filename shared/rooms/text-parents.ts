import { XmlElement, type Doc } from 'yjs';
import { isNodeId, type NodeId } from '../ids/ids.ts';
import { sharedTypes } from './rooms.ts';

/**
 * By the id of each node of the text room, the nearest node with an id around it, `null` where there is none; of nodes
 * that share an id, the first counts. Reads the room as it is, without parsing or repairing it.
 */
export function parentsInRoom(text: Doc): ReadonlyMap<NodeId, NodeId | null> {
  const parents = new Map<NodeId, NodeId | null>();
  const visit = (type: unknown, parent: NodeId | null): void => {
    if (!(type instanceof XmlElement)) return;
    const id: unknown = type.getAttribute('id');
    if (isNodeId(id) && !parents.has(id)) parents.set(id, parent);
    for (const child of type.toArray()) visit(child, isNodeId(id) ? id : parent);
  };
  for (const child of text.getXmlFragment(sharedTypes.text.document).toArray()) visit(child, null);
  return parents;
}
