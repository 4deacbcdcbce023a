import { memo, type Ref } from 'react';
import type { NodeId } from '../../../shared/ids/ids.ts';
import { useWords } from '../../client/use-words.ts';
import type { StructureRow } from './structure-rows.ts';
import type { PairedScroll } from './use-paired-scroll.ts';
import classes from './import.module.css';

export interface StructurePaneProps {
  readonly rows: readonly StructureRow[];
  readonly selected: ReadonlySet<NodeId>;
  /** The scrolling element. */
  readonly ref: Ref<HTMLDivElement>;
  readonly scroll: Pick<PairedScroll, 'lead' | 'onScroll'>;
  readonly onPick: (row: NodeId) => void;
}

/** The planned text as it will be structured; a click shows where a part came from. */
export function StructurePane({ ref, rows, selected, scroll, onPick }: StructurePaneProps) {
  const { import: say } = useWords();
  return (
    <section className={classes['pane']} aria-label={say.structurePane}>
      <h2 className={classes['paneTitle']}>{say.structurePane}</h2>
      <div
        ref={ref}
        className={classes['scroll']}
        tabIndex={0}
        role="group"
        aria-label={say.structurePane}
        onPointerEnter={() => scroll.lead('structure')}
        onFocus={() => scroll.lead('structure')}
        onScroll={() => scroll.onScroll('structure')}
      >
        <ul data-items className={classes['rows']}>
          {rows.map((row) => (
            <Row key={row.id} row={row} isSelected={selected.has(row.id)} onPick={onPick} />
          ))}
        </ul>
      </div>
    </section>
  );
}

interface RowProps {
  readonly row: StructureRow;
  readonly isSelected: boolean;
  readonly onPick: (row: NodeId) => void;
}

const Row = memo(function Row({ row, isSelected, onPick }: RowProps) {
  const { id, type, depth, number, label, text } = row;
  return (
    <li
      data-row={id}
      data-type={type}
      data-selected={isSelected}
      className={classes['row']}
      style={{ paddingLeft: `${0.75 + depth * 1.1}rem` }}
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
