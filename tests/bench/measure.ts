/** One figure of a benchmark: the median of its runs, with the spread between its quartiles. */
export interface Figure {
  readonly name: string;
  readonly unit: 'ms' | 'µs' | 'KiB' | 'MiB' | 'ratio' | 'exponent' | 'count';
  readonly median: number;
  readonly lowerQuartile: number;
  readonly upperQuartile: number;
  readonly runs: number;
  /** What the figure should not exceed, where the project set itself a goal. */
  readonly atMost?: number;
}

export function figureOf(
  name: string,
  unit: Figure['unit'],
  values: readonly number[],
  atMost?: number,
): Figure {
  const sorted = values.toSorted((a, b) => a - b);
  const quantile = (share: number): number => {
    const at = (sorted.length - 1) * share;
    const low = sorted[Math.floor(at)] ?? Number.NaN;
    const high = sorted[Math.ceil(at)] ?? Number.NaN;
    return low + (high - low) * (at - Math.floor(at));
  };
  return {
    name,
    unit,
    median: quantile(0.5),
    lowerQuartile: quantile(0.25),
    upperQuartile: quantile(0.75),
    runs: values.length,
    ...(atMost === undefined ? {} : { atMost }),
  };
}

/** Times work in milliseconds, `runs` times in a row, after `warmUp` runs that do not count. */
export async function timesOf(work: () => unknown, { runs = 7, warmUp = 1 } = {}): Promise<number[]> {
  const times: number[] = [];
  for (let run = -warmUp; run < runs; run += 1) {
    globalThis.gc?.();
    const begun = performance.now();
    await work();
    if (run >= 0) times.push(performance.now() - begun);
  }
  return times;
}

/** Slope of time over size in log-log coordinates, least squares: 1 is linear growth. */
export function growthExponent(points: readonly { readonly size: number; readonly time: number }[]): number {
  const logs = points.map(({ size, time }) => [Math.log(size), Math.log(time)] as const);
  const meanX = logs.reduce((sum, [x]) => sum + x, 0) / logs.length;
  const meanY = logs.reduce((sum, [, y]) => sum + y, 0) / logs.length;
  const covariance = logs.reduce((sum, [x, y]) => sum + (x - meanX) * (y - meanY), 0);
  return covariance / logs.reduce((sum, [x]) => sum + (x - meanX) ** 2, 0);
}

/** A table in plain text, one line per figure. */
export function tableOf(figures: readonly Figure[]): string {
  const rows = figures.map(({ name, unit, median, lowerQuartile, upperQuartile, runs, atMost }) => [
    name,
    format(median),
    `${format(lowerQuartile)}–${format(upperQuartile)}`,
    unit,
    String(runs),
    atMost === undefined ? '' : `${median <= atMost ? 'within' : 'ABOVE'} ${format(atMost)}`,
  ]);
  const table = [['figure', 'median', 'quartiles', 'unit', 'runs', 'goal'], ...rows];
  const widths =
    table[0]?.map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0))) ?? [];
  return table
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function format(value: number): string {
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
}
