import { useDeferredValue, useMemo } from 'react';
import type { NodeId } from '../../../shared/ids/ids.ts';
import { filterLines, linesById, visibleLines, type OutlineLine } from './outline-lines.ts';

/** What of the outline is to be seen, and where. */
export interface ShownLines {
  readonly visible: readonly OutlineLine[];
  readonly byId: ReadonlyMap<NodeId, OutlineLine>;
  /** Where a line stands among the visible ones; nothing for lines that are not to be seen. */
  readonly indexOf: ReadonlyMap<NodeId, number>;
  /** The lines that hold what is looked for; null where nothing is. */
  readonly matches: ReadonlySet<NodeId> | null;
  /** The words that are looked for, to be marked. */
  readonly highlight: readonly string[];
}

/** Leaves out what is folded or, where something is looked for, what does not hold it; typing goes before looking. */
export function useShownLines(
  lines: readonly OutlineLine[],
  folded: ReadonlySet<NodeId>,
  query: string,
): ShownLines {
  const asked = useDeferredValue(query.trim());
  const filtered = useMemo(() => (asked === '' ? null : filterLines(lines, asked)), [lines, asked]);
  const visible = useMemo(() => filtered?.lines ?? visibleLines(lines, folded), [filtered, lines, folded]);
  const highlight = useMemo(() => asked.split(/\s+/).filter((word) => word !== ''), [asked]);
  const byId = useMemo(() => linesById(lines), [lines]);
  const indexOf = useMemo(() => new Map(visible.map(({ id }, index) => [id, index])), [visible]);
  return { visible, byId, indexOf, highlight, matches: filtered?.matches ?? null };
}
