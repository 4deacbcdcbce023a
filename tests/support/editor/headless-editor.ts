import { getSchema } from '@tiptap/core';
import type { Node, Schema } from '@tiptap/pm/model';
import { EditorState, TextSelection, type Command, type Transaction } from '@tiptap/pm/state';
import type { Doc } from 'yjs';
import { createRoomBinding, type RoomBinding } from '../../../renderer/editor/binding/room-binding.ts';
import { idsPlugin } from '../../../renderer/editor/ids/ids-plugin.ts';
import { schemaExtensions } from '../../../renderer/editor/schema/editor-schema.ts';
import { createOwnUndo, type OwnUndo } from '../../../renderer/editor/undo/own-undo.ts';
import type { CreateId } from '../../../shared/ids/ids.ts';
import { sharedTypes } from '../../../shared/rooms/rooms.ts';

export const editorSchema: Schema = getSchema(schemaExtensions());

/** The editor without a browser: a state bound to a room, as `createLeitbildEditor` binds a view. */
export interface HeadlessEditor {
  readonly state: EditorState;
  readonly binding: RoomBinding;
  readonly undo: OwnUndo;
  /** What came back of what this person deleted or was writing in. */
  readonly cameBack: readonly ('deleted' | 'written')[];
  dispatch(tr: Transaction): void;
  run(command: Command): boolean;
  close(): void;
}

export function openHeadless(doc: Doc, createId: CreateId, isElected = (): boolean => true): HeadlessEditor {
  const fragment = doc.getXmlFragment(sharedTypes.text.document);
  const cameBack: ('deleted' | 'written')[] = [];
  const binding = createRoomBinding({
    doc,
    fragment,
    isElected,
    onCameBack: (mine) => cameBack.push(mine),
  });
  const undo = createOwnUndo(fragment, binding);
  let state = EditorState.create({ doc: binding.open(editorSchema), plugins: [idsPlugin(createId)] });
  const editor: HeadlessEditor = {
    get state() {
      return state;
    },
    binding,
    undo,
    cameBack,
    dispatch(tr) {
      const before = state;
      state = state.apply(tr);
      if (before.doc === state.doc || binding.isReceiving) return;
      undo.wrote(before, state, () => binding.write(before, state));
    },
    run: (command) => command(state, (tr) => editor.dispatch(tr)),
    close() {
      undo.close();
      binding.close();
    },
  };
  binding.connect(editor);
  undo.attach(editor);
  binding.settle();
  return editor;
}

/** Puts the caret into the first text that holds these words, before them or `after` them. */
export function caretTo(editor: HeadlessEditor, words: string, side: 'before' | 'after' = 'before'): void {
  const at = positionOf(editor.state.doc, words) + (side === 'after' ? words.length : 0);
  editor.dispatch(editor.state.tr.setSelection(TextSelection.create(editor.state.doc, at)));
}

/** Selects from the beginning of some words to the end of others. */
export function selectWords(editor: HeadlessEditor, from: string, to: string): void {
  const { doc, tr } = editor.state;
  editor.dispatch(
    tr.setSelection(TextSelection.create(doc, positionOf(doc, from), positionOf(doc, to) + to.length)),
  );
}

export function typeText(editor: HeadlessEditor, text: string): void {
  editor.dispatch(editor.state.tr.insertText(text));
}

/** Where the words begin; throws where no text node holds them. */
export function positionOf(doc: Node, words: string): number {
  let at = -1;
  doc.descendants((node, from) => {
    if (at === -1 && node.isText && node.text?.includes(words)) at = from + node.text.indexOf(words);
    return at === -1;
  });
  if (at === -1) throw new Error(`nowhere: ${words}`);
  return at;
}
