import { sizeOf } from '../../../shared/overview/participation.ts';
import { useWords } from '../../client/use-words.ts';
import { wholeNumber } from '../../ui/format-values.ts';
import classes from './overview.module.css';
import type { Overview } from './use-overview.ts';

/** The few numbers that are asked for most. */
export function Figures({ overview }: { readonly overview: Overview }) {
  const { overview: words, language } = useWords();
  const { participation, days } = overview;
  const invited = participation.rows.filter(({ isInvited }) => isInvited);
  const silent = invited.filter(({ total }) => sizeOf(total) === 0).length;
  const counts = days.at(-1)?.counts;
  const figures = {
    invited: invited.length,
    taking: invited.length - silent,
    silent,
    statements: participation.total.statements,
    positions: participation.total.positions,
    open: counts ? counts.open + counts.proposed + counts.deferred : 0,
    dissents: overview.dissents.length,
  };
  return (
    <dl className={classes['figures']} aria-label={words.figures.title}>
      {(Object.keys(figures) as readonly (keyof typeof figures)[]).map((key) => (
        <div key={key} data-figure={key}>
          <dt>{words.figures[key]}</dt>
          <dd>{wholeNumber(figures[key], language)}</dd>
        </div>
      ))}
    </dl>
  );
}
