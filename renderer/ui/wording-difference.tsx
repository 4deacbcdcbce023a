import { useMemo } from 'react';
import { diffWords, type WordChange } from '../../shared/diff/word-diff.ts';
import { useWords } from '../client/use-words.ts';
import { WordChanges } from './word-changes.tsx';
import classes from './wording-difference.module.css';

/** What a proposed wording changes, word by word. */
export function WordingDifference({ before, after }: { readonly before: string; readonly after: string }) {
  const changes = useMemo(() => diffWords(before, after), [before, after]);
  return <ChangedWording changes={changes} isStruck={after === ''} />;
}

export interface ChangedWordingProps {
  readonly changes: readonly WordChange[];
  /** Whether nothing is left of it. */
  readonly isStruck: boolean;
}

/** The same, for words that were compared already. */
export function ChangedWording({ changes, isStruck }: ChangedWordingProps) {
  const words = useWords().contributions;
  return (
    <div className={classes['difference']} role="group" aria-label={words.difference}>
      {isStruck ? <p className={classes['strike']}>{words.strike}</p> : null}
      <WordChanges words={changes} />
    </div>
  );
}
