import type { Run } from './publication.ts';

/** Neighbouring runs that lead to the same address, so that a link with a bold word in it stays one link. */
export interface LinkedRuns {
  readonly href: string | null;
  readonly runs: readonly Run[];
}

/** Groups runs by the address they lead to; runs without one stand in groups whose `href` is `null`. */
export function groupByLink(runs: readonly Run[]): readonly LinkedRuns[] {
  const groups: { href: string | null; runs: Run[] }[] = [];
  for (const run of runs) {
    const href = run.type === 'text' ? run.href : null;
    const last = groups.at(-1);
    if (last && last.href === href) last.runs.push(run);
    else groups.push({ href, runs: [run] });
  }
  return groups;
}
