import type { Node } from '@tiptap/pm/model';
import type { Transform } from '@tiptap/pm/transform';
import type { CreateId, NodeId } from '../ids/ids.ts';

/** A node that carries an id, with the place where it begins. */
interface Place {
  readonly node: Node;
  readonly from: number;
  readonly to: number;
}

/**
 * Adds to a transform what keeps ids right (rules IDN1 to IDN6): nodes without id get one; of nodes that share an id
 * the one that stands where the original went keeps it; parts split off and copies get new ids, and split-off parts
 * record where they came from; a node that swallowed another by a join records it as an origin.
 *
 * Call it with every transform that a user's edit makes, before it is applied. Changes nothing where all is right.
 */
export function assignIds(transform: Transform, createId: CreateId): Transform {
  const before = placesById(transform.before);
  const after = allPlaces(transform.doc);
  const groups = new Map<string, Place[]>();
  for (const place of after) {
    const id = idOf(place.node);
    if (id === null) transform.setNodeAttribute(place.from, 'id', createId());
    else groups.set(id, [...(groups.get(id) ?? []), place]);
  }
  for (const [id, places] of groups) {
    if (places.length > 1) renewAllButOne(transform, id, places, before.get(id)?.[0], createId);
  }
  for (const [id, [gone]] of before) {
    if (gone && !groups.has(id)) recordJoin(transform, id as NodeId, gone, after);
  }
  return transform;
}

function renewAllButOne(
  transform: Transform,
  id: string,
  places: readonly Place[],
  original: Place | undefined,
  createId: CreateId,
): void {
  const start = original && transform.mapping.mapResult(original.from, 1);
  const survivor = start && !start.deleted ? places.find((place) => place.from === start.pos) : undefined;
  const keeper = survivor ?? places[0];
  const end = original ? transform.mapping.map(original.to, -1) : -1;
  for (const place of places) {
    if (place === keeper) continue;
    transform.setNodeAttribute(place.from, 'id', createId());
    const splitOff = survivor !== undefined && place.from >= survivor.to && place.to <= end;
    transform.setNodeAttribute(place.from, 'origins', splitOff ? [id] : []);
  }
}

/** Where the content of a vanished node now stands inside another of its type, that node came from both. */
function recordJoin(transform: Transform, id: NodeId, gone: Place, after: readonly Place[]): void {
  const end = transform.mapping.mapResult(gone.to - 1, -1);
  const start = transform.mapping.mapResult(gone.from + 1, 1);
  if (start.pos >= end.pos) return;
  const heir = after.findLast(
    (place) => place.node.type === gone.node.type && place.from < start.pos && place.to > end.pos,
  );
  if (!heir) return;
  const heirId = idOf(heir.node);
  const origins = originsOf(heir.node);
  if (heirId === null || origins.includes(id) || originsOf(gone.node).includes(heirId)) return;
  transform.setNodeAttribute(heir.from, 'origins', [...origins, id]);
}

function allPlaces(doc: Node): Place[] {
  const places: Place[] = [];
  doc.descendants((node, from) => {
    if ('id' in node.attrs) places.push({ node, from, to: from + node.nodeSize });
  });
  return places;
}

function placesById(doc: Node): Map<string, Place[]> {
  const byId = new Map<string, Place[]>();
  for (const place of allPlaces(doc)) {
    const id = idOf(place.node);
    if (id !== null) byId.set(id, [...(byId.get(id) ?? []), place]);
  }
  return byId;
}

function idOf(node: Node): NodeId | null {
  return node.attrs['id'] as NodeId | null;
}

function originsOf(node: Node): readonly NodeId[] {
  return node.attrs['origins'] as readonly NodeId[];
}
