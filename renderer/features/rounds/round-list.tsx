import { Button, UnstyledButton } from '@mantine/core';
import {
  IconCircle,
  IconCircleCheck,
  IconCircleDot,
  IconMessages,
  IconPlus,
  type Icon,
} from '@tabler/icons-react';
import type { RoundId } from '../../../shared/ids/ids.ts';
import { stateOfRound, type Round, type RoundState } from '../../../shared/rounds/round.ts';
import { useWords } from '../../client/use-words.ts';
import { shortDay } from '../../ui/format-values.ts';
import layout from '../../ui/side-list.module.css';
import classes from './rounds.module.css';
import type { RoundsNow } from './use-rounds.ts';

export interface RoundListProps {
  readonly now: RoundsNow;
  readonly chosen: RoundId | null;
  readonly onChoose: (round: RoundId) => void;
  readonly onCreate: () => void;
}

const icons: Readonly<Record<RoundState, Icon>> = {
  planned: IconCircle,
  open: IconCircleDot,
  answers: IconMessages,
  closed: IconCircleCheck,
};

/** All rounds with how far each is, newest first. */
export function RoundList({ now, chosen, onChoose, onCreate }: RoundListProps) {
  const { rounds: words, language } = useWords();
  const day = (instant: string | null): string | null =>
    instant === null ? null : shortDay(instant, language);
  const lineOf = (round: Round, state: RoundState): string => {
    if (state === 'planned') return words.stateLine.planned(day(round.opensAt));
    return state === 'open' ? words.stateLine.open(day(round.closesAt)) : words.stateLine[state];
  };
  return (
    <nav className={`${layout['side'] ?? ''} ${classes['side'] ?? ''}`} aria-label={words.list}>
      <Button variant="light" leftSection={<IconPlus size={17} />} onClick={onCreate}>
        {words.create}
      </Button>
      <ul className={classes['list']}>
        {now.rounds.map((round) => {
          const state = stateOfRound(round, now.phase, now.current);
          const Sign = icons[state];
          return (
            <li key={round.id}>
              <UnstyledButton
                className={layout['item'] ?? ''}
                aria-current={round.id === chosen || undefined}
                onClick={() => onChoose(round.id)}
              >
                <Sign size={20} stroke={1.7} className={layout['itemIcon'] ?? ''} aria-hidden />
                <span>
                  <span className={classes['itemName']}>{round.name}</span>
                  <span className={classes['itemState']}>{lineOf(round, state)}</span>
                </span>
              </UnstyledButton>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
