import { Alert, Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import type { AppError } from '../../../shared/errors/errors.ts';
import type { Round, RoundState } from '../../../shared/rounds/round.ts';
import { useApi } from '../../client/session-context.tsx';
import { useWords } from '../../client/use-words.ts';
import type { AppWords } from '../../words/app-words.ts';
import { AskDialog } from '../../ui/ask-dialog.tsx';
import { longDay } from '../../ui/format-values.ts';
import classes from './rounds.module.css';

export interface RoundActionsProps {
  readonly round: Round;
  readonly state: RoundState;
  /** How many institutions it asks. */
  readonly invited: number;
  readonly onEdit: () => void;
  readonly onAsking: (isAsking: boolean) => void;
}

type Step = 'open' | 'answers' | 'close' | 'remove';

/** What can be done with a round now. Each step is asked about first: it concerns everybody at once. */
export function RoundActions({ round, state, invited, onEdit, onAsking }: RoundActionsProps) {
  const allWords = useWords();
  const { rounds: words, language } = allWords;
  const api = useApi();
  const [asked, setAsked] = useState<Step | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<AppError | null>(null);
  const ask = (step: Step | null): void => {
    setAsked(step);
    onAsking(step !== null);
  };
  const carryOut = async (step: Step): Promise<void> => {
    setBusy(true);
    setError(null);
    const answer = await api(`rounds.${step}`, { round: round.id });
    setBusy(false);
    if (!answer.ok) setError(answer.error);
  };
  const question = asked === null ? null : questionOf(asked, round, words);
  return (
    <div className={classes['actions']}>
      <Group gap="xs" justify="flex-end">
        <Button variant="default" disabled={isBusy} onClick={onEdit}>
          {words.edit}
        </Button>
        {state === 'planned' && (
          <Button variant="default" disabled={isBusy} onClick={() => ask('remove')}>
            {words.remove}
          </Button>
        )}
        {(state === 'open' || state === 'closed') && (
          <Button variant="default" disabled={isBusy} onClick={() => ask('answers')}>
            {words.toAnswers}
          </Button>
        )}
        {state !== 'open' && (
          <Button
            variant={state === 'planned' ? 'filled' : 'default'}
            disabled={isBusy}
            onClick={() => ask('open')}
          >
            {state === 'planned' ? words.open : words.reopen}
          </Button>
        )}
        {(state === 'open' || state === 'answers') && (
          <Button variant="default" disabled={isBusy} onClick={() => ask('close')}>
            {words.end}
          </Button>
        )}
      </Group>
      {error !== null && (
        <Alert color="red" variant="light" mt="sm" role="alert">
          {roundFault(error, allWords)}
        </Alert>
      )}
      {asked !== null && question !== null && (
        <AskDialog {...question} onConfirm={() => void carryOut(asked)} onClose={() => ask(null)}>
          {asked === 'open' && (
            <Text size="sm">
              {words.askOpen.invited(invited)}{' '}
              {round.closesAt === null
                ? words.askOpen.noEnd
                : words.askOpen.until(longDay(round.closesAt, language))}
            </Text>
          )}
        </AskDialog>
      )}
    </div>
  );
}

/** What the host refused about a round, in words that name the field. */
export function roundFault(error: AppError, { rounds: words, describe }: AppWords): string {
  if (error.code !== 'argument-invalid') return describe(error);
  const { argument } = error.details;
  const faults: Readonly<Record<string, string | undefined>> = words.faults;
  return faults[argument] ?? describe(error);
}

function questionOf(step: Step, { name, base }: Round, words: AppWords['rounds']) {
  switch (step) {
    case 'open': {
      const { title, first, again, confirm } = words.askOpen;
      return { title: title(name), text: base === null ? first : again, confirm };
    }
    case 'answers':
      return { ...words.askAnswers, title: words.askAnswers.title(name) };
    case 'close':
      return { ...words.askClose, title: words.askClose.title(name) };
    case 'remove':
      return { ...words.askRemove, title: words.askRemove.title(name) };
  }
}
