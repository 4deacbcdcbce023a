import type { Node } from '@tiptap/pm/model';
import type { Command, EditorState, Transaction } from '@tiptap/pm/state';
import type { NodeId } from '../../../shared/ids/ids.ts';
import { goalKindOf, type Profile } from '../../../shared/schema/profile.ts';
import { mayBecome } from './kinds.ts';
import { caretAt, commandOf, nearest, placeOf, sibling, typeIn, type Place } from './places.ts';

/** Where a node is to go: before or after another, or to the end of what another holds. */
export type MoveTarget = { readonly before: NodeId } | { readonly after: NodeId } | { readonly into: NodeId };

const MOVABLE = [
  'subpoint',
  'listItem',
  'goal',
  'goalGroup',
  'actionField',
  'section',
  'chapter',
  'preface',
  'foreword',
];

/** What Alt with an arrow moves: the innermost item, or in a heading the part that it heads. */
function movableAt(state: EditorState): Place | undefined {
  return nearest(state.selection.$from, ...MOVABLE);
}

/**
 * Moves what the caret stands in before the one above, or after the one below. A goal at the edge of its group goes
 * on to the nearest group of its kind, a subpoint at the edge of its goal to the goal beside it.
 */
export function moveBy(step: -1 | 1): Command {
  return commandOf((tr, state) => {
    const place = movableAt(state);
    if (!place) return false;
    const caret = state.selection.from - place.from;
    const neighbour = sibling(place, step);
    let at: number | undefined;
    if (neighbour && swaps(place.node, neighbour.node)) {
      at = step === -1 ? neighbour.from : neighbour.to;
    } else if (place.node.type.name === 'goal') {
      at = edgeOfNextGroup(tr.doc, place, step);
    } else if (place.node.type.name === 'subpoint') {
      at = edgeOfNextItem(tr.doc, place, step);
    }
    if (at === undefined) return true;
    relocate(tr, place, at, caret);
    return true;
  });
}

/** Whether two siblings may change places: headings and the paragraphs of a goal stay where they are. */
function swaps(node: Node, neighbour: Node): boolean {
  if (neighbour.type.name === 'heading' || neighbour.type.name === 'signature') return false;
  return !(neighbour.type.name === 'paragraph' && ['subpoint', 'goalGroup', 'goal'].includes(node.type.name));
}

function relocate(tr: Transaction, place: Place, at: number, caret: number): void {
  const isBackward = at < place.from;
  tr.insert(at, place.node);
  const shift = isBackward ? place.node.nodeSize : 0;
  tr.delete(place.from + shift, place.to + shift);
  caretAt(tr, (isBackward ? at : at - place.node.nodeSize) + caret);
}

function edgeOfNextGroup(doc: Node, goal: Place, step: -1 | 1): number | undefined {
  const kind = goal.parent.attrs['kind'] as string;
  let found: number | undefined;
  doc.descendants((node, from) => {
    if (node.type.name !== 'goalGroup') return !node.isTextblock;
    if (node.attrs['kind'] !== kind) return true;
    const isBefore = from + node.nodeSize <= goal.from;
    if (step === -1 && isBefore) found = from + node.nodeSize - 1;
    if (step === 1 && from >= goal.to) found ??= from + 1 + headingSize(node);
    return true;
  });
  return found;
}

function edgeOfNextItem(doc: Node, subpoint: Place, step: -1 | 1): number | undefined {
  const $from = doc.resolve(subpoint.from);
  const holder = nearest($from, $from.parent.type.name);
  const next = holder && sibling(holder, step);
  if (next?.node.type !== holder?.node.type || !next) return undefined;
  if (step === -1) return next.to - 1;
  let at = next.from + 1;
  for (const child of next.node.children) {
    if (child.type.name !== 'paragraph') break;
    at += child.nodeSize;
  }
  return at;
}

function headingSize(group: Node): number {
  return group.firstChild?.type.name === 'heading' ? group.firstChild.nodeSize : 0;
}

/**
 * Moves a node to a target, with its id and all that it holds. A goal that goes into a field, section or chapter goes
 * to the last group of its kind there, or a new one. `false` where the target cannot hold it: where the schema or
 * the profile does not allow it, or where it lies within the node itself.
 */
export function moveNode(id: NodeId, target: MoveTarget, profile: Profile): Command {
  return commandOf((tr, state) => {
    const place = placeOf(tr.doc, id);
    const other = placeOf(tr.doc, targetId(target));
    if (!place || !other || (other.from >= place.from && other.to <= place.to)) return false;
    const found =
      'into' in target ? insideOf(state, place, other, profile) : besideOf(place, other, 'after' in target);
    if (!found || !isAllowedThere(tr.doc, found.at, place, found.wrap !== undefined, profile)) return false;
    const node = found.wrap ? found.wrap(place.node) : place.node;
    const { at } = found;
    if (at > place.from && at < place.to) return false;
    if (!place.parent.canReplace(place.index, place.index + 1)) return false;
    const $at = tr.doc.resolve(at);
    if (!$at.parent.canReplaceWith($at.index(), $at.index(), node.type)) return false;
    tr.insert(at, node);
    const shift = at <= place.from ? node.nodeSize : 0;
    tr.delete(place.from + shift, place.to + shift);
    const start = at <= place.from ? at : at - place.node.nodeSize;
    caretAt(tr, start + 1);
    return true;
  });
}

function targetId(target: MoveTarget): NodeId {
  if ('before' in target) return target.before;
  return 'after' in target ? target.after : target.into;
}

interface Destination {
  readonly at: number;
  readonly wrap?: (node: Node) => Node;
}

function besideOf(place: Place, other: Place, after: boolean): Destination | undefined {
  if (other.parent.type.name === 'goalGroup' && place.node.type.name !== 'goal') return undefined;
  return { at: after ? other.to : other.from };
}

function insideOf(state: EditorState, place: Place, other: Place, profile: Profile): Destination | undefined {
  const end = other.to - 1;
  if (place.node.type.name !== 'goal' || other.node.type.name === 'goalGroup') return { at: end };
  const kind = place.parent.attrs['kind'] as string;
  let at: number | undefined;
  other.node.forEach((child, offset) => {
    if (child.type.name === 'goalGroup' && child.attrs['kind'] === kind) {
      at = other.from + 1 + offset + child.nodeSize - 1;
    }
  });
  if (at !== undefined) return { at };
  if (!['actionField', 'section', 'chapter', 'goal'].includes(other.node.type.name)) return undefined;
  if (other.node.type.name === 'goal' && !goalKindOf(profile, kind)?.under.length) return undefined;
  return { at: end, wrap: (goal) => typeIn(state, 'goalGroup').create({ kind }, goal) };
}

/** A group stands where its kind may; a goal takes the kind of the group it comes to, with what is under it. */
function isAllowedThere(doc: Node, at: number, place: Place, wrapped: boolean, profile: Profile): boolean {
  const above = nearest(doc.resolve(at), 'goalGroup');
  const kindAbove = above && String(above.node.attrs['kind']);
  if (place.node.type.name === 'goal' && !wrapped) {
    return kindAbove !== undefined && mayBecome(place.node, kindAbove, profile);
  }
  if (place.node.type.name !== 'goalGroup' && !wrapped) return true;
  const kind = String((wrapped ? place.parent : place.node).attrs['kind']);
  const under = goalKindOf(profile, kind)?.under ?? [];
  return kindAbove === undefined ? under.length === 0 : under.includes(kindAbove);
}
