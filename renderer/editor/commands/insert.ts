import type { Node } from '@tiptap/pm/model';
import { NodeSelection, TextSelection, type Command, type EditorState } from '@tiptap/pm/state';
import { wrapInList } from '@tiptap/pm/schema-list';
import type { NodeId } from '../../../shared/ids/ids.ts';
import type { ReferenceForm } from '../../../shared/schema/document.ts';
import { goalKindOf, topGoalKinds, type Profile } from '../../../shared/schema/profile.ts';
import { blankItem, caretAt, commandOf, nearest, typeIn, type Place } from './places.ts';

type PartType = 'chapter' | 'preface' | 'foreword' | 'section' | 'actionField';

const TOP: ReadonlySet<string> = new Set(['chapter', 'preface', 'foreword']);

/** A new part with an empty heading, after the one of its type that the caret stands in, else where it may stand. */
export function insertPart(name: PartType): Command {
  return commandOf((tr, state) => {
    const type = typeIn(state, name);
    const { $from } = state.selection;
    const heading = typeIn(state, 'heading').create();
    const body = name === 'foreword' ? [typeIn(state, 'paragraph').create()] : [];
    const node = type.create(null, [heading, ...body]);
    const at = TOP.has(name) ? afterTop($from, tr.doc) : afterInner($from, node);
    if (at === undefined) return false;
    tr.insert(at, node);
    caretAt(tr, at + 2);
    return true;
  });
}

function afterTop($from: EditorState['selection']['$from'], doc: Node): number {
  return $from.depth > 0 ? $from.after(1) : doc.content.size;
}

/** After the nearest ancestor beside which the node may stand. */
function afterInner($from: EditorState['selection']['$from'], node: Node): number | undefined {
  for (let depth = $from.depth; depth > 1; depth -= 1) {
    const index = $from.indexAfter(depth - 1);
    if ($from.node(depth).type.name === 'heading') continue;
    if ($from.node(depth - 1).canReplaceWith(index, index, node.type)) return $from.after(depth);
  }
  if (
    $from.depth >= 1 &&
    $from.node(1).canReplaceWith($from.node(1).childCount, $from.node(1).childCount, node.type)
  ) {
    return $from.end(1);
  }
  return undefined;
}

/** A new group of goals of this kind with one empty goal, after the group or block that the caret stands in. */
export function insertGroup(kind: string, profile: Profile): Command {
  return commandOf((tr, state) => {
    const under = goalKindOf(profile, kind)?.under;
    if (!under) return false;
    const { $from } = state.selection;
    const group = typeIn(state, 'goalGroup').create({ kind }, blankItem(typeIn(state, 'goal')));
    const at = under.length === 0 ? groupPlace($from, group) : goalUnder($from, under);
    if (at === undefined) return false;
    tr.insert(at, group);
    caretAt(tr, at + 3);
    return true;
  });
}

/** Directly in a field, section or chapter: after the child of it that holds the caret, its heading included. */
function groupPlace($from: EditorState['selection']['$from'], group: Node): number | undefined {
  for (let depth = $from.depth - 1; depth >= 1; depth -= 1) {
    if (!['chapter', 'section', 'actionField'].includes($from.node(depth).type.name)) continue;
    const index = $from.indexAfter(depth);
    return $from.node(depth).canReplaceWith(index, index, group.type) ? $from.after(depth + 1) : undefined;
  }
  return undefined;
}

function goalUnder($from: EditorState['selection']['$from'], under: readonly string[]): number | undefined {
  for (let depth = $from.depth; depth > 1; depth -= 1) {
    const isGoal = $from.node(depth).type.name === 'goal';
    if (isGoal && under.includes(String($from.node(depth - 1).attrs['kind']))) return $from.end(depth);
  }
  return undefined;
}

