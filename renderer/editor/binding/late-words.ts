import { Fragment, type Node, type Schema } from '@tiptap/pm/model';
import {
  ContentString,
  ContentType,
  createAbsolutePositionFromRelativePosition,
  createRelativePositionFromJSON,
  getState,
  XmlElement,
  XmlText,
  type Doc,
  type Item,
  type Transaction,
  type XmlFragment,
} from 'yjs';
import { itemsOf, partOf, runsOf, type LetterId, type Piece } from './letter-runs.ts';
import { readRemoved } from './read-removed.ts';
import { deletedItems, isGone, isNew, keep, type Removals } from './removals.ts';
import { createElement } from './write-fragment.ts';

/**
 * Puts back the words that others write into what this editor removed, before they know of it: Yjs deletes them with
 * it. Where a text was only written anew (a heading moved, a paragraph joined with another) they go there, beside the
 * same letters. Where it is gone, what was removed comes back as it was, with them. Paragraphs that were moved are left
 * to the editor of who wrote there; see `own-words.ts`.
 */
export interface LateWords {
  /** Looks for late words in a transaction of others. Says whether something removed came back. */
  receive(transaction: Transaction, schema: Schema): boolean;
}

/** `origin` is that of the transactions which put back; they are no edits of this editor's user. */
export function createLateWords(doc: Doc, removals: Removals, origin: object): LateWords {
  const { carried } = removals;
  const late = createIdSet();

  const stood = (item: Item, id: LetterId): boolean => removals.stood(item, id) || late.has(id);

  const receive = (transaction: Transaction, schema: Schema): boolean => {
    const items = deletedItems(transaction, (item) => isNew(item, transaction));
    const entered = items.filter(
      ({ content, parent }) =>
        (content instanceof ContentString || content instanceof ContentType) && removals.has(parent),
    );
    if (entered.length === 0) return false;
    for (const item of items) {
      keep(item);
      late.add(item.id, item.length);
    }
    let cameBack = false;
    doc.transact(() => {
      for (const parent of new Set(entered.map((item) => item.parent))) {
        for (const item of itemsOf(parent as XmlElement)) {
          if (!entered.includes(item) || isPut(item) || put(item, schema)) continue;
          cameBack = bringBack(item.parent as XmlElement | XmlText, schema) || cameBack;
        }
      }
    }, origin);
    return cameBack;
  };

  /** Whether it came back with others already, or is not for this editor to put back. */
  const isPut = (item: Item): boolean => {
    if (!(item.content instanceof ContentString)) {
      const type = partOf(item);
      return type instanceof XmlElement && removals.heirOf(type) !== undefined;
    }
    const heir = carried.heirOf(item.id);
    const block = item.parent instanceof XmlText ? item.parent.parent : undefined;
    return removals.isMoved(block) || (heir !== undefined && beside(heir, -1) !== undefined);
  };

  /** Puts what came late to where that which it was written in has gone; `false` where that is nowhere. */
  const put = (item: Item, schema: Schema): boolean => {
    if (item.content instanceof ContentString) {
      const place = placeOf(item) ?? edgeOf(item.parent as XmlText);
      if (place) insert(place, { id: item.id, text: item.content.str });
      return place !== undefined;
    }
    const type = partOf(item);
    if (type instanceof XmlText) {
      const place = edgeOf(type);
      for (const piece of place ? lettersOf(type) : []) {
        if (place && carried.heirOf(piece.id) === undefined)
          insert({ ...place, index: place.text.length }, piece);
      }
      return place !== undefined || removals.isMoved(type.parent);
    }
    const parent = item.parent as XmlElement;
    const heir = removals.heirOf(parent);
    if (!(type instanceof XmlElement) || !heir) return false;
    return rebuild(type, schema, (node) => insertElement(heir, heir.length, node));
  };

  /** The place in a text that stands beside the letters which an item stood beside. */
  const placeOf = (item: Item): Place | undefined => {
    for (let left = item.left; left; left = left.left) {
      const place = left.content instanceof ContentString ? follow(left.lastId, -1) : undefined;
      if (place) return place;
    }
    for (let right = item.right; right; right = right.right) {
      const place = right.content instanceof ContentString ? follow(right.id, 0) : undefined;
      if (place) return place;
    }
    return undefined;
  };

  const follow = (id: LetterId, side: -1 | 0): Place | undefined => {
    for (let heir: LetterId | undefined = id; heir; heir = carried.heirOf(heir)) {
      const place = beside(heir, side);
      if (place) return place;
    }
    return undefined;
  };

  /** Behind a letter or before it, where the text that it is in stands. */
  const beside = (id: LetterId, assoc: -1 | 0): Place | undefined => {
    const position = createRelativePositionFromJSON({ item: id, assoc });
    const place = createAbsolutePositionFromRelativePosition(position, doc);
    if (!(place?.type instanceof XmlText) || isGone(place.type)) return undefined;
    return { text: place.type, index: place.index };
  };

  const insert = ({ text, index }: Place, piece: Piece): void => {
    const id = { client: doc.clientID, clock: getState(doc.store, doc.clientID) };
    text.insert(index, piece.text);
    carried.add([piece], [{ id, text: piece.text }]);
  };

  /** The end of the block in which a removed text stood, or of the block that was made in its place. */
  const edgeOf = (text: XmlText): Place | undefined => {
    const old = text.parent as XmlElement;
    const block = isGone(old) ? removals.heirOf(old) : old;
    if (!block || removals.isMoved(old)) return undefined;
    const last = block.length > 0 ? block.get(block.length - 1) : undefined;
    if (last instanceof XmlText) return { text: last, index: last.length };
    const young = new XmlText();
    block.insert(block.length, [young]);
    return { text: young, index: 0 };
  };

  /** Brings back the largest part that this editor removed around a place, with what was written in it since. */
  const bringBack = (place: XmlElement | XmlText, schema: Schema): boolean => {
    let root: XmlElement | XmlText = place;
    while (isGone(root.parent as XmlElement) && removals.has(root.parent)) root = root.parent as XmlElement;
    if (root instanceof XmlText) return false;
    const parent = root.parent as XmlElement | XmlFragment;
    if (isGone(parent)) {
      // Somebody else removed what it stood in: its words go to the nearest part that is left and can hold them.
      return rebuild(root, schema, (node) => insertTexts(parent, node));
    }
    const items = itemsOf(parent);
    const before = items.slice(0, root._item ? items.indexOf(root._item) : 0);
    const index = before.filter(({ deleted, countable }) => !deleted && countable).length;
    return rebuild(root, schema, (node) => insertElement(parent, index, node));
  };

  const rebuild = (
    element: XmlElement,
    schema: Schema,
    write: (node: Node) => readonly XmlElement[],
  ): boolean => {
    const part = readRemoved(element, schema, stood);
    if (!part) return false;
    const made = write(part.node);
    carried.add(part.pieces, made.flatMap(lettersOf));
    const elements = made.flatMap(elementsOf);
    if (elements.length !== part.elements.length) return true;
    part.elements.forEach((old, at) => {
      const heir = elements[at];
      if (heir) removals.replace(old, heir);
    });
    return true;
  };

  return { receive };
}

