import { Text } from '@mantine/core';
import classes from './rounds.module.css';

export interface CheckListProps<Id extends string> {
  readonly label: string;
  readonly options: readonly { readonly id: Id; readonly name: string; readonly isFixed: boolean }[];
  readonly chosen: ReadonlySet<Id>;
  readonly onChoose: (chosen: ReadonlySet<Id>) => void;
  /** What is said where there is no option. */
  readonly empty: string;
}

/** Many boxes to tick in a pane that scrolls. Plain elements: a register may hold two thousand. */
export function CheckList<Id extends string>({
  label,
  options,
  chosen,
  onChoose,
  empty,
}: CheckListProps<Id>) {
  const toggle = (id: Id, isChosen: boolean): void => {
    const next = new Set(chosen);
    if (isChosen) next.add(id);
    else next.delete(id);
    onChoose(next);
  };
  return (
    <div className={classes['checks']} role="group" aria-label={label}>
      {options.length === 0 && <Text size="sm">{empty}</Text>}
      {options.map(({ id, name, isFixed }) => (
        <label key={id} className={classes['check']}>
          <input
            type="checkbox"
            checked={chosen.has(id)}
            disabled={isFixed}
            onChange={({ currentTarget: { checked } }) => toggle(id, checked)}
          />
          <span>{name}</span>
        </label>
      ))}
    </div>
  );
}
