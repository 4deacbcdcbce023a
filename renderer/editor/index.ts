import './editor.css';

export { createLeitbildEditor } from './leitbild-editor.ts';
export type { EditorUser, LeitbildEditor, LeitbildEditorOptions } from './leitbild-editor.ts';
export type { EditorCommands } from './editor-commands.ts';
export type { EditorWords } from './editor-words.ts';
export type { OutlineEntry, OutlineType } from './structure/outline.ts';
export type { EditorNotice } from './notices.ts';
export type { MarkedPlace } from './marked-places/marked-places.ts';
export type { MoveTarget } from './commands/move.ts';
export { applyDifference } from './binding/apply-difference.ts';
export { createSearch } from './search/create-search.ts';
export type { TextSearch } from './search/create-search.ts';
export type { SearchQuery } from './search/find-matches.ts';
