import type { NodeId } from '../../../shared/ids/ids.ts';
import type { Footnote, LeitbildNode } from '../../../shared/schema/document.ts';
import { childrenOf, isIdentified, plainText, walk } from '../../../shared/schema/walk.ts';
import type { NumberedText } from '../../client/live-text.ts';

/** What belongs to one node of the text. */
export interface NodeFacts {
  readonly node: LeitbildNode;
  readonly words: number;
  readonly footnotes: readonly { readonly id: NodeId; readonly number: string; readonly text: string }[];
  /** Targets of the references in it, each once; `name` is null where the target is gone. */
  readonly refersTo: readonly { readonly id: NodeId; readonly name: string | null }[];
  /** Lines of the outline from which something refers to it or to a part of it. */
  readonly referredFrom: readonly { readonly id: NodeId; readonly name: string }[];
}

const lineTypes: ReadonlySet<string> = new Set([
  'foreword',
  'preface',
  'chapter',
  'section',
  'actionField',
  'goal',
]);

/** Looks up what belongs to a node; null where the text has none of that id. */
export function nodeFacts(text: NumberedText, id: NodeId): NodeFacts | null {
  const found = findNode(text.document, id);
  if (found === null) return null;
  const within = new Set<NodeId>();
  walk(found, (one) => {
    if (isIdentified(one)) within.add(one.attrs.id);
  });

  const footnotes: Footnote[] = [];
  const targets = new Set<NodeId>();
  walk(found, (one) => {
    if (one.type === 'footnote') footnotes.push(one);
    if (one.type === 'reference') targets.add(one.attrs.target);
  });
  const from = new Map<NodeId, string>();
  walk(text.document, (one, ancestors) => {
    if (one.type !== 'reference' || !within.has(one.attrs.target)) return;
    const line = ancestors.findLast((above) => lineTypes.has(above.type));
    if (line === undefined || !isIdentified(line) || within.has(line.attrs.id)) return;
    from.set(line.attrs.id, text.references.textOf(line.attrs.id, 'label') ?? '');
  });
  return {
    node: found,
    words: plainTextOf(found)
      .split(/\s+/)
      .filter((word) => /[\p{L}\p{N}]/u.test(word)).length,
    footnotes: footnotes.map((note) => ({
      id: note.attrs.id,
      number: text.numbering.get(note.attrs.id)?.short ?? '',
      text: plainText(childrenOf(note)),
    })),
    refersTo: [...targets].map((target) => ({ id: target, name: text.references.textOf(target, 'label') })),
    referredFrom: [...from].map(([line, name]) => ({ id: line, name })),
  };
}

/** The node with this id, and all in it; null where there is none. */
export function findNode(root: LeitbildNode, id: NodeId): LeitbildNode | null {
  if (isIdentified(root) && root.attrs.id === id) return root;
  for (const child of childrenOf(root)) {
    const found = findNode(child, id);
    if (found !== null) return found;
  }
  return null;
}

/** The words of a node, blocks apart by a space. */
function plainTextOf(node: LeitbildNode): string {
  if (node.type === 'text') return node.text;
  if (node.type === 'footnote' || node.type === 'reference') return '';
  const isBlock = node.type === 'paragraph' || node.type === 'heading';
  return childrenOf(node)
    .map(plainTextOf)
    .join(isBlock ? '' : ' ');
}
