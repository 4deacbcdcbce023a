import { Node } from '@tiptap/pm/model';
import { isNodeId, type NodeId } from '../ids/ids.ts';
import type { LeitbildDocument } from '../schema/document.ts';
import { leitbildSchema } from '../schema/leitbild-schema.ts';
import { nodeWords, textBlocksOf } from './text-blocks.ts';

/** Nodes of one document by their ids, with their words. Make it once for many questions. */
export interface DocumentNodes {
  find(id: NodeId): Node | undefined;
  /** As `nodeWords` gives them; empty where there is no such node. */
  wordsOf(id: NodeId): string;
  /** The nodes that one came from, over any number of steps that the document still tells. */
  originsOf(id: NodeId): readonly NodeId[];
  /** The nodes with ids that one stands in, the outermost first. */
  above(id: NodeId): readonly NodeId[];
  /** Where the words of the inner node begin in those of the outer; `null` where it does not stand in it. */
  offsetIn(outer: NodeId, inner: NodeId): number | null;
  /** All ids in document order. */
  readonly ids: readonly NodeId[];
}

interface Entry {
  readonly node: Node;
  readonly from: number;
  readonly above: readonly NodeId[];
}

export function documentNodes(document: LeitbildDocument): DocumentNodes {
  const entries = new Map<NodeId, Entry>();
  const visit = (node: Node, from: number, above: readonly NodeId[]): void => {
    const id: unknown = node.attrs['id'];
    if (isNodeId(id)) entries.set(id, { node, from, above });
    const below = isNodeId(id) ? [...above, id] : above;
    node.forEach((child, offset) => visit(child, from + 1 + offset, below));
  };
  visit(Node.fromJSON(leitbildSchema, document), -1, []);

  const wordsOf = (id: NodeId): string => {
    const entry = entries.get(id);
    return entry ? nodeWords(entry.node) : '';
  };
  return {
    find: (id) => entries.get(id)?.node,
    wordsOf,
    originsOf(id) {
      const found = new Set<NodeId>();
      const open: NodeId[] = [id];
      for (let next = open.pop(); next !== undefined; next = open.pop()) {
        const origins = (entries.get(next)?.node.attrs['origins'] ?? []) as readonly NodeId[];
        for (const origin of origins) {
          if (found.has(origin) || origin === id) continue;
          found.add(origin);
          open.push(origin);
        }
      }
      return [...found];
    },
    above: (id) => entries.get(id)?.above ?? [],
    offsetIn(outer, inner) {
      const [around, entry] = [entries.get(outer), entries.get(inner)];
      if (!around || !entry?.above.includes(outer) || entry.node.type.name === 'footnote') return null;
      const before = textBlocksOf(around.node, around.from)
        .filter(({ words, from }) => words.trim() !== '' && from < entry.from)
        .map(({ words }) => words);
      return before.length === 0 ? 0 : before.join('\n').length + 1;
    },
    ids: [...entries.keys()],
  };
}
