import type { WordConflict } from '../../../shared/decisions/rebase-wording.ts';
import { useWords } from '../../client/use-words.ts';
import classes from './weighing.module.css';

/** The words that the text and a proposal have both changed, each side by side. */
export function WordConflicts({ conflicts }: { readonly conflicts: readonly WordConflict[] }) {
  const words = useWords().weighing.conflictOf;
  return conflicts.map((conflict, index) => (
    <dl key={index} className={classes['sides']}>
      {(['base', 'today', 'proposed'] as const).map((side) => (
        <div key={side}>
          <dt>{words[side]}</dt>
          <dd>{conflict[side].trim() === '' ? words.nothing : conflict[side]}</dd>
        </div>
      ))}
    </dl>
  ));
}
