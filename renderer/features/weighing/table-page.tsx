import { Button, Group, Text, Title } from '@mantine/core';
import { IconMailPlus } from '@tabler/icons-react';
import type { ContributionId } from '../../../shared/ids/ids.ts';
import { isOpen, type WeighingRow } from '../../../shared/weighing/weighing-rows.ts';
import { useWords } from '../../client/use-words.ts';
import { FilterBar } from './filter-bar.tsx';
import type { Narrowed } from './use-narrowed.ts';
import type { Weighing } from './use-weighing.ts';
import { WeighingTable } from './weighing-table.tsx';
import classes from './weighing.module.css';

export interface TablePageProps {
  readonly weighing: Weighing;
  readonly narrowed: Narrowed;
  /** The row that has, or gets, the keyboard. */
  readonly active: ContributionId | null;
  readonly onActive: (row: ContributionId) => void;
  readonly chosen: ReadonlySet<ContributionId>;
  readonly onChoose: (chosen: ReadonlySet<ContributionId>) => void;
  readonly onOpen: (row: WeighingRow) => void;
  readonly onOpenChosen: () => void;
  readonly onEnter: () => void;
  /** Goes to the next open contribution; null where there is none. */
  readonly onNext: (() => void) | null;
}

/** The table with what is above it: counts, what can be done, filters; or what to do where it is empty. */
export function TablePage(props: TablePageProps) {
  const { weighing, narrowed, active, onActive, chosen, onChoose, onOpen, onNext } = props;
  const words = useWords().weighing;
  const { rows } = weighing;
  const { shown, lines } = narrowed;
  return (
    <div className={classes['page']}>
      <div className={classes['bar']}>
        {rows.length > 0 ? (
          <Title order={2} className={classes['count'] ?? ''}>
            <span role="status">{words.count(shown.length, rows.length, shown.filter(isOpen).length)}</span>
          </Title>
        ) : (
          <span />
        )}
        <Group gap="xs">
          {chosen.size > 0 && (
            <>
              <Text size="sm">{words.chosen(chosen.size)}</Text>
              <Button variant="subtle" color="gray" size="sm" onClick={() => onChoose(new Set())}>
                {words.clearChosen}
              </Button>
              <Button size="sm" onClick={props.onOpenChosen}>
                {words.decideChosen}
              </Button>
            </>
          )}
          <Button
            variant="default"
            size="sm"
            px="sm"
            leftSection={<IconMailPlus size={17} stroke={1.6} />}
            onClick={props.onEnter}
          >
            {words.enter.action}
          </Button>
          {onNext !== null && chosen.size === 0 && (
            <Button variant="default" size="sm" px="sm" title={words.nextKeys} onClick={onNext}>
              {words.next}
            </Button>
          )}
        </Group>
      </div>
      {rows.length > 0 && <FilterBar weighing={weighing} narrowed={narrowed} />}
      {lines.length > 0 ? (
        <WeighingTable {...{ weighing, lines, active, onActive, chosen, onChoose, onOpen }} />
      ) : (
        <div className={classes['empty']}>
          <Title order={2} size="h4">
            {rows.length === 0 ? words.empty.none : words.empty.filtered}
          </Title>
          {rows.length === 0 ? (
            <Text c="dimmed">{words.empty.noneText}</Text>
          ) : (
            <Button variant="light" onClick={narrowed.clear}>
              {words.filters.clear}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}
