import { diffArrays } from 'diff';

/** A stretch of words that both texts have, or only the later, or only the earlier one. */
export interface WordChange {
  readonly type: 'same' | 'inserted' | 'deleted';
  readonly text: string;
}

/** Words, the spaces between them, and punctuation, each a token of its own. */
const TOKENS = /[\p{L}\p{M}\p{N}]+|\s+|[^\p{L}\p{M}\p{N}\s]/gu;

/** Above this many differing tokens, showing single words no longer helps a reader: the whole text counts as replaced. */
const MOST_EDITS = 2_000;

/**
 * What changed from one text to another, word by word, shortest first (Myers). Joining all that is `same` or
 * `deleted` gives `before`; all that is `same` or `inserted` gives `after`. Equal texts give one `same`, or nothing
 * where both are empty.
 */
export function diffWords(before: string, after: string): readonly WordChange[] {
  if (before === after) return before === '' ? [] : [{ type: 'same', text: before }];
  const parts = diffArrays(before.match(TOKENS) ?? [], after.match(TOKENS) ?? [], {
    maxEditLength: MOST_EDITS,
  });
  if (!parts) {
    return [
      { type: 'deleted' as const, text: before },
      { type: 'inserted' as const, text: after },
    ].filter(({ text }) => text !== '');
  }
  return parts.map(({ added, removed, value }) => ({
    type: added ? 'inserted' : removed ? 'deleted' : 'same',
    text: value.join(''),
  }));
}
