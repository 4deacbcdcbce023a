import type { LeitbildDocument } from '../../../shared/schema/document.ts';

/** What the bench asks of its page. */
export interface EditorBenchPage {
  /** Opens a text in our editor or in bare Tiptap with collaboration; says how long until it was painted. */
  open(document: LeitbildDocument, which: 'ours' | 'bare'): Promise<number>;
  /** Marks so many places of a few words, spread over the whole text, where it is our editor. */
  mark(count: number): void;
  /** Puts the caret at the end of a long paragraph: the one that so large a share of them stands before. */
  focus(share: number): void;
  /** Lets writers elsewhere type: `perSecond` letters each. */
  startWriters(count: number, perSecond: number): void;
  stopWriters(): number;
  /** The instant at which the next frame was painted. */
  painted(): Promise<number>;
  /** Milliseconds from each key to the paint that shows its letter, since the last call. */
  take(): number[];
}
