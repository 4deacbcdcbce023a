import { memo } from 'react';
import { useSession } from '../../client/session-context.tsx';
import { useWords } from '../../client/use-words.ts';
import { WordChanges } from '../../ui/word-changes.tsx';
import type { ComparisonRow, RowSide } from './comparison-rows.ts';
import classes from './editions.module.css';

/** One unit in both versions, and what became of it in between. */
export const ComparisonRowView = memo(function ComparisonRowView({ row }: { readonly row: ComparisonRow }) {
  const { editions: say } = useWords();
  return (
    <tr data-states={row.states.join(' ')}>
      <td>
        <Side side={row.before} other={row.after} />
      </td>
      <td className={classes['states']}>
        {row.states.map((state) => (
          <span key={state} className={classes['state']} data-state={state}>
            {say.states[state]}
          </span>
        ))}
        {row.notes.map((note) => (
          <p key={note} className={classes['note']}>
            {note}
          </p>
        ))}
      </td>
      <td>
        <Side side={row.after} other={row.before} />
      </td>
    </tr>
  );
});

function Side({ side, other }: { readonly side: RowSide | null; readonly other: RowSide | null }) {
  const { editions: say } = useWords();
  const { profile } = useSession();
  if (side === null) return <span className={classes['absent']}>{say.notThere}</span>;
  return (
    <div lang={profile.language}>
      {side.name !== '' && (
        <span className={classes['unitName']} data-changed={other !== null && other.name !== side.name}>
          {side.name}
        </span>
      )}
      <p className={classes['words']}>
        <WordChanges words={side.words} />
      </p>
    </div>
  );
}
