import { TextSelection, type EditorState } from '@tiptap/pm/state';
import { UndoManager, type XmlFragment } from 'yjs';
import type { BoundView, RelativeSelection, RoomBinding } from '../binding/room-binding.ts';
import { changeBetween } from '../structure/change-between.ts';

/** Undo and redo of this editor's own edits, whatever others did meanwhile. */
export interface OwnUndo {
  /** Tells which view's selection is kept. */
  attach(view: BoundView): void;
  /** Writes an edit to the room, as a step of its own where it changes the structure. */
  wrote(before: EditorState, after: EditorState, write: () => void): void;
  undo(): boolean;
  redo(): boolean;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** Makes what follows a step of its own, also where it comes within the time in which typing is taken together. */
  beginStep(): void;
  close(): void;
}

/** Letters that follow each other within this time are taken back together. */
const TYPING_MS = 500;

/**
 * Undo of what was written under the binding's origin. Letters typed in a row are one step, every change of structure
 * is one of its own. Undo and redo put the selection back where it was.
 */
export function createOwnUndo(fragment: XmlFragment, binding: RoomBinding): OwnUndo {
  const manager = new UndoManager(fragment, {
    trackedOrigins: new Set([binding.origin]),
    captureTimeout: TYPING_MS,
  });
  let view: BoundView | undefined;
  let selectionBefore: RelativeSelection | null = null;

  manager.on('stack-item-added', ({ stackItem }) => {
    stackItem.meta.set(SELECTION, selectionBefore);
  });
  manager.on('stack-item-popped', ({ stackItem }) => {
    const relative = stackItem.meta.get(SELECTION) as RelativeSelection | null | undefined;
    const place = relative ? binding.absolute(relative) : null;
    if (!view || !place) return;
    const { doc, tr } = view.state;
    const [anchor, head] = [place.anchor, place.head].map((at) =>
      doc.resolve(Math.min(at, doc.content.size)),
    );
    if (anchor && head) view.dispatch(tr.setSelection(TextSelection.between(anchor, head)).scrollIntoView());
  });

  const perform = (work: () => unknown): boolean => {
    selectionBefore = view ? binding.relative(view.state.selection) : null;
    return work() !== null;
  };

  return {
    attach: (created) => (view = created),
    wrote(before, after, write) {
      selectionBefore = binding.relative(before.selection);
      const isStructure = changeBetween(before.doc, after.doc).kind === 'structure';
      if (isStructure) manager.stopCapturing();
      write();
      if (isStructure) manager.stopCapturing();
    },
    undo: () => manager.undoStack.length > 0 && perform(() => manager.undo()),
    redo: () => manager.redoStack.length > 0 && perform(() => manager.redo()),
    get canUndo() {
      return manager.undoStack.length > 0;
    },
    get canRedo() {
      return manager.redoStack.length > 0;
    },
    beginStep: () => manager.stopCapturing(),
    close: () => manager.destroy(),
  };
}

const SELECTION = 'selection';
