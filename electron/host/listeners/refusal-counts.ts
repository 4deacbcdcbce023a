/** How often what was refused; the reasons come from closed lists, so the counts stay few. */
export interface RefusalCounts {
  count(reason: string): void;
  read(): Readonly<Record<string, number>>;
}

/** Makes counts that begin at zero. */
export function createRefusalCounts(): RefusalCounts {
  const counts = new Map<string, number>();
  return {
    count: (reason) => {
      counts.set(reason, (counts.get(reason) ?? 0) + 1);
    },
    read: () => Object.fromEntries(counts),
  };
}
