import './editor.css';

export { createLeitbildEditor } from './leitbild-editor.ts';
export type { EditorUser, LeitbildEditor, LeitbildEditorOptions } from './leitbild-editor.ts';
export type { EditorCommands } from './editor-commands.ts';
export type { EditorWords } from './editor-words.ts';
export type { OutlineEntry, OutlineType } from './structure/outline.ts';
export type { MoveTarget } from './commands/move.ts';
