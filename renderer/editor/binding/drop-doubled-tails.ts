import { compareIDs, ContentString, XmlElement, XmlText, type Item, type Transaction } from 'yjs';
import type { CarriedLetters } from './carried-letters.ts';
import { itemsOf, type Piece } from './letter-runs.ts';
import { isNew } from './removals.ts';

/**
 * Two who split one text at once each make a part of what stood behind their caret, so that the end of the text stands
 * in both. Takes the doubled end out of one of them, and a part that is left with nothing. Everybody who sees both
 * parts does the same, and Yjs deletes nothing twice; letters written since are left alone. That neither knew of the
 * other is told by what they were put between.
 */
export function dropDoubledTails(
  received: Transaction,
  carried: CarriedLetters,
  write: (work: () => void) => void,
): void {
  const pairs = [...received.changed.keys()].flatMap((parent) =>
    parent instanceof XmlText ? [] : pairsIn(parent, received),
  );
  if (pairs.length === 0) return;
  write(() => {
    for (const [first, second] of pairs) {
      if (!first.deleted && !second.deleted) dropDoubled(first, second, carried);
    }
  });
}

function pairsIn(parent: { readonly _start: Item | null }, received: Transaction): readonly [Item, Item][] {
  const parts = itemsOf(parent).filter((item) => !item.deleted && originOf(item) !== undefined);
  return parts.flatMap((first, index) =>
    parts
      .slice(index + 1)
      .filter((second) => isNew(first, received) || isNew(second, received))
      .filter((second) => isAtOnce(first, second))
      .map((second): [Item, Item] => [first, second]),
  );
}

/** What a part was split from, if it was made so. */
function originOf(item: Item): string | undefined {
  const element = elementOf(item);
  const origins = (element as XmlElement<{ origins: readonly string[] }> | undefined)?.getAttribute(
    'origins',
  );
  return origins?.length === 1 ? origins[0] : undefined;
}

/** Whether two were put behind the same sibling by people who did not know of each other's. */
function isAtOnce(first: Item, second: Item): boolean {
  return (
    first.id.client !== second.id.client &&
    originOf(first) === originOf(second) &&
    elementOf(first)?.nodeName === elementOf(second)?.nodeName &&
    compareIDs(first.origin, second.origin) &&
    !compareIDs(first.rightOrigin, second.id) &&
    !compareIDs(second.rightOrigin, first.id)
  );
}

function dropDoubled(first: Item, second: Item, carried: CarriedLetters): void {
  const [one, other] = [textIn(first), textIn(second)];
  if (!one || !other) return;
  const [earlier, later] = [madeWith(one), madeWith(other)];
  const length = Math.min(earlier.length, later.length);
  const [end, tail] = [earlier.slice(earlier.length - length), later.slice(later.length - length)];
  if (length === 0 || !end.every(({ letter }, at) => letter === tail[at]?.letter)) return;
  if (earlier.length > length) {
    carried.add(piecesOf(end), piecesOf(tail));
    drop(one, end, other);
  } else if (later.length === length) {
    carried.add(piecesOf(tail), piecesOf(end));
    dropPart(second, other, tail, first, one);
  } else {
    carried.add(piecesOf(end), piecesOf(tail));
    dropPart(first, one, end, second, other);
  }
}

/** Takes out the doubled letters, and the part, where nothing is left in it that its double does not hold. */
function dropPart(
  item: Item,
  block: XmlElement,
  doubled: readonly Letter[],
  other: Item,
  double: XmlElement,
): void {
  drop(block, doubled, double);
  const part = elementOf(item);
  const held = new Set(idsWithin(elementOf(other)));
  const isEmpty =
    block.toArray().every((child) => child instanceof XmlText && child.length === 0) &&
    idsWithin(part).every((id) => id === idOf(block) || held.has(id));
  const { parent } = item;
  if (isEmpty && part && parent instanceof XmlElement) parent.delete(parent.toArray().indexOf(part), 1);
}

interface Letter {
  readonly letter: string;
  readonly item: Item;
  readonly offset: number;
}

