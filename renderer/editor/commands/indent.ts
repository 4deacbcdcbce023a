import { Fragment, type Node } from '@tiptap/pm/model';
import type { Command, EditorState, Transaction } from '@tiptap/pm/state';
import type { Profile } from '../../../shared/schema/profile.ts';
import { kindsUnder, mayBecome } from './kinds.ts';
import { caretAt, commandOf, nearest, partsOf, placeAt, sibling, typeIn, type Place } from './places.ts';

/** Tab in a goal or subpoint: it goes under the one before, as the profile's next kind of goal or as a subpoint. */
export function sinkItem(profile: Profile): Command {
  return commandOf((tr, state) => {
    const item = nearest(state.selection.$from, 'goal', 'subpoint');
    return item !== undefined && sinkUnder(tr, state, item, profile);
  });
}

/** Puts an item under the one before it; `false` where there is none or it cannot stand there. */
export function sinkUnder(tr: Transaction, state: EditorState, item: Place, profile: Profile): boolean {
  const previous = sibling(item, -1);
  if (previous?.node.type !== item.node.type) return false;
  const caret = tr.selection.from - item.from;
  const moved = demoted(state, item, previous.node, profile);
  if (!moved) return false;
  tr.delete(item.from, item.to);
  tr.insert(moved.at(previous), moved.node);
  const inserted = tr.mapping.maps.at(-1);
  let end = previous.to;
  inserted?.forEach((_oldStart, _oldEnd, _newStart, newEnd) => (end = newEnd));
  caretAt(tr, end - item.node.nodeSize + caret - moved.closing);
  return true;
}

interface Demoted {
  readonly node: Node;
  readonly at: (previous: Place) => number;
  /** How many tokens of wrapping stand after the item. */
  readonly closing: number;
}

function demoted(state: EditorState, item: Place, previous: Node, profile: Profile): Demoted | undefined {
  const last = previous.lastChild;
  const subpoint = typeIn(state, 'subpoint');
  if (item.node.type.name === 'subpoint') return { node: item.node, at: ({ to }) => to - 1, closing: 0 };
  const kind = String(item.parent.attrs['kind']);
  const below = kindsUnder(kind, profile).filter((next) => mayBecome(item.node, next, profile));
  if (last?.type.name === 'goalGroup' && below.includes(String(last.attrs['kind']))) {
    return { node: item.node, at: ({ to }) => to - 2, closing: 0 };
  }
  const [next] = below;
  if (next !== undefined) {
    const group = typeIn(state, 'goalGroup').create({ kind: next }, item.node);
    return { node: group, at: ({ to }) => to - 1, closing: 1 };
  }
  const parts = partsOf(item.node);
  if (parts.below.some((child) => child.type !== subpoint)) return undefined;
  const node = subpoint.create(item.node.attrs, item.node.content);
  return { node, at: ({ from, node: before }) => from + 1 + sizeBeforeGroups(before), closing: 0 };
}

/** Subpoints may stand among groups; new ones go before the first group, where they are seen with the others. */
function sizeBeforeGroups(goal: Node): number {
  let size = 0;
  for (const child of goal.children) {
    if (child.type.name === 'goalGroup') break;
    size += child.nodeSize;
  }
  return size;
}

/**
 * Shift-Tab in a subpoint or in a goal under a goal: it stands one level higher, after what it was under, and takes
 * along its fellows that followed it, so that the order of the text stays.
 */
export function liftItem(profile: Profile): Command {
  return commandOf((tr, state) => lift(tr, state, profile));
}

function lift(tr: Transaction, state: EditorState, profile: Profile): boolean {
  const { $from } = state.selection;
  const item = nearest($from, 'goal', 'subpoint');
  if (!item) return false;
  const holder = placeAt($from, item.depth - 1);
  const caret = state.selection.from - item.from;
  const following = item.parent.children.slice(item.index + 1).filter((node) => node.type === item.node.type);
  const staying = item.parent.children.filter((node) => node !== item.node && !following.includes(node));
  const kept = holder.node.copy(Fragment.fromArray(staying));
  if (item.node.type.name === 'subpoint') {
    const lifted = holder.node.type.create(item.node.attrs, [...item.node.children, ...following]);
    tr.replaceWith(holder.from, holder.to, [kept, lifted]);
    caretAt(tr, holder.from + kept.nodeSize + caret);
    return true;
  }
  const outer = holder.depth > 1 ? placeAt($from, holder.depth - 1) : undefined;
  if (outer?.node.type.name !== 'goal') return false;
  if (!mayBecome(item.node, String(outer.parent.attrs['kind']), profile)) return false;
  const below =
    following.length > 0 ? [holder.node.type.create({ ...holder.node.attrs, id: null }, following)] : [];
  const siblings = outer.node.children.flatMap((node) =>
    node !== holder.node ? [node] : staying.length > 0 ? [kept] : [],
  );
  const above = outer.node.copy(Fragment.fromArray(siblings));
  tr.replaceWith(outer.from, outer.to, [
    above,
    item.node.copy(item.node.content.append(Fragment.from(below))),
  ]);
  caretAt(tr, outer.from + above.nodeSize + caret);
  return true;
}
