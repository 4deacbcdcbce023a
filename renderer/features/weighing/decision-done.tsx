import { Button, Stack, Text, Title } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import type { Decision } from '../../../shared/decisions/decision.ts';
import { useWords } from '../../client/use-words.ts';
import { WordingDifference } from '../../ui/wording-difference.tsx';
import { ReopenDialog } from './reopen-dialog.tsx';
import classes from './weighing.module.css';

export interface DecisionDoneProps {
  readonly decision: Decision;
  readonly onNext: (() => void) | null;
}

/** What has just been decided, what it changed in the text, and where to go on. */
export function DecisionDone({ decision, onNext }: DecisionDoneProps) {
  const { weighing: words, contributions } = useWords();
  const outcome = contributions.outcomes[decision.outcome];
  const [asks, setAsks] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <Stack gap="md" role="status" className={classes['told'] ?? ''}>
      <Title order={3} ref={heading} tabIndex={-1} className={classes['formTitle'] ?? ''}>
        <IconCheck size={19} stroke={2} aria-hidden />{' '}
        {decision.stage === 'proposed' ? words.form.sent(outcome) : words.form.done(outcome)}
      </Title>
      {decision.changes.length > 0 && (
        <div>
          <Text size="sm" mb={4}>
            {words.form.changedText}
          </Text>
          {decision.changes.map(({ node, before, after }) => (
            <WordingDifference key={node} before={before} after={after} />
          ))}
        </div>
      )}
      {onNext === null ? (
        <Text size="sm" c="dimmed">
          {words.allDone}
        </Text>
      ) : (
        <Button onClick={onNext}>
          {words.next} <span className={classes['keys']}>{words.nextKeys}</span>
        </Button>
      )}
      <Button variant="default" onClick={() => setAsks(true)}>
        {words.reopen.action}
      </Button>
      {asks && <ReopenDialog decision={decision} onClose={() => setAsks(false)} />}
    </Stack>
  );
}
