import { useMemo } from 'react';
import { diffWords } from '../../shared/diff/word-diff.ts';
import { useWords } from '../client/use-words.ts';
import { WordChanges } from './word-changes.tsx';
import classes from './wording-difference.module.css';

/** What a proposed wording changes, word by word. */
export function WordingDifference({ before, after }: { readonly before: string; readonly after: string }) {
  const words = useWords().contributions;
  const changes = useMemo(() => diffWords(before, after), [before, after]);
  return (
    <div className={classes['difference']} role="group" aria-label={words.difference}>
      {after === '' ? <p className={classes['strike']}>{words.strike}</p> : null}
      <WordChanges words={changes} />
    </div>
  );
}
