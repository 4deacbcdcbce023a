import { decodeUpdate, findIndexSS, Item, XmlElement, type AbstractType, type Doc } from 'yjs';
import { isNodeId, type NodeId } from '../../../shared/ids/ids.ts';
import { sharedTypes } from '../../../shared/rooms/rooms.ts';
import type { NodeType } from '../../../shared/schema/document.ts';

/** The kinds of nodes that readers would name when they tell where they worked. */
export const partTypes: ReadonlySet<string> = new Set<NodeType>([
  'foreword',
  'preface',
  'chapter',
  'section',
  'actionField',
  'goalGroup',
  'goal',
]);

/** What an update of the text room changes. */
export interface Touched {
  readonly parts: ReadonlySet<NodeId>;
  readonly header: boolean;
}

/** Looks where the changes of an update lie in the document that has it: in the nearest part around each of them. */
export function touchedBy(doc: Doc, update: Uint8Array): Touched {
  const parts = new Set<NodeId>();
  const seen = new Set<unknown>();
  let header = false;
  const headerType: unknown = doc.share.get(sharedTypes.text.header);

  const note = (type: unknown): void => {
    let around: unknown = type;
    while (isType(around) && !seen.has(around)) {
      seen.add(around);
      if (around === headerType) header = true;
      if (around instanceof XmlElement && partTypes.has(around.nodeName)) {
        const id: unknown = around.getAttribute('id');
        if (isNodeId(id)) {
          parts.add(id);
          return;
        }
      }
      around = around._item?.parent;
    }
  };
  const noteRange = (client: number, from: number, length: number): void => {
    const structs = doc.store.clients.get(client);
    const last = structs?.at(-1);
    if (structs === undefined || last === undefined || from >= last.id.clock + last.length) return;
    for (let index = findIndexSS(structs, from); index < structs.length; index += 1) {
      const struct = structs[index];
      if (struct === undefined || struct.id.clock >= from + length) return;
      if (struct instanceof Item) note(struct.parent);
    }
  };

  const { structs, ds } = decodeUpdate(update);
  for (const { id, length } of structs) noteRange(id.client, id.clock, length);
  for (const [client, ranges] of ds.clients) {
    for (const { clock, len } of ranges) noteRange(client, clock, len);
  }
  return { parts, header };
}

function isType(value: unknown): value is AbstractType<unknown> {
  return typeof value === 'object' && value !== null && '_item' in value;
}
