import type { Node } from '@tiptap/pm/model';
import type { Command } from '@tiptap/pm/state';
import type { NodeId } from '../../../shared/ids/ids.ts';
import { goalKindOf, type Profile } from '../../../shared/schema/profile.ts';
import { mayBecome } from './kinds.ts';
import { caretAt, caretBefore, commandOf, nearest, placeAt, placeOf, typeIn } from './places.ts';

/** Takes the goal or subpoint of the caret out of the text, with all that it holds. */
export const deleteItem: Command = commandOf((tr, state) => {
  const item = nearest(state.selection.$from, 'goal', 'subpoint', 'listItem');
  if (!item?.parent.canReplace(item.index, item.index + 1)) return false;
  tr.delete(item.from, item.to);
  caretBefore(tr, item.from);
  return true;
});

/** Takes any part out of the text, with all that it holds. */
export function deleteNode(id: NodeId): Command {
  return commandOf((tr) => {
    const place = placeOf(tr.doc, id);
    if (!place?.parent.canReplace(place.index, place.index + 1)) return false;
    tr.delete(place.from, place.to);
    if (tr.doc.content.size > 0) caretBefore(tr, place.from);
    return true;
  });
}

/**
 * Gives the goal of the caret another kind: it moves, with its id, to the nearest group of that kind in the same
 * field, or to a new one there. A group that is left empty and without a heading goes.
 */
export function changeKind(kind: string, profile: Profile): Command {
  return commandOf((tr, state) => {
    const { $from } = state.selection;
    const goal = nearest($from, 'goal');
    if (!goal || goal.parent.attrs['kind'] === kind) return false;
    const group = placeAt($from, goal.depth - 1);
    const current = goalKindOf(profile, String(group.node.attrs['kind']));
    const wanted = goalKindOf(profile, kind);
    const sameLevel = current && wanted && current.under.join() === wanted.under.join();
    if (
      !wanted ||
      !mayBecome(goal.node, kind, profile) ||
      (current && !sameLevel) ||
      group.parent.type.name === 'goal'
    )
      return false;
    const caret = state.selection.from - goal.from;
    const groups: { readonly from: number; readonly to: number }[] = [];
    group.parent.forEach((child, offset) => {
      if (child.type.name !== 'goalGroup' || child.attrs['kind'] !== kind) return;
      const from = group.from - offsetOf(group.parent, group.index) + offset;
      groups.push({ from, to: from + child.nodeSize });
    });
    const next = groups.find(({ from }) => from > group.from) ?? groups.at(-1);
    const isOver = group.node.childCount === 1;
    const at = next ? next.to - 1 : group.to;
    const moved = next ? goal.node : typeIn(state, 'goalGroup').create({ kind }, goal.node);
    tr.insert(at, moved);
    const begin = at + (next ? 0 : 1);
    const shift = at <= goal.from ? moved.nodeSize : 0;
    const [from, to] = isOver ? [group.from, group.to] : [goal.from, goal.to];
    tr.delete(from + shift, to + shift);
    caretAt(tr, (begin > goal.from ? begin - (to - from) : begin) + caret);
    return true;
  });
}

function offsetOf(parent: Node, index: number): number {
  let offset = 0;
  for (let at = 0; at < index; at += 1) offset += parent.child(at).nodeSize;
  return offset;
}
