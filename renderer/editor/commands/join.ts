import { Fragment, type Node } from '@tiptap/pm/model';
import { TextSelection, type Command, type EditorState, type Transaction } from '@tiptap/pm/state';
import { canJoin } from '@tiptap/pm/transform';
import type { Profile } from '../../../shared/schema/profile.ts';
import { sinkUnder } from './indent.ts';
import {
  caretAt,
  caretBefore,
  commandOf,
  isBlank,
  nearest,
  partsOf,
  placeAt,
  sibling,
  type Place,
} from './places.ts';

/**
 * Backspace at the beginning of a block of text. Within a goal it joins with what stands before; an empty goal,
 * subpoint, heading or paragraph goes; where joining would break the structure (a heading with what is above it) the
 * caret only moves there. `false` where the caret does not stand at a beginning.
 */
export function joinBefore(profile: Profile): Command {
  return commandOf((tr, state) => {
    const { $from, empty } = state.selection;
    if (!empty || $from.parentOffset > 0 || !$from.parent.isTextblock || $from.depth === 0) return false;
    const holder = placeAt($from, $from.depth - 1);
    const block = placeAt($from, $from.depth);
    switch (block.node.type.name) {
      case 'heading':
        return beforeHeading(tr, block, holder);
      case 'signatureName':
      case 'signatureOffice':
        return beforeSignatureLine(tr, block, holder);
      default:
        if (block.index > 0) return beforeParagraph(tr, block, sibling(block, -1));
        if (['goal', 'subpoint'].includes(holder.node.type.name)) {
          return beforeItem(tr, state, holder, profile);
        }
        // Lists have their own commands.
        return false;
    }
  });
}

/** Delete at the end of a block of text: what Backspace does at the beginning of the next one. */
export function joinAfter(profile: Profile): Command {
  return (state, dispatch) => {
    const { $from, empty } = state.selection;
    if (!empty || !$from.parent.isTextblock || $from.parentOffset < $from.parent.content.size) return false;
    const next = nextTextStart(state.doc, $from.after());
    if (next === undefined) return false;
    if ($from.parent.content.size === 0 && removeBlankParagraph(state, dispatch)) return true;
    const there = state.apply(state.tr.setSelection(TextSelection.create(state.doc, next)));
    return joinBefore(profile)(there, (joined) => {
      if (!joined.docChanged) return;
      const { tr } = state;
      for (const step of joined.steps) tr.step(step);
      caretAt(tr, tr.mapping.map($from.pos, -1), -1);
      dispatch?.(tr.scrollIntoView());
    });
  };
}

function removeBlankParagraph(
  state: EditorState,
  dispatch: ((tr: Transaction) => void) | undefined,
): boolean {
  const { $from } = state.selection;
  if ($from.parent.type.name !== 'paragraph') return false;
  const block = placeAt($from, $from.depth);
  const { parent, index } = block;
  if (!parent.canReplace(index, index + 1)) return false;
  const tr = state.tr.delete(block.from, block.to);
  caretAt(tr, block.from + 1);
  dispatch?.(tr.scrollIntoView());
  return true;
}

function nextTextStart(doc: Node, from: number): number | undefined {
  let start: number | undefined;
  doc.nodesBetween(from, doc.content.size, (node, at) => {
    if (start !== undefined || node.isInline) return false;
    if (node.isTextblock && at >= from) start = at + 1;
    return start === undefined;
  });
  return start;
}

function beforeHeading(tr: Transaction, heading: Place, holder: Place): boolean {
  if (isBlank(heading.node)) {
    if (holder.node.type.name === 'goalGroup' && holder.node.childCount > 1) {
      tr.delete(heading.from, heading.to);
      caretAt(tr, heading.from + 1);
      return true;
    }
    if (isBlank(holder.node)) {
      tr.delete(holder.from, holder.to);
      if (tr.doc.content.size > 0) caretBefore(tr, holder.from);
      return true;
    }
  }
  if (holder.from > 0) caretBefore(tr, holder.from);
  return true;
}

function beforeSignatureLine(tr: Transaction, line: Place, holder: Place): boolean {
  if (line.index > 0) {
    const previous = sibling(line, -1);
    if (!previous) return true;
    joinTexts(tr, previous, line);
    return true;
  }
  if (isBlank(holder.node)) tr.delete(holder.from, holder.to);
  caretBefore(tr, holder.from);
  return true;
}

