import { doTouch, isSameEdit, wordEdits, withEdits, type WordEdit } from './word-edits.ts';

/** Words that the text and a proposal have both changed, each otherwise. */
export interface WordConflict {
  readonly base: string;
  readonly today: string;
  readonly proposed: string;
}

/**
 * What becomes of a proposal when the words that it was about have changed.
 * - `unchanged`: they have not; the wording stands as it was proposed.
 * - `rebased`: the text changed elsewhere; `wording` has both changes.
 * - `conflict`: both changed the same words, or words next to each other: somebody has to choose.
 * - `base-gone`: what it was about is no longer there.
 */
export type RebasedWording =
  | { readonly state: 'unchanged' | 'rebased'; readonly wording: string }
  | { readonly state: 'conflict'; readonly conflicts: readonly WordConflict[] }
  | { readonly state: 'base-gone' };

/**
 * Merges a proposal with what the text has become since, word by word (rules RBS1 to RBS5). `base` is what the author
 * read, `today` what stands there now; `null` where nothing does. Which of the two changes is called the proposal makes
 * no difference to the words that come out.
 */
export function rebaseWording(base: string, wording: string, today: string | null): RebasedWording {
  if (today === null) return { state: 'base-gone' };
  if (today === base) return { state: 'unchanged', wording };
  const ours = wordEdits(base, today);
  const theirs = wordEdits(base, wording);
  const conflicts = conflictsOf(base, ours, theirs);
  if (conflicts.length > 0) return { state: 'conflict', conflicts };
  const own = theirs.filter((edit) => !ours.some((other) => isSameEdit(edit, other)));
  const merged = [...ours, ...own].sort((one, other) => one.start - other.start);
  return { state: 'rebased', wording: withEdits(base, merged) };
}

/** Stretches of the base in which edits of both sides meet and are not the same, as each side has them. */
function conflictsOf(
  base: string,
  ours: readonly WordEdit[],
  theirs: readonly WordEdit[],
): readonly WordConflict[] {
  const clashes = (edit: WordEdit, others: readonly WordEdit[]): boolean =>
    others.some((other) => doTouch(edit, other) && !isSameEdit(edit, other));
  const met = [
    ...ours.filter((edit) => clashes(edit, theirs)),
    ...theirs.filter((edit) => clashes(edit, ours)),
  ].sort((one, other) => one.start - other.start);
  const stretches: { start: number; end: number }[] = [];
  for (const { start, end } of met) {
    const last = stretches.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else stretches.push({ start, end });
  }
  return stretches.map(({ start, end }) => {
    const within = (edits: readonly WordEdit[]): string =>
      withEdits(
        base.slice(start, end),
        edits
          .filter((edit) => edit.start >= start && edit.end <= end)
          .map((edit) => ({ ...edit, start: edit.start - start, end: edit.end - start })),
      );
    return { base: base.slice(start, end), today: within(ours), proposed: within(theirs) };
  });
}
