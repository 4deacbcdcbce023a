import type { RowGroup } from '../../../shared/weighing/group-rows.ts';
import { isOpen } from '../../../shared/weighing/weighing-rows.ts';
import { useWords } from '../../client/use-words.ts';
import type { LinePlace } from './table-row.tsx';
import classes from './weighing.module.css';

/** The heading of the rows about one goal. */
export function GroupLine({ group, index, start, measure }: LinePlace & { readonly group: RowGroup }) {
  const words = useWords().weighing;
  const { about, place, rows } = group;
  const name = about === 'document' ? words.wholeDocument : about === 'gone' ? words.goneGroup : place?.title;
  return (
    <div
      role="row"
      ref={measure}
      data-index={index}
      aria-rowindex={index + 2}
      className={classes['group']}
      style={{ transform: `translateY(${String(start)}px)` }}
    >
      <span role="gridcell" aria-colspan={8} className={classes['groupCell']}>
        {place !== null && place.number !== '' && <b>{place.number}</b>}
        <span className={classes['groupName']}>{name}</span>
        <span className={classes['groupCount']}>
          {words.groupCount(rows.length, rows.filter(isOpen).length)}
        </span>
      </span>
    </div>
  );
}
