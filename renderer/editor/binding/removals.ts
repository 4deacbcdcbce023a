import {
  ContentString,
  isDeleted,
  Item,
  iterateDeletedStructs,
  XmlElement,
  XmlText,
  createID,
  type Doc,
  type Transaction,
} from 'yjs';
import { createCarriedLetters, type CarriedLetters } from './carried-letters.ts';
import { partOf, runsOf, type LetterId, type Run } from './letter-runs.ts';
import { pairRuns } from './pair-runs.ts';
import { attributeOf } from './read-removed.ts';

/** What this editor removed from the room, and what it became where it was only written anew. */
export interface Removals {
  readonly carried: CarriedLetters;
  /** Takes note of what a transaction of this editor removed, before Yjs forgets it, and keeps it from being forgotten. */
  note(transaction: Transaction): void;
  /** Whether this editor removed it. */
  has(type: unknown): boolean;
  /** Whether an item, or a letter of it, was there when what it stands in was removed. */
  stood(item: Item, id: LetterId): boolean;
  /** The element that was made in place of a removed one, last. */
  heirOf(element: XmlElement): XmlElement | undefined;
  /** Whether it is a paragraph that was moved: late words go to it by the editor of who wrote them. */
  isMoved(element: unknown): boolean;
  /** Enters what was made to bring a removed element back. */
  replace(element: XmlElement, heir: XmlElement): void;
}

export function createRemovals(doc: Doc): Removals {
  const carried = createCarriedLetters();
  const removals = new WeakMap<object, Transaction['deleteSet']>();
  const heirs = new WeakMap<XmlElement, XmlElement>();
  const moved = new WeakSet<XmlElement>();

  return {
    carried,
    note(transaction) {
      const { deleteSet } = transaction;
      const items = deletedItems(transaction, (item) => !isNew(item, transaction));
      const types = items.map(partOf);
      const elements = types.filter((type) => type instanceof XmlElement);
      const texts = types.filter((type) => type instanceof XmlText);
      if (elements.length + texts.length === 0) return;
      for (const item of items) keep(item);
      for (const type of [...elements, ...texts]) removals.set(type, deleteSet);

      const made = madeIn(transaction, doc);
      for (const element of elements) {
        const heir = made.elements.get(keyOf(element));
        if (!heir) continue;
        heirs.set(element, heir);
        if (element.nodeName === 'paragraph') moved.add(element);
      }
      const gone = texts.flatMap((text) => runsOf(text, ({ id }) => isDeleted(deleteSet, id)));
      pairRuns(gone, made.runs, ({ block }) => heirs.get(block), carried);
    },
    has: (type) => removals.has(type as object),
    stood(item, id) {
      const known = removals.get(item.parent as object);
      return !item.deleted || (known !== undefined && isDeleted(known, createID(id.client, id.clock)));
    },
    heirOf(element) {
      let heir = heirs.get(element);
      while (heir && isGone(heir)) heir = heirs.get(heir);
      return heir;
    },
    isMoved: (element) => moved.has(element as XmlElement),
    replace(element, heir) {
      heirs.set(element, heir);
      moved.delete(element);
    },
  };
}

/** The items that a transaction deleted, of those that the choice takes. */
export function deletedItems(transaction: Transaction, choice: (item: Item) => boolean): readonly Item[] {
  const items: Item[] = [];
  iterateDeletedStructs(transaction, transaction.deleteSet, (struct) => {
    if (struct instanceof Item && choice(struct)) items.push(struct);
  });
  return items;
}

/** Whether an item came with the transaction. */
export function isNew({ id }: Item, { beforeState }: Transaction): boolean {
  return id.clock >= (beforeState.get(id.client) ?? 0);
}

/** Keeps Yjs from forgetting a deleted item and what it stands in. */
export function keep(item: Item): void {
  let kept: Item | null = item;
  while (kept && !kept.keep) {
    kept.keep = true;
    kept = (kept.parent as { readonly _item?: Item | null } | null)?._item ?? null;
  }
}

/** Whether an element, or what it stands in, is deleted. */
export function isGone(type: { readonly _item: Item | null } | null): boolean {
  for (let item = type?._item ?? null; item; item = (item.parent as { _item: Item | null })._item) {
    if (item.deleted) return true;
  }
  return false;
}

/** Elements are known again by type and id; a heading, which has none, by that of what it heads. */
function keyOf(element: XmlElement): string | undefined {
  const id = attributeOf(element, 'id');
  if (typeof id === 'string') return `${element.nodeName} ${id}`;
  const { parent } = element;
  const above = parent instanceof XmlElement ? attributeOf(parent as XmlElement, 'id') : undefined;
  return typeof above === 'string' ? `${element.nodeName} of ${above}` : undefined;
}

/** What a transaction of this editor made: elements by their keys, and runs of letters. */
function madeIn(
  transaction: Transaction,
  doc: Doc,
): { readonly elements: ReadonlyMap<string | undefined, XmlElement>; readonly runs: readonly Run[] } {
  const elements = new Map<string | undefined, XmlElement>();
  const texts = new Set<XmlText>();
  const isMade = (item: Item): boolean =>
    !item.deleted && item.id.client === doc.clientID && isNew(item, transaction);
  for (const struct of (doc.store.clients.get(doc.clientID) ?? []).toReversed()) {
    if (!(struct instanceof Item)) continue;
    if (!isNew(struct, transaction)) break;
    if (struct.deleted) continue;
    const type = partOf(struct);
    const key = type instanceof XmlElement ? keyOf(type) : undefined;
    if (key !== undefined && type instanceof XmlElement) elements.set(key, type);
    if (struct.content instanceof ContentString && struct.parent instanceof XmlText) texts.add(struct.parent);
  }
  return { elements, runs: [...texts].reverse().flatMap((text) => runsOf(text, isMade)) };
}
