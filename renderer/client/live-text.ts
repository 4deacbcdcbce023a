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

/** When what is written is read: when writing has paused for so long, or while it goes on at this pace. In milliseconds. */
export type ReadingPace = { readonly pause: number } | { readonly every: number };

/**
 * Follows a source. Everything is computed anew after a pause and only where somebody looks, nothing with each
 * keystroke.
 */
export function createLiveText(
  source: LiveTextSource,
  profile: Profile,
  pace: ReadingPace = { pause: 200 },
): LiveText {
  const listeners = new Set<() => void>();
  let current: NumberedText | null = null;
  let isStale = true;
  let timer: ReturnType<typeof setTimeout> | null = null;
  const read = (): NumberedText | null => {
    if (!isStale) return current;
    isStale = false;
    const document = source.read();
    // What was shown stays where a merge has left something that does not fit the schema until it is repaired.
    if (document !== null) current = numberedText(document, profile);
    return current;
  };
  let isPaused = true;
  const unsubscribe = source.onChange(() => {
    isPaused = false;
    if (timer !== null) {
      if ('every' in pace) return;
      clearTimeout(timer);
    }
    timer = setTimeout(
      () => {
        timer = null;
        isPaused = true;
        isStale = true;
        for (const listener of [...listeners]) listener();
      },
      'every' in pace ? pace.every : pace.pause,
    );
  });
  return {
    get current() {
      return read();
    },
    refresh() {
      if (!isPaused) isStale = true;
      return read();
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
