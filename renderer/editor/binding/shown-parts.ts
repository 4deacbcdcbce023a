import type { Node } from '@tiptap/pm/model';
import {
  ContentType,
  Item,
  iterateDeletedStructs,
  XmlElement,
  XmlText,
  type AbstractType,
  type Transaction,
  type XmlFragment,
} from 'yjs';
import type { Shown } from './read-fragment.ts';

/** Forgets what was deleted, and gives back the blocks of text among it as they were shown last. */
export function forgetDeleted(transaction: Transaction, shown: Shown): readonly Node[] {
  const blocks: Node[] = [];
  iterateDeletedStructs(transaction, transaction.deleteSet, (struct) => {
    if (!(struct instanceof Item) || !(struct.content instanceof ContentType)) return;
    const type = struct.content.type as AbstractType<unknown>;
    const node = shown.get(type);
    shown.delete(type);
    if (node && !Array.isArray(node) && node.isTextblock) blocks.push(node);
  });
  return blocks;
}

/** Enters the nodes of the editor for what was read anew: applying a difference copies the nodes on the way to it. */
export function align(part: XmlFragment, node: Node, shown: Shown): void {
  shown.set(part as AbstractType<unknown>, node);
  const groups = groupsOf(node);
  const types = part.toArray();
  if (types.length !== groups.length) return;
  types.forEach((type, index) => {
    const group = groups[index];
    if (!group || shown.get(type as AbstractType<unknown>) === group) return;
    if (type instanceof XmlText && Array.isArray(group)) shown.set(type as AbstractType<unknown>, group);
    else if (type instanceof XmlElement && !Array.isArray(group)) align(type, group, shown);
  });
}

/** The children of a node as the room holds them: neighbouring texts are one. */
function groupsOf(node: Node): readonly (Node | Node[])[] {
  const groups: (Node | Node[])[] = [];
  node.forEach((child) => {
    const last = groups.at(-1);
    if (!child.isText) groups.push(child);
    else if (Array.isArray(last)) last.push(child);
    else groups.push([child]);
  });
  return groups;
}
