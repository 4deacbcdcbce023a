import { Button, Text, Title } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { RoundId } from '../../../shared/ids/ids.ts';
import { columnPlaces } from '../../../shared/overview/participation.ts';
import { stateOfRound } from '../../../shared/rounds/round.ts';
import { listInstitutions } from '../../../shared/rooms/register-room.ts';
import { placesOf } from '../../../shared/weighing/places.ts';
import { useRoom } from '../../client/session-context.tsx';
import { useReading } from '../../client/use-reading.ts';
import { useWords } from '../../client/use-words.ts';
import { FullView } from '../../ui/full-view.tsx';
import type { ViewProps } from '../frame/view-props.ts';
import { RoundDetails } from './round-details.tsx';
import { RoundForm } from './round-form.tsx';
import { RoundList } from './round-list.tsx';
import layout from '../../ui/side-list.module.css';
import classes from './rounds.module.css';
import { useRounds } from './use-rounds.ts';

/** What the right side shows: a round, a round being changed, or a new one. */
type Mode = 'show' | 'edit' | 'create';

/** Rounds are planned, opened and closed here, and it is seen who has answered. */
export function RoundsView({ onClose, text }: ViewProps) {
  const { rounds: words } = useWords();
  const now = useRounds();
  const institutions = useReading(useRoom('process').doc, listInstitutions);
  const fields = useMemo(
    () => (text === null ? [] : columnPlaces(placesOf(text.document, text.numbering))),
    [text],
  );
  const [picked, setPicked] = useState<RoundId | null>(null);
  const [mode, setMode] = useState<Mode>('show');
  const [isAsking, setAsking] = useState(false);
  const first = now.rounds.find(({ id }) => id === now.current) ?? now.rounds[0];
  const chosen = now.rounds.find(({ id }) => id === picked) ?? first ?? null;
  const edited = now.rounds.find(({ id }) => id === picked) ?? null;
  return (
    <FullView
      title={words.title}
      closeLabel={words.close}
      onClose={onClose}
      // What is typed must not go with a key.
      closeOnEscape={mode === 'show' && !isAsking}
    >
      <div className={layout['view']}>
        <RoundList
          now={now}
          chosen={mode === 'create' ? null : (chosen?.id ?? null)}
          onChoose={(id) => {
            setPicked(id);
            setMode('show');
          }}
          onCreate={() => setMode('create')}
        />
        <div className={layout['details']} tabIndex={-1}>
          {mode !== 'show' && (
            <RoundForm
              key={mode === 'edit' ? picked : 'new'}
              before={mode === 'edit' ? edited : null}
              institutions={institutions}
              fields={fields}
              onSaved={(id) => {
                setPicked(id);
                setMode('show');
              }}
              onCancel={() => setMode('show')}
            />
          )}
          {mode === 'show' && chosen !== null && (
            <RoundDetails
              key={chosen.id}
              round={chosen}
              state={stateOfRound(chosen, now.phase, now.current)}
              institutions={institutions}
              fields={fields}
              onEdit={() => {
                // Named, so that it stays this one whatever comes to be the first.
                setPicked(chosen.id);
                setMode('edit');
              }}
              onAsking={setAsking}
            />
          )}
          {mode === 'show' && chosen === null && (
            <div className={classes['empty']}>
              <Title order={2} size="h3">
                {words.none}
              </Title>
              <Text mt="xs" mb="md">
                {words.noneText}
              </Text>
              <Button onClick={() => setMode('create')}>{words.create}</Button>
            </div>
          )}
        </div>
      </div>
    </FullView>
  );
}
