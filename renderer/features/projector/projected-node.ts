import type { NodeId } from '../../../shared/ids/ids.ts';
import type { LeitbildDocument, LeitbildNode } from '../../../shared/schema/document.ts';
import { childrenOf, headingOf, isIdentified, plainText, walk } from '../../../shared/schema/walk.ts';
import type { NumberedText } from '../../client/live-text.ts';

/** The node and what it stands in, outermost first, without the document itself; empty where it is gone. */
export function pathToNode(root: LeitbildDocument, id: NodeId): readonly LeitbildNode[] {
  let path: readonly LeitbildNode[] = [];
  walk(root, (node, ancestors) => {
    if (isIdentified(node) && node.attrs.id === id) path = [...ancestors.slice(1), node];
  });
  return path;
}

/** What a part is called in the line above a goal: "6.4 Arbeit". Empty for groups and goals. */
export function nameInPath(node: LeitbildNode, { numbering }: NumberedText): string {
  if (!isIdentified(node) || node.type === 'goalGroup' || node.type === 'goal') return '';
  const number = numbering.get(node.attrs.id)?.full ?? '';
  return [number, plainText(headingOf(node)).trim()].filter((part) => part !== '').join(' ');
}

/** The goal after or before a node, in the order of the text; null at its ends. */
export function stepFrom(root: LeitbildDocument, from: NodeId | null, by: 1 | -1): NodeId | null {
  const order: { readonly id: NodeId; readonly isGoal: boolean }[] = [];
  const visit = (node: LeitbildNode): void => {
    if (isIdentified(node)) order.push({ id: node.attrs.id, isGoal: node.type === 'goal' });
    for (const child of childrenOf(node)) visit(child);
  };
  visit(root);
  const at = from === null ? (by === 1 ? -1 : order.length) : order.findIndex(({ id }) => id === from);
  const next =
    by === 1
      ? order.find(({ isGoal }, index) => isGoal && index > at)
      : order.findLast(({ isGoal }, index) => isGoal && index < at);
  return next?.id ?? null;
}
