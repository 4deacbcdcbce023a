import type { Node } from '@tiptap/pm/model';
import type { LeitbildDocument, LeitbildNode } from '../../../shared/schema/document.ts';

/** Turns an editor's document into one without the words of its paragraphs, for numbers, headings and references. */
export type SkeletonOf = (doc: Node) => LeitbildDocument;

/**
 * Makes skeletons in the form that `shared/text` and `shared/publication` read: every node with its attributes,
 * headings in full, paragraphs with their footnotes alone. Parts that stayed the same node are not read again.
 */
export function createSkeletons(): SkeletonOf {
  const made = new WeakMap<Node, LeitbildNode>();

  const skeletonOf = (node: Node): LeitbildNode => {
    const known = made.get(node);
    if (known) return known;
    const isHeading = node.type.name === 'heading';
    const content = isHeading
      ? (node.content.toJSON() as LeitbildNode[] | null)
      : node.children
          .filter((child) => !node.inlineContent || child.type.name === 'footnote')
          .map(skeletonOf);
    const skeleton = {
      type: node.type.name,
      ...(Object.keys(node.attrs).length > 0 && { attrs: node.attrs }),
      ...(content && content.length > 0 && node.type.name !== 'footnote' && { content }),
    } as LeitbildNode;
    made.set(node, skeleton);
    return skeleton;
  };

  return (doc) => skeletonOf(doc) as LeitbildDocument;
}
