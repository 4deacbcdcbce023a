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

/** Makes the notices of one editor: of the selection and the structure once a frame, of the wording of goals when typing rests. */
export function createNotices(): Notices {
  const selection = new Set<() => void>();
  const structure = new Set<() => void>();
  const told = new Set<(notice: EditorNotice) => void>();
  let frame: number | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let pending = { selection: false, structure: false };

  const tell = (): void => {
    frame = undefined;
    const due = pending;
    pending = { selection: false, structure: false };
    if (due.structure) for (const listener of structure) listener();
    if (due.selection) for (const listener of selection) listener();
  };
  const soon = (): void => {
    frame ??= requestAnimationFrame(tell);
  };

  return {
    plugin: new Plugin({
      view: () => ({
        update: (view, before) => {
          if (!view.state.selection.eq(before.selection)) {
            pending.selection = true;
            soon();
          }
          if (view.state.doc === before.doc) return;
          const [old, young] = [structureOf(before), structureOf(view.state)];
          if (old.version !== young.version) {
            pending.structure = true;
            soon();
          } else if (old.wording !== young.wording && timer === undefined) {
            timer = setTimeout(() => {
              timer = undefined;
              pending.structure = true;
              soon();
            }, WORDING_MS);
          }
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
      clearTimeout(timer);
      selection.clear();
      structure.clear();
    },
  };
}
