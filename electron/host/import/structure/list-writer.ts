import type { NodeId } from '../../../../shared/ids/ids.ts';
import type {
  Block,
  BulletList,
  ListItem,
  OrderedList,
  Paragraph,
} from '../../../../shared/schema/document.ts';
import { buildInline, type InlineContext } from './inline-content.ts';
import type { ListItemBlock, ParagraphBlock } from './goal-writer.ts';

interface OpenList {
  readonly depth: number;
  readonly ordered: boolean;
  readonly items: ListItem[];
  /** Content of the item that was added last. */
  current: Block[];
}

/** Writes paragraphs and plain lists into the content of one part. */
export interface ListWriter {
  addItem(block: ListItemBlock): void;
  addParagraph(block: ParagraphBlock): void;
  /** Ends the open list, so that the next item begins a new one. */
  close(): void;
}

/** Creates the writer for a part whose content is `target`. */
export function createListWriter(
  target: { push(block: Block): unknown },
  context: InlineContext,
): ListWriter {
  let lists: OpenList[] = [];

  const paragraphOf = (
    words: ListItemBlock['words'],
    wanted: NodeId | undefined,
    origins: readonly NodeId[],
  ): Paragraph => {
    const id = context.takeId(wanted);
    return { type: 'paragraph', attrs: { id, origins }, content: buildInline(words, id, context) };
  };

  const openList = (block: ListItemBlock): OpenList => {
    const items: ListItem[] = [];
    const list: BulletList | OrderedList = block.ordered
      ? { type: 'orderedList', attrs: { start: block.start ?? 1 }, content: items }
      : { type: 'bulletList', content: items };
    const parent = lists.at(-1);
    if (parent) parent.current.push(list);
    else target.push(list);
    const open = { depth: block.depth, ordered: block.ordered, items, current: [] };
    lists.push(open);
    return open;
  };

  return {
    addItem(block) {
      while ((lists.at(-1)?.depth ?? 0) > block.depth) lists = lists.slice(0, -1);
      const last = lists.at(-1);
      const isNew =
        last?.depth === block.depth && (last.ordered !== block.ordered || block.startsList === true);
      if (isNew) lists = lists.slice(0, -1);
      const current = lists.at(-1);
      const list = current?.depth === block.depth ? current : openList(block);
      const id = context.takeId(block.id);
      const content: Block[] = [];
      list.items.push({ type: 'listItem', attrs: { id, origins: block.origins ?? [] }, content });
      list.current = content;
      content.push(paragraphOf(block.words, undefined, []));
      context.placement.setFate(block.marker, {
        type: 'structure',
        as: block.ordered ? 'number' : 'bullet',
        node: id,
      });
    },
    addParagraph(block) {
      const depth = block.itemDepth ?? 0;
      while (lists.length > 0 && (lists.at(-1)?.depth ?? 0) > depth) lists = lists.slice(0, -1);
      const list = lists.at(-1);
      const paragraph = paragraphOf(block.words, block.id, block.origins ?? []);
      if (list && depth > 0) list.current.push(paragraph);
      else target.push(paragraph);
    },
    close() {
      lists = [];
    },
  };
}
