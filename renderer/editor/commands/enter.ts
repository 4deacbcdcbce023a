import type { Node } from '@tiptap/pm/model';
import type { Command, Transaction } from '@tiptap/pm/state';
import { canSplit } from '@tiptap/pm/transform';
import {
  blankItem,
  caretAt,
  commandOf,
  isBlank,
  mapperOf,
  nearest,
  partsOf,
  placeAt,
  type Place,
} from './places.ts';

/**
 * Enter in a goal or subpoint: the next one, with what stood after the caret. At the beginning an empty one comes
 * before, at the end of what has subpoints a first subpoint follows. In an empty last one it leads one level out.
 */
export const enterInItem: Command = commandOf((tr, state) => {
  const item = nearest(state.selection.$from, 'goal', 'subpoint', 'listItem');
  if (!item || item.node.type.name === 'listItem') return false;
  if (state.selection.$from.depth !== item.depth + 1) return false;
  if (!state.selection.empty) tr.deleteSelection();
  const { $from } = tr.selection;
  const current = nearest($from, item.node.type.name);
  if (!current) return true;
  return isBlank(current.node) ? leave(tr, current) : divide(tr, current);
});

function divide(tr: Transaction, item: Place): boolean {
  const { $from } = tr.selection;
  const { type } = item.node;
  const isFirst = $from.index(item.depth) === 0;
  if (isFirst && $from.parentOffset === 0) {
    tr.insert(item.from, blankItem(type));
    return true;
  }
  const { paragraphs, below } = partsOf(item.node);
  const isLast = $from.index(item.depth) === paragraphs.length - 1;
  if (isLast && $from.parentOffset === $from.parent.content.size) {
    const subpoint = type.schema.nodes['subpoint'];
    const isParent = below[0]?.type.name === 'subpoint';
    const at = isParent ? $from.after(item.depth + 1) : item.to;
    tr.insert(at, blankItem(isParent && subpoint ? subpoint : type));
    caretAt(tr, at + 2);
    return true;
  }
  if (!canSplit(tr.doc, $from.pos, 2)) return false;
  tr.split(withoutSpaces(tr), 2);
  return true;
}

/** Takes away the spaces on both sides of the caret, which would end one half and begin the other; its place then. */
function withoutSpaces(tr: Transaction): number {
  const { $from } = tr.selection;
  const { nodeBefore, nodeAfter, pos } = $from;
  const before = /\s*$/.exec(nodeBefore?.text ?? '')?.[0].length ?? 0;
  const after = /^\s*/.exec(nodeAfter?.text ?? '')?.[0].length ?? 0;
  if (before + after > 0) tr.delete(pos - before, pos + after);
  return pos - before;
}

/** An empty last item goes, and the caret with it: to the next item one level up, or to a paragraph after the group. */
function leave(tr: Transaction, item: Place): boolean {
  const map = mapperOf(tr);
  const { $from } = tr.selection;
  const isLast = item.index === item.parent.childCount - 1;
  if (!isLast) return true;
  const holder = placeAt($from, item.depth - 1);
  if (item.node.type.name === 'subpoint') {
    const next = blankItem(holder.node.type);
    tr.delete(item.from, item.to);
    const at = map(holder.to);
    tr.insert(at, next);
    caretAt(tr, at + 2);
    return true;
  }
  const outer = holder.depth > 1 ? placeAt($from, holder.depth - 1) : undefined;
  if (!outer) return true;
  const isNested = outer.node.type.name === 'goal';
  const paragraph = item.node.type.schema.nodes['paragraph'];
  if (!paragraph) return true;
  const at = isNested ? outer.to : holder.to;
  const next = isNested ? blankItem(outer.node.type) : paragraph.create();
  const isOnly = item.parent.children.filter((child: Node) => child.type === item.node.type).length === 1;
  if (isOnly && !isNested) return true;
  tr.insert(at, next);
  tr.delete(item.from, item.to);
  caretAt(tr, map(at, -1) + (isNested ? 2 : 1));
  return true;
}

/** Enter in a heading: what follows the caret begins the text under it; at its end an empty paragraph or goal. */
export const enterInHeading: Command = commandOf((tr, state) => {
  const heading = nearest(state.selection.$from, 'heading');
  if (!heading) return false;
  if (!state.selection.empty) tr.deleteSelection();
  const map = mapperOf(tr);
  const { $from } = tr.selection;
  const owner = placeAt($from, $from.depth - 1);
  const after = $from.after();
  const rest = $from.parent.slice($from.parentOffset).content;
  const following = owner.node.maybeChild(1);
  const target = following && firstText(following);
  if (rest.size === 0 && target && isBlank(target)) {
    caretAt(tr, after + 1);
    return true;
  }
  const paragraph = state.schema.nodes['paragraph']?.create(null, rest);
  const goal = state.schema.nodes['goal'];
  if (!paragraph || !goal) return false;
  const next = owner.node.type.name === 'goalGroup' ? goal.create(null, paragraph) : paragraph;
  tr.insert(after, next);
  tr.delete($from.pos, $from.end());
  caretAt(tr, map(after, -1) + 1);
  return true;
});

function firstText(node: Node): Node | undefined {
  if (node.isTextblock) return node;
  return node.firstChild ? firstText(node.firstChild) : undefined;
}

/** Enter under a foreword's name: a further office. */
export const enterInSignature: Command = commandOf((tr, state) => {
  const line = nearest(state.selection.$from, 'signatureName', 'signatureOffice');
  const office = state.schema.nodes['signatureOffice'];
  if (!line || !office) return false;
  if (!state.selection.empty) tr.deleteSelection();
  const map = mapperOf(tr);
  const { $from } = tr.selection;
  const rest = $from.parent.slice($from.parentOffset).content;
  const after = $from.after();
  tr.insert(after, office.create(null, rest));
  tr.delete($from.pos, $from.end());
  caretAt(tr, map(after, -1) + 1);
  return true;
});

/** A further paragraph in the same goal, subpoint or list item. */
export const addParagraph: Command = commandOf((tr, state) => {
  if (state.selection.$from.parent.type.name !== 'paragraph') return false;
  if (!state.selection.empty) tr.deleteSelection();
  if (!canSplit(tr.doc, tr.selection.from)) return false;
  tr.split(withoutSpaces(tr));
  return true;
});

/** A line break within the paragraph or heading. */
export const breakLine: Command = commandOf((tr, state) => {
  const { $from } = state.selection;
  const type = state.schema.nodes['hardBreak'];
  if (
    !type ||
    !$from.parent.inlineContent ||
    !$from.parent.canReplaceWith($from.index(), $from.index(), type)
  ) {
    return false;
  }
  tr.replaceSelectionWith(type.create(), false);
  return true;
});
