import { ContentString, ContentType, XmlElement, XmlText, type Item } from 'yjs';

/** What Yjs knows a letter by: who wrote it, and as their how manieth. */
export interface LetterId {
  readonly client: number;
  readonly clock: number;
}

/** Letters in a row whose ids follow each other. */
export interface Piece {
  readonly id: LetterId;
  readonly text: string;
}

/** Letters of one shared text that stand beside each other. */
export interface Run {
  /** The block of text that they stand in. */
  readonly block: XmlElement;
  readonly pieces: readonly Piece[];
  readonly text: string;
}

/** The letters of a shared text that belong to a choice, in runs; letters that stand and do not belong part them. */
export function runsOf(text: XmlText, belongs: (item: Item) => boolean): readonly Run[] {
  const runs: Run[] = [];
  let pieces: Piece[] = [];
  const end = (): void => {
    if (pieces.length > 0) {
      runs.push({
        block: text.parent as XmlElement,
        pieces,
        text: pieces.map((piece) => piece.text).join(''),
      });
    }
    pieces = [];
  };
  for (const item of itemsOf(text)) {
    if (!(item.content instanceof ContentString)) continue;
    if (belongs(item)) pieces.push({ id: item.id, text: item.content.str });
    else if (!item.deleted) end();
  }
  end();
  return runs;
}

/** Every item of a shared type in its order, deleted ones among them. */
export function itemsOf(type: { readonly _start: Item | null }): readonly Item[] {
  const items: Item[] = [];
  for (let item = type._start; item !== null; item = item.right) items.push(item);
  return items;
}

/** The element or text that came into being with an item, if one did. */
export function partOf({ content }: Item): XmlElement | XmlText | undefined {
  const type: unknown = content instanceof ContentType ? content.type : undefined;
  if (type instanceof XmlElement) return type as XmlElement;
  return type instanceof XmlText ? type : undefined;
}

/** The pieces that hold `length` letters from `from` on. */
export function piecesWithin(pieces: readonly Piece[], from: number, length: number): readonly Piece[] {
  const within: Piece[] = [];
  let begin = 0;
  for (const { id, text } of pieces) {
    const [first, last] = [Math.max(from, begin), Math.min(from + length, begin + text.length)];
    if (first < last) {
      const { client, clock } = id;
      within.push({
        id: { client, clock: clock + first - begin },
        text: text.slice(first - begin, last - begin),
      });
    }
    begin += text.length;
  }
  return within;
}