/** A paragraph after something else in the same part. */
function beforeParagraph(tr: Transaction, paragraph: Place, previous: Place | undefined): boolean {
  if (previous?.node.type === paragraph.node.type) {
    tr.join(paragraph.from);
    spaceBetween(tr, paragraph.from - 1);
    return true;
  }
  if (previous && ['bulletList', 'orderedList'].includes(previous.node.type.name)) return false;
  if (isBlank(paragraph.node) && paragraph.parent.canReplace(paragraph.index, paragraph.index + 1)) {
    tr.delete(paragraph.from, paragraph.to);
  }
  caretBefore(tr, paragraph.from);
  return true;
}

function beforeItem(tr: Transaction, state: EditorState, item: Place, profile: Profile): boolean {
  const previous = sibling(item, -1);
  if (isBlank(item.node) && partsOf(item.node).below.length === 0) {
    tr.delete(item.from, item.to);
    caretBefore(tr, item.from);
    return true;
  }
  if (previous?.node.type === item.node.type) {
    if (partsOf(previous.node).below.length === 0) joinItems(tr, previous, item);
    else if (!sinkUnder(tr, state, item, profile)) caretBefore(tr, item.from);
    return true;
  }
  if (item.node.type.name === 'subpoint' && previous?.node.type.name === 'paragraph') {
    joinIntoHolder(tr, item, previous);
    return true;
  }
  if (item.node.type.name === 'goal' && !previous && joinGroups(tr, item)) return true;
  caretBefore(tr, item.from);
  return true;
}

/** The two items become one: the text of the second goes on where that of the first ends. */
function joinItems(tr: Transaction, first: Place, second: Place): void {
  const seam = second.from;
  if (!canJoin(tr.doc, seam)) return;
  const { paragraphs } = partsOf(first.node);
  const lastParagraph = paragraphs.at(-1);
  const isOneText = lastParagraph !== undefined && partsOf(first.node).below.length === 0;
  tr.join(seam, isOneText ? 2 : 1);
  if (isOneText) spaceBetween(tr, seam - 2);
}

/** Keeps the words apart that a join has brought together; dividing a text takes the space away. */
function spaceBetween(tr: Transaction, at: number): number {
  const { nodeBefore, nodeAfter } = tr.doc.resolve(at);
  const meet = /\S$/.test(nodeBefore?.text ?? '') && /^\S/.test(nodeAfter?.text ?? '');
  if (meet) tr.insertText(' ', at);
  return meet ? 1 : 0;
}

/** A first subpoint goes back into the text of what it stands under, and what stood under it moves up. */
function joinIntoHolder(tr: Transaction, subpoint: Place, paragraph: Place): void {
  const [first, ...others] = partsOf(subpoint.node).paragraphs;
  const { below } = partsOf(subpoint.node);
  const joined = paragraph.node.copy(paragraph.node.content.append(first?.content ?? Fragment.empty));
  const caret = paragraph.to - 1;
  tr.replaceWith(paragraph.from, subpoint.to, [joined, ...others, ...below]);
  caretAt(tr, caret + spaceBetween(tr, caret));
}

/** A group without heading joins the group of the same kind right before it. */
function joinGroups(tr: Transaction, goal: Place): boolean {
  const group = nearest(tr.doc.resolve(goal.from), 'goalGroup');
  const previous = group && sibling(group, -1);
  if (!group || previous?.node.type !== group.node.type) return false;
  if (previous.node.attrs['kind'] !== group.node.attrs['kind']) return false;
  tr.join(group.from);
  return true;
}

function joinTexts(tr: Transaction, first: Place, second: Place): void {
  const caret = first.to - 1;
  tr.replaceWith(first.from, second.to, first.node.copy(first.node.content.append(second.node.content)));
  caretAt(tr, caret);
}

/** Joins the goal or subpoint of the selection with the next one. */
export const joinWithNext: Command = commandOf((tr, state) => {
  const item = nearest(state.selection.$from, 'goal', 'subpoint');
  const next = item && sibling(item, 1);
  if (!item || next?.node.type !== item.node.type) return false;
  const caret = state.selection.from;
  const parts = partsOf(item.node);
  const others = partsOf(next.node);
  const joined = item.node.copy(
    Fragment.fromArray([...parts.paragraphs, ...others.paragraphs, ...parts.below, ...others.below]),
  );
  if (parts.below.length === 0) tr.join(next.from);
  else tr.replaceWith(item.from, next.to, joined);
  caretAt(tr, caret);
  return true;
});
