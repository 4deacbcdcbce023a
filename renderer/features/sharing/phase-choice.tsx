import { Alert, Button, SegmentedControl, Text, Title } from '@mantine/core';
import { useState } from 'react';
import type { AppError } from '../../../shared/errors/errors.ts';
import type { Phase } from '../../../shared/rights/rights.ts';
import { useApi } from '../../client/session-context.tsx';
import { useWords } from '../../client/use-words.ts';
import { useFrame } from '../frame/frame-context.tsx';
import classes from './sharing.module.css';

/** Whether the text is open, for everybody at once, and the way to what institutions may say. */
export function PhaseChoice() {
  const { sharing: words, describe } = useWords();
  const { phase, open } = useFrame();
  const api = useApi();
  const [error, setError] = useState<AppError | null>(null);
  const setText = (text: Phase['text']): void => {
    setError(null);
    void api('phase.set', { text }).then((answer) => {
      if (!answer.ok) setError(answer.error);
    });
  };
  return (
    <section aria-labelledby="sharing-phase">
      <Title order={3} size="h5" id="sharing-phase" mb="xs">
        {words.phase}
      </Title>
      <div className={classes['phase']}>
        <Text size="sm" id="phase-text">
          {words.phaseText}
        </Text>
        <SegmentedControl
          size="xs"
          aria-labelledby="phase-text"
          value={phase.text}
          onChange={setText}
          data={[
            { value: 'open', label: words.textOpen },
            { value: 'locked', label: words.textLocked },
          ]}
        />
        <Text size="sm">{words.phaseContributions[phase.contributions]}</Text>
        <Button size="compact-sm" variant="default" onClick={() => open('rounds')}>
          {words.toRounds}
        </Button>
      </div>
      <Text size="xs" c="dimmed" mt="xs">
        {words.textHint}
      </Text>
      {error !== null && (
        <Alert mt="sm" color="red" role="alert">
          {describe(error)}
        </Alert>
      )}
    </section>
  );
}
