import { diffWords } from '../diff/word-diff.ts';

/** Puts words in the place of a stretch of an earlier text. Offsets are UTF-16 code units. */
export interface WordEdit {
  readonly start: number;
  readonly end: number;
  readonly insert: string;
}

/** What makes the later text of the earlier one, word by word: in order, with something unchanged between any two. */
export function wordEdits(before: string, after: string): readonly WordEdit[] {
  const edits: WordEdit[] = [];
  let at = 0;
  let open: WordEdit | null = null;
  for (const { type, text } of diffWords(before, after)) {
    if (type === 'same') {
      if (open) edits.push(open);
      open = null;
      at += text.length;
    } else {
      open ??= { start: at, end: at, insert: '' };
      if (type === 'deleted') at += text.length;
      open = { ...open, end: at, insert: type === 'inserted' ? open.insert + text : open.insert };
    }
  }
  return open ? [...edits, open] : edits;
}

/** Carries edits out. They must be in order and apart. */
export function withEdits(text: string, edits: readonly WordEdit[]): string {
  let made = '';
  let at = 0;
  for (const { start, end, insert } of edits) {
    made += text.slice(at, start) + insert;
    at = end;
  }
  return made + text.slice(at);
}

/** Whether two edits of one text concern the same words, or words that stand next to each other. */
export function doTouch(one: WordEdit, other: WordEdit): boolean {
  return one.start <= other.end && other.start <= one.end;
}

export function isSameEdit(one: WordEdit, other: WordEdit): boolean {
  return one.start === other.start && one.end === other.end && one.insert === other.insert;
}
