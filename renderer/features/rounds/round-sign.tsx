import { IconMessages } from '@tabler/icons-react';
import { useWords } from '../../client/use-words.ts';
import { shortDay } from '../../ui/format-values.ts';
import classes from './rounds.module.css';
import { useRunningRound } from './use-rounds.ts';
import { useToldRound } from './use-told-round.ts';

/** Says in one line which round runs, and until when; nothing where none does. */
export function RoundSign() {
  const { rounds: words, language } = useWords();
  const running = useRunningRound();
  useToldRound();
  if (running === null) return null;
  const { round, state } = running;
  const until = round.closesAt === null ? null : shortDay(round.closesAt, language);
  const text = state === 'open' ? words.sign.open(round.name, until) : words.sign.answers(round.name);
  return (
    <span className={classes['sign']} title={text}>
      <IconMessages size={15} aria-hidden /> <span>{text}</span>
    </span>
  );
}
