import { useMemo, useState } from 'react';
import { filterRows, noFilter, type RowFilter } from '../../../shared/weighing/filter-rows.ts';
import { groupRows } from '../../../shared/weighing/group-rows.ts';
import type { WeighingRow } from '../../../shared/weighing/weighing-rows.ts';
import { inOrder } from './desk-target.ts';
import { tableLines, type TableLine } from './table-lines.ts';
import { useFullText, type FullText } from './use-full-text.ts';
import type { Weighing } from './use-weighing.ts';

/** The rows of the table, and what they are narrowed down to. */
export interface Narrowed {
  readonly filter: RowFilter;
  readonly setFilter: (filter: RowFilter) => void;
  readonly query: string;
  readonly setQuery: (query: string) => void;
  readonly search: FullText;
  readonly isNarrow: boolean;
  readonly clear: () => void;
  readonly shown: readonly WeighingRow[];
  readonly lines: readonly TableLine[];
  /** The rows that are shown, from top to bottom. */
  readonly ordered: readonly WeighingRow[];
}

/** Narrows the rows down by filters and words. */
export function useNarrowed({ rows, voices }: Weighing): Narrowed {
  const [filter, setFilter] = useState<RowFilter>(noFilter);
  const [query, setQuery] = useState('');
  const search = useFullText(query, voices);
  const { found } = search;
  const shown = useMemo(() => filterRows(rows, { ...filter, found }), [rows, filter, found]);
  const groups = useMemo(() => groupRows(shown), [shown]);
  return {
    ...{ filter, setFilter, query, setQuery, search, shown },
    isNarrow: query !== '' || Object.values(filter).some((value) => value !== null && value !== false),
    clear: () => {
      setQuery('');
      setFilter(noFilter);
    },
    lines: useMemo(() => tableLines(groups), [groups]),
    ordered: useMemo(() => inOrder(groups), [groups]),
  };
}
