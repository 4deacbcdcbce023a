import type { Editor } from '@tiptap/core';
import type { Awareness } from 'y-protocols/awareness';
import type { Doc } from 'yjs';

/** An editor that the bench has open, ours or bare. */
export interface Opened {
  readonly doc: Doc;
  readonly awareness: Awareness;
  readonly caretTo: (share: number) => void;
  /** Marks so many places; bare Tiptap has nothing of the kind. */
  readonly mark?: (count: number) => void;
  readonly destroy: () => void;
}

/** Puts the caret at the end of a long paragraph, the one that so large a share of them stands before. */
export function caretAt(editor: Editor, share: number): void {
  const places: number[] = [];
  editor.state.doc.descendants((node, at) => {
    if (node.type.name === 'paragraph' && node.content.size > 80) places.push(at + 1 + node.content.size);
    return !node.isTextblock;
  });
  editor.commands.focus();
  editor.commands.setTextSelection(places[Math.floor(places.length * share)] ?? 1);
  editor.commands.scrollIntoView();
}
