import { IconArrowsDiff } from '@tabler/icons-react';
import { useMemo } from 'react';
import type { WeighingRow } from '../../../shared/weighing/weighing-rows.ts';
import { useWords } from '../../client/use-words.ts';
import { shortDay } from '../../ui/format-values.ts';
import { WordChanges } from '../../ui/word-changes.tsx';
import { placeName } from './place-name.ts';
import type { Weighing } from './use-weighing.ts';
import { wordingExcerpt } from './wording-excerpt.ts';
import classes from './weighing.module.css';

/** Where a line stands in the window of lines that are drawn. */
export interface LinePlace {
  readonly index: number;
  /** Pixels from the top of all lines. */
  readonly start: number;
  readonly measure: (line: HTMLElement | null) => void;
}

export interface TableRowProps extends LinePlace {
  readonly weighing: Pick<Weighing, 'today' | 'baseOf'>;
  readonly row: WeighingRow;
  readonly isActive: boolean;
  readonly isChosen: boolean;
  readonly onFocus: () => void;
  readonly onChoose: (isRange: boolean) => void;
  readonly onOpen: () => void;
}

/** One contribution in the table. */
export function TableRow(props: TableRowProps) {
  const { weighing, row, index, start, measure, isActive, isChosen, onFocus, onChoose, onOpen } = props;
  const { weighing: words, contributions, language } = useWords();
  const { resolution, statement, wording } = row;
  const { today, baseOf } = weighing;
  // Only of rows that are drawn.
  const excerpt = useMemo(() => wordingExcerpt(statement, today, baseOf), [statement, today, baseOf]);
  const place = row.place === null ? words.wholeDocument : placeName(row.place);
  const caution =
    resolution.state === 'changed' || resolution.state === 'moved' || resolution.state === 'gone'
      ? contributions.anchorStates[
          resolution.state === 'gone' && resolution.ambiguous ? 'ambiguous' : resolution.state
        ]
      : null;
  return (
    <div
      role="row"
      ref={measure}
      data-index={index}
      data-contribution={row.id}
      data-done={row.state === 'decided' || row.standing !== 'stands' || undefined}
      aria-rowindex={index + 2}
      aria-selected={isChosen}
      tabIndex={isActive ? 0 : -1}
      data-autofocus={isActive || undefined}
      className={classes['row']}
      style={{ transform: `translateY(${String(start)}px)` }}
      onFocus={onFocus}
      onClick={onOpen}
    >
      <span role="gridcell" data-column="choose">
        <input
          type="checkbox"
          tabIndex={-1}
          className={classes['box']}
          aria-label={words.selectRow(row.institutionName, place)}
          checked={isChosen}
          onClick={(event) => event.stopPropagation()}
          onChange={({ nativeEvent }) =>
            onChoose(
              nativeEvent instanceof PointerEvent || nativeEvent instanceof MouseEvent
                ? nativeEvent.shiftKey
                : false,
            )
          }
        />
      </span>
      <span role="gridcell" data-column="number">
        {row.number}
      </span>
      <span role="gridcell" data-column="place">
        <span className={classes['clamp']}>
          {statement.anchor.on === 'passage'
            ? `„${statement.anchor.quote.replaceAll('\n', ' ')}“`
            : statement.anchor.on === 'node'
              ? words.wholePlace
              : words.wholeDocument}
        </span>
        {caution !== null && <span className={classes['quiet']}>{caution}</span>}
      </span>
      <span role="gridcell" data-column="institution" className={classes['clamp']}>
        {row.institutionName}
      </span>
      <span role="gridcell" data-column="kind">
        {contributions.kinds[row.kind]}
      </span>
      <span role="gridcell" data-column="text" className={classes['clamp']}>
        {wording !== null && (
          <span className={classes['rowWording']}>
            <span className={classes['tag']}>{wording === '' ? words.striking : words.wording}</span>{' '}
            {excerpt === null ? wording.replaceAll('\n', ' ') : <WordChanges words={excerpt} />}
          </span>
        )}
        {wording !== null && row.text !== '' && <span className={classes['quiet']}> – </span>}
        {row.text}
      </span>
      <span role="gridcell" data-column="state">
        <span className={classes['state']} data-state={row.state}>
          {words.states[row.state]}
        </span>
        {row.isConflicting && (
          <span className={classes['conflict']}>
            <IconArrowsDiff size={14} stroke={1.8} aria-hidden />
            {words.conflict}
          </span>
        )}
        {row.standing !== 'stands' && row.state !== row.standing && (
          <span className={classes['quiet']}>{words.states[row.standing]}</span>
        )}
      </span>
      <span role="gridcell" data-column="decision">
        {row.outcome !== null && row.decidedAt !== null && (
          <>
            <span>{contributions.outcomes[row.outcome]}</span>
            <span className={classes['quiet']}>
              {shortDay(row.decidedAt, language)}
              {row.answer !== null && ` · ${contributions.replies[row.answer.reply]}`}
            </span>
          </>
        )}
      </span>
    </div>
  );
}
