import type { AppCommandId } from '../../../shared/app/app-commands.ts';
import type { germanPalette } from '../../words/de/palette.ts';

/** Commands that only the window has, beside those that it shares with the menu. */
export type OwnCommandId = keyof typeof germanPalette.commands;
export type CommandId = AppCommandId | OwnCommandId;

export type CommandSection = keyof typeof germanPalette.sections;

/** One thing that can be done: palette, list of shortcuts, menu and buttons all take it from here. */
export interface Command {
  readonly id: CommandId;
  readonly section: CommandSection;
  readonly label: string;
  /** `Mod+Shift+P`; null where there is none. */
  readonly keys: string | null;
  /** Whether the text itself listens to these keys, so that the window must not. */
  readonly isEditorKey: boolean;
  readonly run: () => void;
}

/** Keys of the commands that only the window has. */
export const ownKeys: Readonly<Partial<Record<OwnCommandId, string>>> = {
  'edit.findNext': 'F3',
  'edit.findPrevious': 'Shift+F3',
  'edit.strong': 'Mod+B',
  'edit.emphasis': 'Mod+I',
  'edit.footnote': 'Mod+Alt+F',
  'edit.join': 'Mod+Alt+J',
  'edit.moveUp': 'Alt+ArrowUp',
  'edit.moveDown': 'Alt+ArrowDown',
  'edit.indent': 'Tab',
  'edit.outdent': 'Shift+Tab',
  'view.goOutline': 'Alt+1',
  'view.goText': 'Alt+2',
  'view.goPanel': 'Alt+3',
  'view.nextArea': 'F6',
  'view.nextGoal': 'Alt+PageDown',
  'view.previousGoal': 'Alt+PageUp',
  'view.show': 'Mod+Alt+L',
};

/** Keys that the editor itself binds. */
export const editorKeys: ReadonlySet<CommandId> = new Set<CommandId>([
  'edit.strong',
  'edit.emphasis',
  'edit.footnote',
  'edit.join',
  'edit.moveUp',
  'edit.moveDown',
  'edit.indent',
  'edit.outdent',
]);
