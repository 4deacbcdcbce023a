import type { IdentifiedNode, Inline, LeitbildNode } from './document.ts';

/** The children of any node; empty where it has none. */
export function childrenOf(node: LeitbildNode): readonly LeitbildNode[] {
  return 'content' in node ? (node.content ?? []) : [];
}

/** Calls `visit` for the node and all below it, in document order. Ancestors run from the root to the parent. */
export function walk(
  root: LeitbildNode,
  visit: (node: LeitbildNode, ancestors: readonly LeitbildNode[]) => void,
): void {
  const ancestors: LeitbildNode[] = [];
  const descend = (node: LeitbildNode): void => {
    visit(node, ancestors);
    ancestors.push(node);
    for (const child of childrenOf(node)) descend(child);
    ancestors.pop();
  };
  descend(root);
}

export function isIdentified(node: LeitbildNode): node is IdentifiedNode {
  return 'attrs' in node && 'id' in node.attrs;
}

/** The first child that is a heading, as inline content; empty where there is none. */
export function headingOf(node: LeitbildNode): readonly Inline[] {
  for (const child of childrenOf(node)) if (child.type === 'heading') return child.content ?? [];
  return [];
}

/** The words of inline content without its footnotes; a line break counts as a space, a reference as nothing. */
export function plainText(content: readonly LeitbildNode[]): string {
  let text = '';
  for (const node of content) {
    if (node.type === 'text') text += node.text;
    else if (node.type === 'hardBreak') text += ' ';
    else if (node.type !== 'footnote' && node.type !== 'reference') text += plainText(childrenOf(node));
  }
  return text;
}
