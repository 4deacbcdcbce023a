import { Button, Text } from '@mantine/core';
import { useId, useState } from 'react';
import { historyStates, type HistoryState, type StateDay } from '../../../shared/overview/state-history.ts';
import { useWords } from '../../client/use-words.ts';
import { shortDay, wholeNumber } from '../../ui/format-values.ts';
import { localDay } from '../../ui/local-day.ts';
import classes from './overview.module.css';
import { OverviewSection } from './overview-section.tsx';
import { StatePatterns, fillOf } from './state-patterns.tsx';
import { stateChart } from './state-chart.ts';

const SIZE = { width: 760, height: 220 };
const LEFT = 44;
const BELOW = 26;
const ABOVE = 10;

/** How many contributions were how far, day by day: as a chart, and as a table for those who want the figures. */
export function HistorySection({ days }: { readonly days: readonly StateDay[] }) {
  const words = useWords().overview.history;
  const [isShown, setShown] = useState(false);
  const table = useId();
  return (
    <OverviewSection
      title={words.title}
      hint={words.hint}
      controls={
        days.length > 0 && (
          <Button
            variant="default"
            size="sm"
            className={classes['controls'] ?? ''}
            aria-expanded={isShown}
            aria-controls={table}
            onClick={() => setShown(!isShown)}
          >
            {isShown ? words.hideTable : words.showTable}
          </Button>
        )
      }
    >
      {days.length === 0 ? (
        <Text>{words.empty}</Text>
      ) : (
        <>
          <Chart days={days} />
          <div id={table} className={classes['historyTable']} data-shown={isShown || undefined}>
            <HistoryTable days={days} />
          </div>
        </>
      )}
    </OverviewSection>
  );
}

function Chart({ days }: { readonly days: readonly StateDay[] }) {
  const { overview, language } = useWords();
  const words = overview.history;
  const id = useId();
  const chart = stateChart(days, localDay(new Date()), SIZE);
  const last = days.at(-1);
  const first = days[0];
  if (first === undefined || last === undefined) return null;
  const used = chart.areas.map(({ state }) => state);
  return (
    <figure className={classes['figure']}>
      <svg
        role="img"
        aria-label={words.chart(
          shortDay(first.day, language),
          shortDay(last.day, language),
          allOf(last.counts),
          last.counts.decided,
        )}
        viewBox={`0 0 ${String(SIZE.width + LEFT + 40)} ${String(SIZE.height + ABOVE + BELOW)}`}
      >
        <StatePatterns id={id} />
        <g transform={`translate(${String(LEFT)} ${String(ABOVE)})`}>
          {chart.levels.map(({ count, y }) => (
            <g key={count} className={classes['level']}>
              <line x1={0} x2={SIZE.width} y1={y} y2={y} />
              <text x={-8} y={y} textAnchor="end" dominantBaseline="middle">
                {wholeNumber(count, language)}
              </text>
            </g>
          ))}
          {chart.areas.map(({ state, path }) => (
            <path
              key={state}
              d={path}
              className={classes['area']}
              data-state={state}
              fill={fillOf(id, state)}
            />
          ))}
          {chart.days.map(({ day, x }) => (
            <text key={day} x={x} y={SIZE.height + 19} className={classes['tick']} textAnchor="middle">
              {shortDay(day, language)}
            </text>
          ))}
        </g>
      </svg>
      <figcaption>
        <ul className={classes['legend']}>
          {used.toReversed().map((state) => (
            <li key={state}>
              <svg viewBox="0 0 22 16" width={22} height={16} aria-hidden>
                <rect
                  x={0.5}
                  y={0.5}
                  width={21}
                  height={15}
                  className={classes['area']}
                  data-state={state}
                  fill={fillOf(id, state)}
                />
              </svg>
              {words.states[state]}: <strong>{wholeNumber(last.counts[state], language)}</strong>
            </li>
          ))}
        </ul>
      </figcaption>
    </figure>
  );
}

function HistoryTable({ days }: { readonly days: readonly StateDay[] }) {
  const { overview, language } = useWords();
  const words = overview.history;
  const used: readonly HistoryState[] = historyStates.filter((state) =>
    days.some(({ counts }) => counts[state] > 0),
  );
  return (
    <table className={classes['plain']}>
      <caption>{words.table}</caption>
      <thead>
        <tr>
          <th scope="col">{words.day}</th>
          {used.map((state) => (
            <th key={state} scope="col" className={classes['sum']}>
              {words.states[state]}
            </th>
          ))}
          <th scope="col" className={classes['sum']}>
            {words.all}
          </th>
        </tr>
      </thead>
      <tbody>
        {days.map(({ day, counts }) => (
          <tr key={day}>
            <th scope="row">{shortDay(day, language)}</th>
            {used.map((state) => (
              <td key={state} className={classes['sum']}>
                {wholeNumber(counts[state], language)}
              </td>
            ))}
            <td className={classes['sum']}>{wholeNumber(allOf(counts), language)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function allOf(counts: StateDay['counts']): number {
  return historyStates.reduce((sum, state) => sum + counts[state], 0);
}
