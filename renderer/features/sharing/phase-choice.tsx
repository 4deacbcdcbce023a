import { Alert, SegmentedControl, Text, Title } from '@mantine/core';
import { useState } from 'react';
import type { AppError } from '../../../shared/errors/errors.ts';
import type { Phase } from '../../../shared/rights/rights.ts';
import { useApi } from '../../client/session-context.tsx';
import { useWords } from '../../client/use-words.ts';
import { useFrame } from '../frame/frame-context.tsx';
import classes from './sharing.module.css';

/** What is open and what is closed, for everybody at once. */
export function PhaseChoice() {
  const { sharing: words, describe } = useWords();
  const { phase } = useFrame();
  const api = useApi();
  const [error, setError] = useState<AppError | null>(null);
  const set = (change: Partial<Phase>): void => {
    setError(null);
    void api('phase.set', change).then((answer) => {
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
          onChange={(text) => set({ text })}
          data={[
            { value: 'open', label: words.textOpen },
            { value: 'locked', label: words.textLocked },
          ]}
        />
        <Text size="sm" id="phase-contributions">
          {words.phaseContributions}
        </Text>
        <SegmentedControl
          size="xs"
          aria-labelledby="phase-contributions"
          value={phase.contributions}
          onChange={(contributions) => set({ contributions })}
          data={[
            { value: 'open', label: words.contributionsOpen },
            { value: 'closed', label: words.contributionsClosed },
          ]}
        />
        <Text size="sm" id="phase-voices">
          {words.phaseVoices}
        </Text>
        <SegmentedControl
          size="xs"
          aria-labelledby="phase-voices"
          value={phase.voices}
          onChange={(voices) => set({ voices })}
          data={[
            { value: 'moderation', label: words.voicesModeration },
            { value: 'everyone', label: words.voicesEveryone },
          ]}
        />
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
