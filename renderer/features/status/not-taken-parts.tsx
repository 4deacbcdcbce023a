import { useWords } from '../../client/use-words.ts';
import { WordChanges } from '../../ui/word-changes.tsx';
import type { NotTaken } from './not-taken.ts';
import classes from './status.module.css';

/** What was written here and is not on the host, goal by goal, with its changes marked. */
export function NotTakenParts({ parts }: { readonly parts: readonly NotTaken[] }) {
  const words = useWords().status;
  return (
    <div className={classes['kept']} tabIndex={0} role="region" aria-label={words.copyTitle}>
      {parts.map(({ id, name, own, words: changes }, index) => (
        <section key={`${id} ${String(index)}`} className={classes['keptPart']}>
          <h3>{name}</h3>
          <p>{own === '' ? words.notTaken.removed : <WordChanges words={changes} />}</p>
        </section>
      ))}
    </div>
  );
}
