import { VisuallyHidden } from '@mantine/core';
import { useCallback, useId, useLayoutEffect, useRef, type KeyboardEvent } from 'react';
import type { ContributionId } from '../../../shared/ids/ids.ts';
import type { WeighingRow } from '../../../shared/weighing/weighing-rows.ts';
import { useWords } from '../../client/use-words.ts';
import { useRowWindow, type RowWindowHandle } from '../../ui/use-row-window.ts';
import { GroupLine } from './group-line.tsx';
import { lineFrom, type TableLine } from './table-lines.ts';
import { TableRow } from './table-row.tsx';
import type { Weighing } from './use-weighing.ts';
import classes from './weighing.module.css';

export interface WeighingTableProps {
  readonly weighing: Pick<Weighing, 'today' | 'baseOf'>;
  readonly lines: readonly TableLine[];
  /** The row that has, or gets, the keyboard. */
  readonly active: ContributionId | null;
  readonly onActive: (row: ContributionId) => void;
  readonly chosen: ReadonlySet<ContributionId>;
  readonly onChoose: (chosen: ReadonlySet<ContributionId>) => void;
  readonly onOpen: (row: WeighingRow) => void;
}

const columns = ['number', 'place', 'institution', 'kind', 'text', 'state', 'decision'] as const;

const keys: Readonly<Record<string, Parameters<typeof lineFrom>[2]>> = {
  ArrowDown: 'down',
  ArrowUp: 'up',
  Home: 'first',
  End: 'last',
};

/** All contributions as one long table, of which only the rows near the screen are drawn. */
export function WeighingTable(props: WeighingTableProps) {
  const { weighing, lines, active, onActive, chosen, onChoose, onOpen } = props;
  const words = useWords().weighing;
  const hint = useId();
  const handle = useRef<RowWindowHandle>(null);
  const wantsFocus = useRef(active !== null);
  const lastChosen = useRef<number | null>(null);
  const found = lines.findIndex(({ key }) => key === active);
  const at = found >= 0 ? found : lineFrom(lines, -1, 'first');
  const { scroller, rows, height, measure } = useRowWindow({
    handle,
    count: lines.length,
    keyOf: useCallback((index: number) => lines[index]?.key ?? String(index), [lines]),
    heightOf: useCallback(
      (index: number, width: number) => (lines[index]?.kind === 'group' ? 52 : width < 760 ? 118 : 60),
      [lines],
    ),
    kept: at,
    onMove: nothing,
  });

  useLayoutEffect(() => {
    if (!wantsFocus.current) return;
    const row = scroller.current?.querySelector<HTMLElement>(`[data-index="${String(at)}"]`);
    if (row === null || row === undefined) return;
    wantsFocus.current = false;
    row.focus();
  });

  const go = (index: number): void => {
    const line = lines[index];
    if (line?.kind !== 'row') return;
    wantsFocus.current = true;
    onActive(line.row.id);
  };
  const choose = (index: number, isRange: boolean): void => {
    const line = lines[index];
    if (line?.kind !== 'row') return;
    const next = new Set(chosen);
    const from = isRange ? (lastChosen.current ?? index) : index;
    const isOn = isRange || !chosen.has(line.row.id);
    for (const one of lines.slice(Math.min(from, index), Math.max(from, index) + 1)) {
      if (one.kind !== 'row') continue;
      if (isOn) next.add(one.row.id);
      else next.delete(one.row.id);
    }
    lastChosen.current = index;
    onChoose(next);
  };
  const press = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const line = lines[at];
    const move = keys[event.key];
    if (move !== undefined) {
      const next = lineFrom(lines, at, move);
      if (event.shiftKey && lastChosen.current === null) lastChosen.current = at;
      if (event.shiftKey) choose(next, true);
      go(next);
    } else if (event.key === ' ') choose(at, event.shiftKey);
    else if (event.key === 'Enter' && line?.kind === 'row') onOpen(line.row);
    else return;
    event.preventDefault();
  };

  return (
    <div
      role="grid"
      className={classes['table']}
      aria-label={words.table}
      aria-describedby={hint}
      aria-rowcount={lines.length + 1}
      aria-multiselectable
      onKeyDown={press}
    >
      <VisuallyHidden id={hint}>{words.tableHint}</VisuallyHidden>
      <div role="row" aria-rowindex={1} className={classes['head']}>
        <span role="columnheader">
          <VisuallyHidden>{words.chosen(chosen.size)}</VisuallyHidden>
        </span>
        {columns.map((column) => (
          <span key={column} role="columnheader" data-column={column}>
            {words.columns[column]}
          </span>
        ))}
      </div>
      <div role="rowgroup" className={classes['scroller']} ref={scroller}>
        <div role="none" className={classes['lines']} style={{ height }}>
          {rows.map(({ index, key, start }) => {
            const line = lines[index];
            if (line === undefined) return null;
            const place = { index, start, measure };
            return line.kind === 'group' ? (
              <GroupLine key={key} {...place} group={line.group} />
            ) : (
              <TableRow
                key={key}
                {...place}
                {...{ weighing, row: line.row }}
                isActive={index === at}
                isChosen={chosen.has(line.row.id)}
                onFocus={() => line.row.id !== active && onActive(line.row.id)}
                onChoose={(isRange) => choose(index, isRange)}
                onOpen={() => onOpen(line.row)}
              />
            );
          })}
        </div>
      </div>
    </div>
  );
}

function nothing(): void {
  // Nothing else has to follow the rows.
}
