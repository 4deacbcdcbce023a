import { historyStates, type HistoryState, type StateDay } from '../../../shared/overview/state-history.ts';

/** A chart of areas that stand on each other, in a box of `width` × `height` units with its origin at the top left. */
export interface StateChart {
  readonly areas: readonly { readonly state: HistoryState; readonly path: string }[];
  /** Heights at which a line with its number is drawn. */
  readonly levels: readonly { readonly count: number; readonly y: number }[];
  /** Days that are named below. */
  readonly days: readonly { readonly day: string; readonly x: number }[];
}

/**
 * Draws how many were how far, in steps: nothing changes between two days of the list. `today` (`YYYY-MM-DD`) is where
 * the chart ends, so that a long silence is seen. Empty where nothing came in.
 */
export function stateChart(
  days: readonly StateDay[],
  today: string,
  { width, height }: { readonly width: number; readonly height: number },
): StateChart {
  const [first] = days;
  const last = days.at(-1);
  if (first === undefined || last === undefined) return { areas: [], levels: [], days: [] };
  const start = dayNumber(first.day);
  const end = Math.max(dayNumber(today), dayNumber(last.day)) + 1;
  const xOf = (day: number): number => round(((day - start) / (end - start)) * width);
  const most = Math.max(
    ...days.map(({ counts }) => historyStates.reduce((sum, state) => sum + counts[state], 0)),
  );
  const step = niceStep(most);
  const top = Math.ceil(most / step) * step;
  const yOf = (count: number): number => round(height - (count / top) * height);
  const below = (counts: StateDay['counts'], state: HistoryState): number =>
    historyStates.slice(0, historyStates.indexOf(state)).reduce((sum, one) => sum + counts[one], 0);
  const edges = days.map(({ day, counts }, index) => {
    const next = days[index + 1];
    return { from: xOf(dayNumber(day)), to: xOf(next ? dayNumber(next.day) : end), counts };
  });
  const areas = historyStates
    .filter((state) => days.some(({ counts }) => counts[state] > 0))
    .map((state) => {
      const upper = edges.map(({ from, to, counts }) => {
        const y = yOf(below(counts, state) + counts[state]);
        return `${String(from)},${String(y)} ${String(to)},${String(y)}`;
      });
      const lower = edges.toReversed().map(({ from, to, counts }) => {
        const y = yOf(below(counts, state));
        return `${String(to)},${String(y)} ${String(from)},${String(y)}`;
      });
      return { state, path: `M${[...upper, ...lower].join(' L')}Z` };
    });
  const levels = Array.from({ length: top / step + 1 }, (_, index) => ({
    count: index * step,
    y: yOf(index * step),
  }));
  return {
    areas,
    levels,
    days: namedDays(start, end - 1).map((at) => ({ day: dayOfNumber(at), x: xOf(at) })),
  };
}

/** A step of 1, 2 or 5 times a power of ten that gives four or five levels. */
function niceStep(most: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, most / 4)));
  return [1, 2, 5, 10].map((factor) => factor * power).find((step) => most / step <= 5) ?? 10 * power;
}

/** The first day, the last one and some between, at even distances. */
function namedDays(first: number, last: number): readonly number[] {
  const parts = Math.min(4, last - first);
  if (parts === 0) return [first];
  return Array.from(
    { length: parts + 1 },
    (_, index) => first + Math.round(((last - first) * index) / parts),
  );
}

function dayNumber(day: string): number {
  return Math.round(Date.parse(`${day}T00:00:00Z`) / 86_400_000);
}

function dayOfNumber(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10);
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
