import { historyStates, type HistoryState } from '../../../shared/overview/state-history.ts';
import classes from './overview.module.css';

/** Each state has lines of its own, so that areas are told apart without colour. */
const lines: Readonly<Record<HistoryState, string>> = {
  decided: '',
  proposed: 'M0 8L8 0M-2 2L2 -2M6 10L10 6',
  deferred: 'M0 4H8',
  open: '',
  withdrawn: 'M0 0L8 8M0 8L8 0',
};

/** The patterns of the areas of a chart; `id` makes them its own. */
export function StatePatterns({ id }: { readonly id: string }) {
  return (
    <defs>
      {historyStates.map((state) => (
        <pattern
          key={state}
          id={nameOf(id, state)}
          className={classes['pattern']}
          data-state={state}
          width={8}
          height={8}
          patternUnits="userSpaceOnUse"
        >
          <rect width={8} height={8} />
          {state === 'open' ? <circle cx={4} cy={4} r={1.1} /> : <path d={lines[state]} />}
        </pattern>
      ))}
    </defs>
  );
}

export function fillOf(id: string, state: HistoryState): string {
  return `url(#${nameOf(id, state)})`;
}

function nameOf(id: string, state: HistoryState): string {
  return `${id}-${state}`;
}
