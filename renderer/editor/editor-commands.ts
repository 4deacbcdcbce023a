import { toggleMark } from '@tiptap/pm/commands';
import type { Command } from '@tiptap/pm/state';
import type { NodeId } from '../../shared/ids/ids.ts';
import { isSafeHref } from '../../shared/schema/leitbild-schema.ts';
import type { ReferenceForm } from '../../shared/schema/document.ts';
import type { Profile } from '../../shared/schema/profile.ts';
import { addParagraph, breakLine, enterInItem } from './commands/enter.ts';
import { changeKind, deleteItem, deleteNode } from './commands/goals.ts';
import { liftItem, sinkItem } from './commands/indent.ts';
import {
  insertFootnote,
  insertGoal,
  insertGroup,
  insertGroupHeading,
  insertPart,
  insertReference,
  insertSubpoint,
  toggleList,
} from './commands/insert.ts';
import { joinWithNext } from './commands/join.ts';
import { moveBy } from './commands/move.ts';
import { setLink } from './commands/set-link.ts';
import type { OwnUndo } from './undo/own-undo.ts';

/** Every edit by name, for menus, buttons and the command palette. Each says whether it did something. */
export interface EditorCommands {
  undo(): boolean;
  redo(): boolean;
  bold(): boolean;
  italic(): boolean;
  /** Links the selection to an absolute http, https or mailto address; `null` takes the link away. */
  link(href: string | null): boolean;
  newChapter(): boolean;
  newPreface(): boolean;
  newForeword(): boolean;
  newSection(): boolean;
  newField(): boolean;
  /** A new group of goals of a kind of the profile. */
  newGroup(kind: string): boolean;
  newGroupHeading(): boolean;
  newGoal(): boolean;
  newSubpoint(): boolean;
  newParagraph(): boolean;
  lineBreak(): boolean;
  splitGoal(): boolean;
  joinWithNext(): boolean;
  deleteGoal(): boolean;
  deleteNode(id: NodeId): boolean;
  deeper(): boolean;
  higher(): boolean;
  moveUp(): boolean;
  moveDown(): boolean;
  /** Makes the goal one of another kind of the same level. */
  changeKind(kind: string): boolean;
  bulletList(): boolean;
  orderedList(): boolean;
  insertFootnote(): boolean;
  insertReference(target: NodeId, form: ReferenceForm): boolean;
}

/** Names the commands; `run` does or tries one. */
export function createCommands(
  profile: Profile,
  undo: OwnUndo,
  run: (command: Command) => boolean,
): EditorCommands {
  const mark =
    (name: string): Command =>
    (state, dispatch, view) => {
      const type = state.schema.marks[name];
      return type !== undefined && toggleMark(type)(state, dispatch, view);
    };
  return {
    undo: () => run((_state, dispatch) => (dispatch ? undo.undo() : undo.canUndo)),
    redo: () => run((_state, dispatch) => (dispatch ? undo.redo() : undo.canRedo)),
    bold: () => run(mark('strong')),
    italic: () => run(mark('emphasis')),
    link: (href) => (href === null || isSafeHref(href) ? run(setLink(href)) : false),
    newChapter: () => run(insertPart('chapter')),
    newPreface: () => run(insertPart('preface')),
    newForeword: () => run(insertPart('foreword')),
    newSection: () => run(insertPart('section')),
    newField: () => run(insertPart('actionField')),
    newGroup: (kind) => run(insertGroup(kind, profile)),
    newGroupHeading: () => run(insertGroupHeading),
    newGoal: () => run(insertGoal(profile)),
    newSubpoint: () => run(insertSubpoint),
    newParagraph: () => run(addParagraph),
    lineBreak: () => run(breakLine),
    splitGoal: () => run(enterInItem),
    joinWithNext: () => run(joinWithNext),
    deleteGoal: () => run(deleteItem),
    deleteNode: (id) => run(deleteNode(id)),
    deeper: () => run(sinkItem(profile)),
    higher: () => run(liftItem(profile)),
    moveUp: () => run(moveBy(-1)),
    moveDown: () => run(moveBy(1)),
    changeKind: (kind) => run(changeKind(kind, profile)),
    bulletList: () => run(toggleList('bulletList')),
    orderedList: () => run(toggleList('orderedList')),
    insertFootnote: () => run(insertFootnote),
    insertReference: (target, form) => run(insertReference(target, form)),
  };
}
