import type { WordChange } from '../../shared/diff/word-diff.ts';
import classes from './word-changes.module.css';

/** Words that changed, as underlined insertions and struck deletions, told to screen readers as such. */
export function WordChanges({ words }: { readonly words: readonly WordChange[] }) {
  return words.map(({ type, text }, index) => {
    switch (type) {
      case 'same':
        return <span key={index}>{text}</span>;
      case 'inserted':
        return (
          <ins key={index} className={classes['inserted']}>
            {text}
          </ins>
        );
      case 'deleted':
        return (
          <del key={index} className={classes['deleted']}>
            {text}
          </del>
        );
    }
  });
}
