import { diffWords } from '../diff/word-diff.ts';

/** Puts words in the place of a stretch of an earlier text. Offsets are UTF-16 code units. */
export interface WordEdit {
  readonly start: number;
  readonly end: number;
  readonly insert: string;
}

/**
 * What makes the later text of the earlier one, word by word: in order, with something unchanged between any two. Words
 * that come or go beside others that change are one edit with them, not one across the space from them.
 */
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
  if (open) edits.push(open);
  return edits.reduce<readonly WordEdit[]>((done, edit) => drawnTogether(before, done, edit), []);
}

/**
 * Adds an edit to those before it. One that only puts in or takes out words with the same space at their end as stands
 * before them might as well have begun before that space, and then follows the edit before at once.
 */
function drawnTogether(text: string, done: readonly WordEdit[], edit: WordEdit): readonly WordEdit[] {
  const last = done.at(-1);
  const { start, end, insert } = edit;
  const gap = last ? text.slice(last.end, start) : '';
  if (!last || gap.trim() !== '') return [...done, edit];
  const { length } = gap;
  if (start === end && insert.endsWith(gap)) {
    return [...done.slice(0, -1), { ...last, insert: last.insert + gap + insert.slice(0, -length) }];
  }
  if (insert === '' && text.slice(start, end).endsWith(gap)) {
    return [...done.slice(0, -1), { ...last, end: end - length }];
  }
  return [...done, edit];
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
