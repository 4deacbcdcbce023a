import { memo, useCallback, type Ref } from 'react';
import type { NodeId } from '../../../shared/ids/ids.ts';
import { useWords } from '../../client/use-words.ts';
import type { StructureRow } from './structure-rows.ts';
import type { PairedScroll } from './use-paired-scroll.ts';
import { linesOf, useRowWindow, type RowWindowHandle } from '../../ui/use-row-window.ts';
import classes from './import.module.css';

export interface StructurePaneProps {
  readonly rows: readonly StructureRow[];
  readonly selected: ReadonlySet<NodeId>;
  readonly ref: Ref<RowWindowHandle>;
  readonly scroll: Pick<PairedScroll, 'lead' | 'onMove'>;
  readonly onPick: (row: NodeId) => void;
}

/** Pixels of one letter of a row. */
const LETTER = 7.6;

/** The planned text as it will be structured; a click shows where a part came from. */
export function StructurePane({ ref, rows, selected, scroll, onPick }: StructurePaneProps) {
  const { import: say } = useWords();
  const {
    scroller,
    rows: drawn,
    height,
    measure,
  } = useRowWindow({
    handle: ref,
    count: rows.length,
    keyOf: useCallback((index: number) => rows[index]?.id ?? '', [rows]),
    heightOf: (index, width) => {
      const { text = '', label = '', depth = 0 } = rows[index] ?? {};
      return 10 + 23 * linesOf(`${label} ${text}`, (width - 28 - 18 * depth) / LETTER);
    },
    kept: -1,
    onMove: scroll.onMove,
  });
  const lead = (): void => scroll.lead('structure');
  return (
    <section className={classes['pane']} aria-label={say.structurePane}>
      <h2 className={classes['paneTitle']}>{say.structurePane}</h2>
      <div
        ref={scroller}
        className={classes['scroll']}
        tabIndex={0}
        role="group"
        aria-label={say.structurePane}
        onPointerDown={lead}
        onWheel={lead}
        onTouchMove={lead}
        onKeyDown={lead}
      >
        <ul data-items className={classes['rows']} style={{ height }}>
          {drawn.map(({ index, start }) => {
            const row = rows[index];
            return (
              row && (
                <Row
                  key={row.id}
                  {...{ row, index, start, measure, onPick }}
                  count={rows.length}
                  isSelected={selected.has(row.id)}
                />
              )
            );
          })}
        </ul>
      </div>
    </section>
  );
}

interface RowProps {
  readonly row: StructureRow;
  /** Its place among all, from 0, and where it begins, in pixels. */
  readonly index: number;
  readonly count: number;
  readonly start: number;
  readonly measure: (row: HTMLElement | null) => void;
  readonly isSelected: boolean;
  readonly onPick: (row: NodeId) => void;
}

const Row = memo(function Row(props: RowProps) {
  const { row, index, count, start, measure, isSelected, onPick } = props;
  const { id, type, depth, number, label, text } = row;
  return (
    <li
      ref={measure}
      data-row={id}
      data-index={index}
      aria-posinset={index + 1}
      aria-setsize={count}
      data-type={type}
      data-selected={isSelected}
      className={classes['row']}
      style={{ paddingLeft: `${0.75 + depth * 1.1}rem`, transform: `translateY(${start}px)` }}
      onClick={() => onPick(id)}
    >
      {(number !== '' || label !== '') && (
        <span className={classes['rowLabel']}>
          {number !== '' && <span className={classes['rowNumber']}>{number}</span>}
          {label}
        </span>
      )}
      {text !== '' && <span className={classes['rowText']}>{text}</span>}
    </li>
  );
});
