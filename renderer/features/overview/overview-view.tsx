import { Button, Loader, NativeSelect, Text } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { roundId, type RoundId } from '../../../shared/ids/ids.ts';
import { useWords } from '../../client/use-words.ts';
import { FullView } from '../../ui/full-view.tsx';
import { dayAndTime } from '../../ui/format-values.ts';
import type { ViewProps } from '../frame/view-props.ts';
import { useRounds } from '../rounds/use-rounds.ts';
import { DissentSection } from './dissent-section.tsx';
import { Figures } from './figures.tsx';
import { HistorySection } from './history-section.tsx';
import classes from './overview.module.css';
import { ParticipationSection } from './participation-section.tsx';
import { SilentSection } from './silent-section.tsx';
import { useOverview } from './use-overview.ts';

/** How participation stands, on one page that can be printed. */
export function OverviewView({ onClose, onJump, text }: ViewProps) {
  const { overview: words, language } = useWords();
  const { rounds, current } = useRounds();
  const begun = rounds.filter(({ base }) => base !== null);
  const [picked, setPicked] = useState<RoundId | null | undefined>(undefined);
  const round = picked === undefined ? (begun.find(({ id }) => id === current)?.id ?? null) : picked;
  const overview = useOverview(text, rounds, round);
  const chosen = begun.find(({ id }) => id === round);
  return (
    <FullView title={words.title} closeLabel={words.close} onClose={onClose}>
      <div className={classes['page']} data-overview tabIndex={-1}>
        <div className={classes['bar']}>
          {begun.length > 0 && (
            <NativeSelect
              label={words.round}
              value={round ?? ''}
              onChange={({ currentTarget: { value } }) => setPicked(value === '' ? null : roundId(value))}
              data={[
                { value: '', label: words.allRounds },
                ...begun.map(({ id, name }) => ({ value: id, label: name })),
              ]}
            />
          )}
          <Button
            variant="default"
            leftSection={<IconPrinter size={17} />}
            disabled={overview === null}
            onClick={() => window.print()}
          >
            {words.print}
          </Button>
        </div>
        <p className={classes['printedHead']}>
          <strong>{words.title}</strong> {chosen?.name ?? words.allRounds}.{' '}
          {words.asOf(dayAndTime(new Date().toISOString(), language))}
        </p>
        {overview === null ? (
          <>
            <Loader role="status" aria-label={words.loading} />
            <Text>{words.loading}</Text>
          </>
        ) : (
          <>
            <Figures overview={overview} />
            <ParticipationSection participation={overview.participation} />
            <HistorySection days={overview.days} />
            <DissentSection
              overview={overview}
              onShow={(node) => {
                onClose();
                onJump(node);
              }}
            />
            <SilentSection participation={overview.participation} />
          </>
        )}
      </div>
    </FullView>
  );
}
