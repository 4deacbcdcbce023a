import { Text, UnstyledButton } from '@mantine/core';
import { useState, type KeyboardEvent, type Ref } from 'react';
import { useWords } from '../../client/use-words.ts';
import type { KindChoice, KindShelfGroup } from './kind-choices.ts';
import { BLOCK_TYPE } from './source-pane.tsx';
import classes from './import.module.css';

export interface KindShelfProps {
  readonly ref: Ref<HTMLDivElement>;
  readonly groups: readonly KindShelfGroup[];
  /** What the active block is. */
  readonly current: KindChoice | undefined;
  /** How many blocks are selected. */
  readonly count: number;
  readonly disabled: boolean;
  readonly onChoose: (choice: KindChoice) => void;
  readonly onDropBlock: (choice: KindChoice, block: string) => void;
}

/** All that a block can be: to be clicked for what is selected, or to drop a block on. */
export function KindShelf({ ref, groups, current, count, disabled, onChoose, onDropBlock }: KindShelfProps) {
  const { import: say } = useWords();
  const [over, setOver] = useState<string | null>(null);
  const all = groups.flatMap(({ choices }) => choices);
  const stop = current?.key ?? all[0]?.key;
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    const { key, currentTarget } = event;
    const step = key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : 0;
    if (step === 0) return;
    const buttons = [...currentTarget.querySelectorAll('button')];
    const at = buttons.findIndex((button) => button === document.activeElement);
    buttons[(at + step + buttons.length) % buttons.length]?.focus();
    event.preventDefault();
  };
  return (
    <section className={classes['shelf']} aria-label={say.kindsPane}>
      <h2 className={classes['paneTitle']}>{say.kindsPane}</h2>
      <Text size="xs" c="dimmed" className={classes['shelfHelp'] ?? ''}>
        {count > 0 ? say.selected(count) : say.kindsHelp}
      </Text>
      <div
        ref={ref}
        role="toolbar"
        aria-orientation="vertical"
        aria-label={say.kindsPane}
        onKeyDown={onKeyDown}
      >
        {groups.map(({ group, choices }) => (
          <div key={group} className={classes['kinds']}>
            {say.kindGroups[group] !== '' && <p className={classes['kindsTitle']}>{say.kindGroups[group]}</p>}
            {choices.map((choice) => (
              <UnstyledButton
                key={choice.key}
                tabIndex={choice.key === stop ? 0 : -1}
                className={classes['kind']}
                data-role={choice.kind}
                data-over={over === choice.key}
                aria-pressed={current?.key === choice.key}
                aria-disabled={disabled || count === 0}
                onClick={() => {
                  if (!disabled && count > 0) onChoose(choice);
                }}
                onDragOver={(event) => {
                  if (disabled || !event.dataTransfer.types.includes(BLOCK_TYPE)) return;
                  event.preventDefault();
                  setOver(choice.key);
                }}
                onDragLeave={() => setOver(null)}
                onDrop={(event) => {
                  event.preventDefault();
                  setOver(null);
                  onDropBlock(choice, event.dataTransfer.getData(BLOCK_TYPE));
                }}
              >
                {choice.label}
              </UnstyledButton>
            ))}
          </div>
        ))}
      </div>
    </section>
  );
}
