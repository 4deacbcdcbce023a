import type { Node, Schema } from '@tiptap/pm/model';
import { ContentFormat, ContentString, XmlText, type Item, type XmlElement } from 'yjs';
import { itemsOf, partOf, piecesWithin, type LetterId, type Piece } from './letter-runs.ts';

/** What stood in an element before it was removed, as a node, and what in the room it was made of, in that order. */
export interface RemovedPart {
  readonly node: Node;
  readonly pieces: readonly Piece[];
  readonly elements: readonly XmlElement[];
}

/**
 * Reads a removed element by what `stood` says of each item, and of each letter, as Yjs joins items that are deleted.
 * `null` for types that the schema lacks.
 */
export function readRemoved(
  element: XmlElement,
  schema: Schema,
  stood: (item: Item, id: LetterId) => boolean,
): RemovedPart | null {
  const pieces: Piece[] = [];
  const elements: XmlElement[] = [];

  const read = (part: XmlElement): Node | null => {
    const type = schema.nodes[part.nodeName];
    if (!type) return null;
    elements.push(part);
    const children: Node[] = [];
    for (const item of itemsOf(part)) {
      const child = stood(item, item.id) ? partOf(item) : undefined;
      if (child instanceof XmlText) children.push(...letters(child));
      else if (child) {
        const node = read(child);
        if (node) children.push(node);
      }
    }
    try {
      return type.create(attributesOf(part, stood), children);
    } catch (error) {
      if (error instanceof RangeError) return null;
      throw error;
    }
  };

  const letters = (text: XmlText): readonly Node[] => {
    const nodes: Node[] = [];
    const marks = new Map<string, Readonly<Record<string, unknown>>>();
    for (const item of itemsOf(text)) {
      const { content } = item;
      if (content instanceof ContentFormat && stood(item, item.id)) {
        if ((content.value as unknown) === null) marks.delete(content.key);
        else marks.set(content.key, content.value as Readonly<Record<string, unknown>>);
      }
      for (const piece of standingPieces(item, stood)) {
        pieces.push(piece);
        const applied = [...marks].flatMap(([name, attrs]) => schema.marks[name]?.create(attrs) ?? []);
        nodes.push(schema.text(piece.text, applied));
      }
    }
    return nodes;
  };

  const node = read(element);
  return node && { node, pieces, elements };
}

function standingPieces(item: Item, stood: (item: Item, id: LetterId) => boolean): readonly Piece[] {
  if (!(item.content instanceof ContentString)) return [];
  const { client, clock } = item.id;
  const { str: text } = item.content;
  const pieces: Piece[] = [];
  let from = 0;
  for (let at = 0; at <= text.length; at += 1) {
    if (at < text.length && stood(item, { client, clock: clock + at })) continue;
    pieces.push(...piecesWithin([{ id: item.id, text }], from, at - from));
    from = at + 1;
  }
  return pieces;
}

/** An attribute of an element that may be removed. */
export function attributeOf(element: XmlElement, name: string): unknown {
  return element._map.get(name)?.content.getContent().at(-1);
}

function attributesOf(
  element: XmlElement,
  stood: (item: Item, id: LetterId) => boolean,
): Record<string, unknown> {
  const attributes: Record<string, unknown> = {};
  for (const [name, item] of element._map) {
    if (stood(item, item.id)) attributes[name] = item.content.getContent().at(-1);
  }
  return attributes;
}
