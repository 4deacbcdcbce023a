/**
 * Divides items into so many runs, in their order, that weigh about the same; none is empty unless there are fewer
 * items than runs, and then there are fewer runs.
 */
export function divide<T>(
  items: readonly T[],
  weightOf: (item: T) => number,
  runs: number,
): readonly (readonly T[])[] {
  const weights = items.map(weightOf);
  const each = weights.reduce((sum, weight) => sum + weight, 0) / runs;
  const found = new Map<number, T[]>();
  let before = 0;
  items.forEach((item, at) => {
    const weight = weights[at] ?? 0;
    // An item belongs where its middle is.
    const run = Math.min(runs - 1, Math.floor((before + weight / 2) / each));
    const own = found.get(run) ?? [];
    found.set(run, own);
    own.push(item);
    before += weight;
  });
  return [...found.values()];
}
