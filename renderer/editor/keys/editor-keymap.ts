import {
  chainCommands,
  deleteSelection,
  joinBackward,
  joinForward,
  selectAll,
  selectNodeBackward,
  selectNodeForward,
  splitBlock,
  toggleMark,
} from '@tiptap/pm/commands';
import { keymap } from '@tiptap/pm/keymap';
import type { Schema } from '@tiptap/pm/model';
import { liftListItem, sinkListItem, splitListItem } from '@tiptap/pm/schema-list';
import type { Command, Plugin } from '@tiptap/pm/state';
import type { Profile } from '../../../shared/schema/profile.ts';
import { addParagraph, breakLine, enterInHeading, enterInItem, enterInSignature } from '../commands/enter.ts';
import { liftItem, sinkItem } from '../commands/indent.ts';
import { deleteItem } from '../commands/goals.ts';
import { insertFootnote } from '../commands/insert.ts';
import { joinAfter, joinBefore, joinWithNext } from '../commands/join.ts';
import { moveBy } from '../commands/move.ts';
import { nearest } from '../commands/places.ts';
import { deleteAcross } from '../commands/delete-across.ts';
import type { OwnUndo } from '../undo/own-undo.ts';
import { leaveByTab } from './leave-by-tab.ts';

/** The keys of the editor; `shortcuts.ts` says the same in a list for people. */
export function editorKeymap(schema: Schema, profile: Profile, undo: OwnUndo): readonly Plugin[] {
  const listItem = schema.nodes['listItem'];
  const { strong, emphasis } = schema.marks;
  if (!listItem || !strong || !emphasis) throw new RangeError('not the schema of the text');
  const backspace = chainCommands(
    deleteAcross,
    deleteSelection,
    joinBefore(profile),
    joinBackward,
    selectNodeBackward,
  );
  const remove = chainCommands(
    deleteAcross,
    deleteSelection,
    joinAfter(profile),
    joinForward,
    selectNodeForward,
  );
  const tab = leaveByTab();
  const bindings: Readonly<Record<string, Command>> = {
    Enter: chainCommands(
      enterInItem,
      enterInHeading,
      enterInSignature,
      splitListItem(listItem),
      liftListItem(listItem),
      splitBlock,
    ),
    'Shift-Enter': breakLine,
    'Mod-Enter': addParagraph,
    Backspace: backspace,
    'Mod-Backspace': backspace,
    'Shift-Backspace': backspace,
    Delete: remove,
    'Mod-Delete': remove,
    Tab: tab.key(chainCommands(sinkListItem(listItem), sinkItem(profile), inItem)),
    'Shift-Tab': tab.key(chainCommands(liftListItem(listItem), liftItem(profile), inItem)),
    'Alt-ArrowUp': moveBy(-1),
    'Alt-ArrowDown': moveBy(1),
    'Mod-b': toggleMark(strong),
    'Mod-i': toggleMark(emphasis),
    'Mod-a': selectAll,
    'Mod-Alt-f': insertFootnote,
    'Mod-Alt-j': joinWithNext,
    'Mod-Shift-Delete': deleteItem,
    'Mod-z': () => undo.undo(),
    'Mod-y': () => undo.redo(),
    'Mod-Shift-z': () => undo.redo(),
  };
  return [tab.plugin, keymap(bindings)];
}

/** Tab stays in the text where it has a meaning, also where nothing can be moved. */
const inItem: Command = (state) =>
  nearest(state.selection.$from, 'goal', 'subpoint', 'listItem') !== undefined;
