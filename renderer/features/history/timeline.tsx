import { Button, Text, UnstyledButton } from '@mantine/core';
import { Fragment } from 'react';
import type { Moment } from '../../../shared/history/moment.ts';
import { useWords } from '../../client/use-words.ts';
import classes from './history.module.css';
import { authorsOf, momentDay, momentTime, touchedOf } from './moment-words.ts';

export interface TimelineProps {
  readonly moments: readonly Moment[];
  readonly current: number | null;
  readonly onChoose: (moment: number) => void;
  readonly onMore: (() => void) | null;
}

const MOST_PARTS = 4;

/** The moments, newest first, under their days. */
export function Timeline({ moments, current, onChoose, onMore }: TimelineProps) {
  const { history: words, language } = useWords();
  return (
    <div className={classes['moments']}>
      {moments.map((moment, index) => {
        const day = momentDay(moment.to, language);
        const previous = moments[index - 1];
        const isNewDay = previous === undefined || momentDay(previous.to, language) !== day;
        const who = authorsOf(moment, words);
        const parts = touchedOf(moment);
        return (
          <Fragment key={moment.id}>
            {isNewDay && <h3 className={classes['day']}>{day}</h3>}
            <UnstyledButton
              className={classes['moment'] ?? ''}
              aria-pressed={moment.id === current}
              data-current={moment.id === current || undefined}
              onClick={() => onChoose(moment.id)}
            >
              <span className={classes['time']}>{momentTime(moment.to, language)}</span>
              <span className={classes['what']}>
                <Text component="span" size="sm" fw={600} display="block">
                  {words.causes[moment.cause](moment.label)}
                  {who !== '' && ` ${words.by(who)}`}
                </Text>
                <Text component="span" size="xs" c="dimmed" display="block">
                  {[
                    ...parts.slice(0, MOST_PARTS),
                    ...(parts.length > MOST_PARTS ? [`+${String(parts.length - MOST_PARTS)}`] : []),
                    ...(moment.authors.some(({ header }) => header) ? [words.header] : []),
                    ...(moment.removed.length > 0 ? [words.removedParts(moment.removed.length)] : []),
                  ].join(' · ')}
                </Text>
              </span>
            </UnstyledButton>
          </Fragment>
        );
      })}
      {onMore !== null && (
        <Button variant="subtle" m="md" onClick={onMore}>
          {words.more}
        </Button>
      )}
    </div>
  );
}
