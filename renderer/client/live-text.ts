import type { LeitbildDocument } from '../../shared/schema/document.ts';
import type { Profile } from '../../shared/schema/profile.ts';
import { createReferenceTexts, type ReferenceTexts } from '../../shared/publication/reference-text.ts';
import { numberDocument, type Numbering } from '../../shared/text/numbering.ts';

/** A text with what follows from it. */
export interface NumberedText {
  readonly document: LeitbildDocument;
  readonly profile: Profile;
  readonly numbering: Numbering;
  readonly references: ReferenceTexts;
}

/** Numbers a document and looks its nodes up, once. */
export function numberedText(document: LeitbildDocument, profile: Profile): NumberedText {
  const numbering = numberDocument(document, profile);
  return { document, profile, numbering, references: createReferenceTexts(document, profile, numbering) };
}

/** The draft, followed at the pace of reading and not of typing. */
export interface LiveText {
  /** Null until there is something to show. */
  readonly current: NumberedText | null;
  /** Reads at once what has changed, for those who act on it. */
  refresh(): NumberedText | null;
  readonly subscribe: (listener: () => void) => () => void;
  close(): void;
}

export interface LiveTextSource {
  /** Null where what is there cannot be shown. */
  read(): LeitbildDocument | null;
  onChange(listener: () => void): () => void;
}

/** Writing that pauses for so many milliseconds is read. */
const PAUSE = 200;

/** Follows a source; everything is computed anew after a pause, nothing with each keystroke. */
export function createLiveText(source: LiveTextSource, profile: Profile, pause = PAUSE): LiveText {
  const listeners = new Set<() => void>();
  let current: NumberedText | null = null;
  let timer: ReturnType<typeof setTimeout> | null = null;
  const read = (): void => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    const document = source.read();
    // What was shown stays where a merge has left something that does not fit the schema until it is repaired.
    if (document !== null) current = numberedText(document, profile);
    for (const listener of [...listeners]) listener();
  };
  read();
  const unsubscribe = source.onChange(() => {
    if (timer !== null) clearTimeout(timer);
    timer = setTimeout(read, pause);
  });
  return {
    get current() {
      return current;
    },
    refresh() {
      if (timer !== null) read();
      return current;
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    close() {
      unsubscribe();
      if (timer !== null) clearTimeout(timer);
      listeners.clear();
    },
  };
}