interface Place {
  readonly text: XmlText;
  readonly index: number;
}

function insertElement(parent: XmlElement | XmlFragment, index: number, node: Node): readonly XmlElement[] {
  const element = createElement(node, new Map());
  parent.insert(index, [element]);
  return [element];
}

const HOLDERS = ['foreword', 'preface', 'chapter', 'section', 'actionField', 'goal', 'subpoint', 'listItem'];

/** Writes the texts of a node as paragraphs behind what is left around a removed parent. */
function insertTexts(removed: XmlElement | XmlFragment, node: Node): readonly XmlElement[] {
  const { paragraph, preface, heading } = node.type.schema.nodes;
  const texts: Node[] = [];
  const collect = (block: Node): boolean => {
    if (block.isTextblock && paragraph) texts.push(paragraph.create(block.attrs, block.content));
    return !block.isTextblock;
  };
  if (collect(node)) node.descendants(collect);
  let child = removed;
  let parent = removed.parent as XmlElement | XmlFragment | null;
  while (parent && (isGone(parent) || !(parent instanceof XmlElement && HOLDERS.includes(parent.nodeName)))) {
    child = parent;
    parent = parent.parent as XmlElement | XmlFragment | null;
  }
  if (!parent) {
    const whole = heading && preface?.create(null, Fragment.fromArray([heading.create(), ...texts]));
    return whole ? insertElement(child, child.length, whole) : [];
  }
  const holder = parent;
  const items = itemsOf(holder);
  const before = items.slice(0, child._item ? items.indexOf(child._item) + 1 : 0);
  const index = before.filter(({ deleted, countable }) => !deleted && countable).length;
  return texts.flatMap((text, at) => insertElement(holder, index + at, text));
}

/** The letters of a part in their order. */
function lettersOf(part: XmlElement | XmlText): readonly Piece[] {
  if (part instanceof XmlText) return runsOf(part, () => true).flatMap(({ pieces }) => pieces);
  return part
    .toArray()
    .flatMap((child) => (child instanceof XmlText || child instanceof XmlElement ? lettersOf(child) : []));
}

function elementsOf(part: XmlElement): readonly XmlElement[] {
  return [part, ...part.toArray().flatMap((child) => (child instanceof XmlElement ? elementsOf(child) : []))];
}

/** A set of ids, by ranges. */
function createIdSet(): { add(id: LetterId, length: number): void; has(id: LetterId): boolean } {
  const ranges = new Map<number, { readonly from: number; readonly to: number }[]>();
  return {
    add({ client, clock }, length) {
      ranges.set(client, [...(ranges.get(client) ?? []), { from: clock, to: clock + length }]);
    },
    has: ({ client, clock }) =>
      ranges.get(client)?.some(({ from, to }) => clock >= from && clock < to) ?? false,
  };
}