/** The letters that came into being with a block, those that stand yet. */
function madeWith(block: XmlElement): readonly Letter[] {
  const made = block._item?.id;
  const end = firstAttribute(block);
  if (!made || end === undefined) return [];
  return itemsIn(block).flatMap((item): Letter[] => {
    const { id, content } = item;
    const isMade = id.client === made.client && id.clock > made.clock && id.clock < end;
    if (!isMade || item.deleted || !(content instanceof ContentString)) return [];
    return Array.from({ length: content.str.length }, (_, offset) => ({
      letter: content.str.charAt(offset),
      item,
      offset,
    }));
  });
}

/** Attributes are written after the content: what has a later clock was typed since. */
function firstAttribute(block: XmlElement): number | undefined {
  const clocks = ['id', 'origins'].flatMap((name) => {
    let item = block._map.get(name);
    while (item?.left) item = item.left;
    return item ? [item.id.clock] : [];
  });
  return clocks.length > 0 ? Math.min(...clocks) : undefined;
}

/** Takes doubled letters out of a block, and what else came with them that the double holds, too. */
function drop(block: XmlElement, letters: readonly Letter[], double: XmlElement): void {
  const doubled = new Map<Item, Set<number>>();
  for (const { item, offset } of letters) doubled.set(item, (doubled.get(item) ?? new Set()).add(offset));
  const [firstText] = letters.map(({ item }) => item.parent);
  const end = firstAttribute(block) ?? 0;
  const held = new Set(idsWithin(double));
  const children = block.toArray();
  const begin = children.indexOf(firstText as XmlText);
  for (let at = children.length - 1; at >= 0; at -= 1) {
    const child = children[at];
    if (child instanceof XmlText) dropLetters(child, doubled);
    else if (child instanceof XmlElement && at > begin) {
      const isMade =
        child._item?.id.client === block._item?.id.client && (child._item?.id.clock ?? end) < end;
      const id = idOf(child);
      if (isMade && (id === undefined || held.has(id))) block.delete(at, 1);
    }
  }
}

function dropLetters(text: XmlText, doubled: ReadonlyMap<Item, ReadonlySet<number>>): void {
  const gone: number[] = [];
  let index = 0;
  for (const item of itemsOf(text)) {
    if (item.deleted || !(item.content instanceof ContentString)) continue;
    for (let offset = 0; offset < item.length; offset += 1) {
      if (doubled.get(item)?.has(offset)) gone.push(index + offset);
    }
    index += item.length;
  }
  for (const [first, last] of ranges(gone).toReversed()) text.delete(first, last - first + 1);
}

function piecesOf(letters: readonly Letter[]): readonly Piece[] {
  return letters.map(({ letter, item, offset }) => ({
    id: { client: item.id.client, clock: item.id.clock + offset },
    text: letter,
  }));
}

function ranges(numbers: readonly number[]): readonly [number, number][] {
  const found: [number, number][] = [];
  for (const number of numbers) {
    const last = found.at(-1);
    if (last && last[1] === number - 1) last[1] = number;
    else found.push([number, number]);
  }
  return found;
}

function itemsIn(block: XmlElement): readonly Item[] {
  return block.toArray().flatMap((child) => (child instanceof XmlText ? itemsOf(child) : []));
}

/** The block of text of a part: itself, or its first paragraph. */
function textIn(item: Item): XmlElement | undefined {
  const part = elementOf(item);
  if (!part || part.nodeName === 'paragraph') return part;
  return part
    .toArray()
    .find((child): child is XmlElement => child instanceof XmlElement && child.nodeName === 'paragraph');
}

function elementOf({ content }: Item): XmlElement | undefined {
  const [type] = content.getContent() as unknown[];
  return type instanceof XmlElement ? type : undefined;
}

function idOf(element: XmlElement): string | undefined {
  return (element as XmlElement<{ id: string }>).getAttribute('id');
}

function idsWithin(element: XmlElement | undefined): readonly string[] {
  return (element?.toArray() ?? []).flatMap((child) =>
    child instanceof XmlElement
      ? [...(idOf(child) === undefined ? [] : [String(idOf(child))]), ...idsWithin(child)]
      : [],
  );
}
