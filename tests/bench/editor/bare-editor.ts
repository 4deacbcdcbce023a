import { Editor, Extension } from '@tiptap/core';
import { baseKeymap } from '@tiptap/pm/commands';
import { keymap } from '@tiptap/pm/keymap';
import type { Plugin } from '@tiptap/pm/state';
import { yCursorPlugin, ySyncPlugin, yUndoPlugin } from '@tiptap/y-tiptap';
import type { Awareness } from 'y-protocols/awareness';
import type { Doc } from 'yjs';
import { schemaExtensions } from '../../../renderer/editor/schema/editor-schema.ts';
import { sharedTypes } from '../../../shared/rooms/rooms.ts';
import { caretAt, type Opened } from './opened-editor.ts';

/** Tiptap with the same schema and the plugins of its collaboration, and nothing else. */
export function bare(element: HTMLElement, doc: Doc, awareness: Awareness): Opened {
  const fragment = doc.getXmlFragment(sharedTypes.text.document);
  awareness.setLocalStateField('user', { name: 'Bench', color: '#0b5567' });
  const collaboration = Extension.create({
    name: 'collaboration',
    addProseMirrorPlugins: () => [
      ySyncPlugin(fragment) as Plugin,
      yUndoPlugin(),
      yCursorPlugin(awareness) as Plugin,
      keymap(baseKeymap),
    ],
  });
  const editor = new Editor({
    element,
    extensions: [...schemaExtensions(), collaboration],
    enableCoreExtensions: { keymap: false },
    injectCSS: false,
    editorProps: { attributes: { class: 'leitbild-text' } },
  });
  return {
    doc,
    awareness,
    caretTo: (share) => caretAt(editor, share),
    destroy: () => editor.destroy(),
  };
}
