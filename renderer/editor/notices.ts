import { Plugin } from '@tiptap/pm/state';
import { structureOf } from './structure/structure-plugin.ts';

/** Something the person who writes should know; the interface finds the words. */
export type EditorNotice =
  | {
      /** What was pasted is longer than is taken at once; nothing was changed. Lengths in characters. */
      readonly code: 'paste-too-long';
      readonly length: number;
      readonly most: number;
    }
  | {
      /** Content has come that this version does not know: the text can only be read until the program is newer. */
      readonly code: 'content-unknown';
    }
  | {
      /** What this person deleted is back, because somebody else was writing in it at that time. */
      readonly code: 'deleted-came-back';
    }
  | {
      /** What this person was writing in was deleted by somebody else, and is back with their words. */
      readonly code: 'written-came-back';
    };

/** Tells listeners of changes, off the path of a keystroke. */
export interface Notices {
  readonly plugin: Plugin;
  onSelection(listener: () => void): () => void;
  onStructure(listener: () => void): () => void;
  onNotice(listener: (notice: EditorNotice) => void): () => void;
  notify(notice: EditorNotice): void;
  close(): void;
}

/** How long typing in a goal rests before its line in the outline follows. */
const WORDING_MS = 400;
/** How often at most a change of the selection is told. */
const SELECTION_MS = 16;

/**
 * Makes the notices of one editor: of the structure in the frame that shows it, of the selection soon after it, of the
 * wording of goals when typing rests. A frame is asked for only where there is something new to paint: after one in
 * which nothing was, a browser may keep the next letter waiting for a whole frame more. Letters that others write before
 * the caret move the selection, and mostly paint nothing here.
 */
export function createNotices(): Notices {
  const selection = new Set<() => void>();
  const structure = new Set<() => void>();
  const told = new Set<(notice: EditorNotice) => void>();
  let frame: number | undefined;
  let wordingTimer: ReturnType<typeof setTimeout> | undefined;
  let selectionTimer: ReturnType<typeof setTimeout> | undefined;

  const tellStructure = (): void => {
    frame = undefined;
    for (const listener of structure) listener();
  };
  const tellWording = (): void => {
    wordingTimer = undefined;
    if (frame === undefined) tellStructure();
  };
  const tellSelection = (): void => {
    selectionTimer = undefined;
    for (const listener of selection) listener();
  };

  return {
    plugin: new Plugin({
      view: () => ({
        update: (view, before) => {
          if (!view.state.selection.eq(before.selection)) {
            selectionTimer ??= setTimeout(tellSelection, SELECTION_MS);
          }
          if (view.state.doc === before.doc) return;
          const [old, young] = [structureOf(before), structureOf(view.state)];
          if (old.version !== young.version) frame ??= requestAnimationFrame(tellStructure);
          else if (old.wording !== young.wording) wordingTimer ??= setTimeout(tellWording, WORDING_MS);
        },
      }),
    }),
    onSelection: (listener) => {
      selection.add(listener);
      return () => selection.delete(listener);
    },
    onStructure: (listener) => {
      structure.add(listener);
      return () => structure.delete(listener);
    },
    onNotice: (listener) => {
      told.add(listener);
      return () => told.delete(listener);
    },
    notify: (notice) => {
      for (const listener of told) listener(notice);
    },
    close: () => {
      told.clear();
      if (frame !== undefined) cancelAnimationFrame(frame);
      clearTimeout(wordingTimer);
      clearTimeout(selectionTimer);
      selection.clear();
      structure.clear();
    },
  };
}