/** An empty goal after the one that the caret stands in, or in the group that it stands in or before. */
export function insertGoal(profile: Profile): Command {
  return (state, dispatch) => {
    const goal = nearest(state.selection.$from, 'goal', 'goalGroup');
    const [kind] = topGoalKinds(profile);
    if (!goal) return kind ? insertGroup(kind.id, profile)(state, dispatch) : false;
    return commandOf((tr) => {
      const at = goal.node.type.name === 'goal' ? goal.to : goal.to - 1;
      tr.insert(at, blankItem(typeIn(state, 'goal')));
      caretAt(tr, at + 2);
      return true;
    })(state, dispatch);
  };
}

/** A first or next subpoint of the goal or subpoint that the caret stands in. */
export const insertSubpoint: Command = commandOf((tr, state) => {
  const item = nearest(state.selection.$from, 'subpoint', 'goal');
  if (!item) return false;
  const at = item.node.type.name === 'subpoint' ? item.to : beforeGroups(item);
  tr.insert(at, blankItem(typeIn(state, 'subpoint')));
  caretAt(tr, at + 2);
  return true;
});

function beforeGroups({ node, from }: Place): number {
  let at = from + 1;
  for (const child of node.children) {
    if (child.type.name === 'goalGroup') break;
    at += child.nodeSize;
  }
  return at;
}

/** A heading for the group of goals that the caret stands in. */
export const insertGroupHeading: Command = commandOf((tr, state) => {
  const group = nearest(state.selection.$from, 'goalGroup');
  if (!group || group.node.firstChild?.type.name === 'heading') return false;
  tr.insert(group.from + 1, typeIn(state, 'heading').create());
  caretAt(tr, group.from + 2);
  return true;
});

/** A footnote at the end of the selection, selected, so that its text can be written. */
export const insertFootnote: Command = commandOf((tr, state) => {
  const type = typeIn(state, 'footnote');
  const { $to } = state.selection;
  if (!$to.parent.inlineContent || !$to.parent.canReplaceWith($to.index(), $to.index(), type)) return false;
  tr.insert($to.pos, type.create());
  tr.setSelection(NodeSelection.create(tr.doc, $to.pos));
  return true;
});

/** A cross-reference in place of the selection; at the end of a footnote whose mark is selected. */
export function insertReference(target: NodeId, form: ReferenceForm): Command {
  return commandOf((tr, state) => {
    const type = typeIn(state, 'reference');
    const { selection } = state;
    const { $from } = selection;
    if (selection instanceof NodeSelection && selection.node.type.name === 'footnote') {
      tr.insert(selection.to - 1, type.create({ target, form }));
      tr.setSelection(NodeSelection.create(tr.doc, selection.from));
      return true;
    }
    if (!$from.parent.inlineContent || !$from.parent.canReplaceWith($from.index(), $from.index(), type))
      return false;
    tr.replaceSelectionWith(type.create({ target, form }), false);
    return true;
  });
}

/** Makes a list of the selected paragraphs, or paragraphs of a list of this kind. */
export function toggleList(name: 'bulletList' | 'orderedList'): Command {
  return (state, dispatch, view) => {
    const list = nearest(state.selection.$from, 'bulletList', 'orderedList');
    if (!list) return wrapInList(typeIn(state, name))(state, dispatch, view);
    if (list.node.type.name === name) return unwrapList(list)(state, dispatch);
    return commandOf((tr) => {
      tr.setNodeMarkup(list.from, typeIn(state, name));
      return true;
    })(state, dispatch);
  };
}

/** The blocks of all items take the place of the list, where the parent may hold them. */
function unwrapList(list: Place): Command {
  return commandOf((tr, state) => {
    if (list.parent.type.name === 'listItem' && list.index === 0) return false;
    const blocks = list.node.children.flatMap((item) => item.children);
    const offset = state.selection.from - list.from;
    tr.replaceWith(list.from, list.to, blocks);
    tr.setSelection(TextSelection.near(tr.doc.resolve(Math.max(list.from + 1, list.from + offset - 2))));
    return true;
  });
}
